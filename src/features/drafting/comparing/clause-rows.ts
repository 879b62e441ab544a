// Two policies clause by clause, in the order of the later one: each clause beside what it was, or beside one much like it. Pure.
import { same, type Clause, type PolicyDocument } from '#features/policy/index.ts';
import { likeness, tellingWords } from '../reading/telling-words.ts';

export interface ClausePair {
  /** `like`: another clause, that rests on the same control and says much the same. */
  readonly is: 'same' | 'changed' | 'like' | 'added' | 'removed';
  readonly before: Clause | null;
  readonly after: Clause | null;
  /** Which parts differ, such as `text` or `force`. */
  readonly parts: readonly string[];
}

const LIKE = 0.2;
/** Of the clauses that share a control, so many are looked at: a policy of thousands takes no longer for each. */
const MOST_LOOKED_AT = 40;
const PARTS = ['text', 'title', 'number', 'under', 'force', 'binds', 'rests-on'] as const;

export function clauseRows(before: PolicyDocument, after: PolicyDocument): ClausePair[] {
  const earlier = new Map(before.clauses.map((clause) => [clause.id, clause]));
  const later = new Set(after.clauses.map(({ id }) => id));
  const gone = before.clauses.filter(({ id }) => !later.has(id));
  const alike = alikeOf(
    gone,
    after.clauses.filter(({ id }) => !earlier.has(id)),
  );
  const paired = new Set([...alike.values()].map(({ id }) => id));
  const behind = predecessorsOf(before.clauses, (id) => later.has(id) || paired.has(id));
  const goneBehind = Map.groupBy(
    gone.filter(({ id }) => !paired.has(id)),
    ({ id }) => behind.get(id) ?? null,
  );
  const removed = (id: string | null): ClausePair[] =>
    (goneBehind.get(id) ?? []).map((clause) => ({ is: 'removed', before: clause, after: null, parts: [] }));
  const rows = after.clauses.flatMap((clause): ClausePair[] => {
    const was = earlier.get(clause.id) ?? alike.get(clause.id) ?? null;
    const parts = was ? PARTS.filter((part) => !same(was[part], clause[part])) : [];
    const is = was === null ? 'added' : was.id !== clause.id ? 'like' : parts.length === 0 ? 'same' : 'changed';
    return [{ is, before: was, after: clause, parts }, ...(was ? removed(was.id) : [])];
  });
  return [...removed(null), ...rows];
}

/** For each clause that goes, the one before it that stays or is paired. */
function predecessorsOf(
  clauses: readonly Clause[],
  stays: (id: string) => boolean,
): ReadonlyMap<string, string | null> {
  const found = new Map<string, string | null>();
  let last: string | null = null;
  for (const { id } of clauses) {
    if (stays(id)) last = id;
    else found.set(id, last);
  }
  return found;
}

/** For each clause of the later policy that is new in it, one of the earlier that is no longer there and says much the same. */
function alikeOf(gone: readonly Clause[], come: readonly Clause[]): ReadonlyMap<string, Clause> {
  const byControl = new Map<string, Clause[]>();
  for (const clause of gone) {
    for (const control of clause['rests-on']) {
      const clauses = byControl.get(control) ?? [];
      if (clauses.length < MOST_LOOKED_AT) byControl.set(control, [...clauses, clause]);
    }
  }
  const words = new Map(gone.map((clause) => [clause.id, tellingWords(`${clause.title} ${clause.text}`)]));
  const taken = new Set<string>();
  const pairs = new Map<string, Clause>();
  for (const clause of come) {
    const own = tellingWords(`${clause.title} ${clause.text}`);
    const near = new Set(clause['rests-on'].flatMap((control) => byControl.get(control) ?? []));
    let best: Clause | undefined;
    let most = LIKE;
    for (const other of near) {
      const how = taken.has(other.id) ? 0 : likeness(own, words.get(other.id)!);
      if (how > most) [best, most] = [other, how];
    }
    if (!best) continue;
    taken.add(best.id);
    pairs.set(clause.id, best);
  }
  return pairs;
}
