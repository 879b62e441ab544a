// Who decides on a departure: the headteacher; on the headteacher's own, those whom the policy names in their place.
import type { Context } from '#kernel/context.ts';
import type { PolicyInForce } from '#kernel/policy.ts';
import { settings } from '#features/policy/index.ts';
import { askable, type Asked } from '#features/questions/index.ts';

export type DecidersOf = (openedBy: string) => readonly Asked[];

export async function deciders(context: Context, policy: PolicyInForce): Promise<DecidersOf> {
  const asked = await askable(context, ['headteacher'], policy.ruling(settings.roles.deputies).value);
  return (openedBy) => asked([openedBy]);
}

/** "Only Ngozi Okafor can decide this." */
export const decidersInWords = (found: readonly Asked[]): string =>
  found.length === 0
    ? 'Nobody is left who may decide it; it waits until a headteacher, a deputy or a chair is named.'
    : `Only ${found.map(({ name }) => name).join(' or ')} can decide this.`;
