// Passages that answer, gathered under the clauses they belong to: each with what the settings say of it and the notes beside it. Pure.
import type { Clause } from '#features/policy/index.ts';
import type { Answered, Passage } from './passages.ts';
import type { Ranked } from './rank.ts';

export interface Answer {
  /** Null for a note that belongs to no clause. */
  readonly clause: Clause | null;
  readonly settings: readonly Answered[];
  readonly notes: readonly string[];
}

/** A page of answers is read; a list of thirty is not. */
const MOST_ANSWERS = 6;
const MOST_SETTINGS = 2;

export function gathered(
  passages: readonly Passage[],
  ranked: readonly Ranked[],
  clauses: ReadonlyMap<string, Clause>,
): Answer[] {
  const under = new Map<string, Passage[]>();
  for (const { passage } of ranked) {
    const found = passages[passage];
    if (!found) continue;
    const key = found.clauseId ?? (found.kind === 'note' ? found.noteId : '');
    if (under.has(key)) under.get(key)!.push(found);
    else under.set(key, [found]);
  }
  return [...under.values()].slice(0, MOST_ANSWERS).map((found) => {
    const clause = clauses.get(found[0]!.clauseId ?? '') ?? null;
    const matching = found.flatMap((one) => (one.kind === 'setting' ? one.setting : []));
    // Where the clause alone holds the words, what it settles is told beside it.
    const further = passages.flatMap((one) =>
      one.kind === 'setting' && clause !== null && one.setting.clauses.includes(clause.id) ? one.setting : [],
    );
    const notes = passages.flatMap((one) =>
      one.kind === 'note' && (found.includes(one) || (clause !== null && one.clauseId === clause.id)) ? one.words : [],
    );
    return { clause, settings: (matching.length > 0 ? matching : further).slice(0, MOST_SETTINGS), notes };
  });
}
