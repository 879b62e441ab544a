// Everything that a clause can rest on, what is made real already and what is still to come; and what its words suggest.
import type { Context } from '#kernel/context.ts';
import { loadModelPolicy, modelPolicyNames, plannedControls } from '#features/policy/index.ts';
import { suggester } from './reading/suggest-controls.ts';

export interface OfferedControl {
  readonly id: string;
  readonly promise: string;
  /** Made real already. */
  readonly yet: boolean;
}

export const offeredControls = ({ controls }: Pick<Context, 'controls'>): OfferedControl[] => [
  ...[...controls.values()].map(({ id, promise }) => ({ id, promise, yet: true })),
  ...plannedControls.filter(({ id }) => !controls.has(id)).map(({ id, promise }) => ({ id, promise, yet: false })),
];

/** @returns what a text suggests, by the words that it shares with the model policies and with the controls */
export async function suggestedControls(
  offered: readonly OfferedControl[],
): Promise<(text: string) => (OfferedControl & { readonly because: string })[]> {
  const models = await Promise.all(modelPolicyNames.map((name) => loadModelPolicy(name)));
  const suggest = suggester(
    models.flatMap(({ clauses }) => clauses),
    offered,
  );
  const byId = new Map(offered.map((control) => [control.id, control]));
  return (text) =>
    suggest(text).flatMap(({ control, because }) => {
      const known = byId.get(control);
      return known ? [{ ...known, because }] : [];
    });
}
