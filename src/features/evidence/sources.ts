// For each control, which entries of the ledger count as evidence of it: those of the actions that say they serve it, and
// what is declared in what-counts.ts where no single action does.
import type { AnyAction } from '#kernel/action.ts';
import type { Control } from '#kernel/control.ts';
import { declared } from './what-counts.ts';

export interface Source {
  /** Names of the actions whose entries count. */
  readonly actions: readonly string[];
  /** What counts and what does not, in a sentence; null where it is simply what the actions do. */
  readonly counts: string | null;
}

type Described = Pick<AnyAction, 'name' | 'kind' | 'recorded' | 'controls'>;

const leavesAnEntry = ({ kind, recorded }: Described): boolean => kind === 'write' || recorded === true;

const SHOWN =
  'It is shown whenever somebody looks, and looking is not written down: it works without leaving evidence of its own.';

/** What each control that this program makes real leaves behind. A control that is not in it is made real by nobody yet. */
export function sourcesOf(
  controls: ReadonlyMap<string, Control>,
  actions: Iterable<Described>,
): ReadonlyMap<string, Source> {
  const serving = new Map<string, string[]>();
  for (const action of actions) {
    if (!leavesAnEntry(action)) continue;
    for (const id of action.controls ?? []) serving.set(id, [...(serving.get(id) ?? []), action.name]);
  }
  return new Map(
    [...controls.keys()].map((id) => {
      const own = serving.get(id) ?? [];
      const more = declared.get(id);
      const names = [...new Set([...own, ...(more?.actions ?? [])])];
      return [id, { actions: names, counts: more?.counts ?? (names.length === 0 ? SHOWN : null) }];
    }),
  );
}
