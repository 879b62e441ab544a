// What an audience can search of a version, made once and kept: versions are immutable, and whoever asks next finds it made.
import type { Context } from '#kernel/context.ts';
import type { PolicyInForce } from '#kernel/policy.ts';
import { documentsOf, policyInForce, versionNow, type Clause, type Documents } from '#features/policy/index.ts';
import { behaviourStandard, clausesFor } from './audiences.ts';
import { searchable, type Searchable } from './find-answers.ts';
import type { Audience } from './guide.ts';
import { answeredSettings, passagesOf, standingIn, type Note, type Passage } from './passages.ts';
import { plainLines } from './plain-words.ts';

export interface KeptSearch extends Searchable {
  /** Every clause that may be cited, by its id. */
  readonly clauses: ReadonlyMap<string, Clause>;
  /** Those of the school's own policy. */
  readonly own: ReadonlySet<string>;
}

/** The newest of them: a policy of two thousand clauses takes a few megabytes. */
const MOST_KEPT = 40;
const kept = new Map<string, KeptSearch>();

/** @param notes published beside clauses; with other notes it is made anew */
export async function keptSearch(
  { db, scopeId, at }: Pick<Context, 'db' | 'scopeId' | 'at'>,
  audience: Audience,
  notes: readonly Note[],
): Promise<KeptSearch> {
  const version = await versionNow(db, scopeId, at);
  const key = [version?.id, version?.trust_version_id, audience, ...notes.map(({ id }) => id)].join(' ');
  const known = kept.get(key);
  if (known) return known;
  const documents = await documentsOf(db, scopeId, version);
  const { document, behind } = documents;
  const policy = policyInForce(document, behind, version?.id ?? null);
  const made: KeptSearch = {
    ...(await searchable(db, PASSAGES[audience](policy, documents, notes))),
    clauses: new Map([...behind.clauses, ...document.clauses].map((clause) => [clause.id, clause])),
    own: new Set(document.clauses.map(({ id }) => id)),
  };
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!);
  kept.set(key, made);
  return made;
}

type PassagesFor = (policy: PolicyInForce, documents: Documents, notes: readonly Note[]) => Passage[];

const staffPassages: PassagesFor = (policy, documents, notes) =>
  passagesOf([...documents.document.clauses, ...standingIn(documents)], answeredSettings(policy), notes);

/** Only what their own view shows. */
const viewPassages =
  (audience: Exclude<Audience, 'staff'>): PassagesFor =>
  (policy, documents, notes) => {
    const clauses = [...new Set([...behaviourStandard(documents), ...clausesFor(documents.document, audience)])];
    const plain = plainLines(policy, audience).map(({ words, clauses: by, byDefault }): Passage => {
      const setting = { settingId: '', question: '', answer: words, clauses: by, byDefault, roles: [] };
      return { kind: 'setting', title: '', body: words, clauseId: by[0] ?? null, setting };
    });
    return [...plain, ...passagesOf(clauses, [], notes)];
  };

const PASSAGES: Readonly<Record<Audience, PassagesFor>> = {
  staff: staffPassages,
  parents: viewPassages('parents'),
  pupils: viewPassages('pupils'),
};
