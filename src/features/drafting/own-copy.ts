// A policy as a school begins to make it its own: its clauses keep their ids, and it says what it was copied from. Pure.
import { CHANGES_HEADING, isModelPolicy, type PolicyDocument } from '#features/policy/index.ts';

/** What a school changed since, setting by setting, becomes part of the policy once that is adopted whole. */
export const OWN_HEADING = 'Decided by the school';
const CHANGED = 'changed-';

export interface Owner {
  readonly name: string;
  readonly slug: string;
}

export function ownCopy(document: PolicyDocument, owner: Owner): PolicyDocument {
  const { edition: _issued, derivedFrom: first, choices, ...rest } = document;
  const derivedFrom = first ?? (isModelPolicy(document.id) ? document.id : undefined);
  const decided = (choices ?? []).map((choice) =>
    choice.tension.startsWith(CHANGED)
      ? { ...choice, tension: `decided-${choice.tension.slice(CHANGED.length)}`.slice(0, 61) }
      : choice,
  );
  // A choice that was made once and changed again since is told once: as it stands now.
  const latest = [...new Map(decided.map((choice) => [choice.tension, choice])).values()];
  return {
    ...rest,
    id: ownId(owner.slug),
    school: owner.name,
    ...(derivedFrom === undefined ? {} : { derivedFrom }),
    clauses: document.clauses.map((clause) =>
      clause.under === CHANGES_HEADING ? { ...clause, under: OWN_HEADING } : clause,
    ),
    ...(latest.length > 0 ? { choices: latest } : {}),
  };
}

/** Never that of a model policy, whatever the school is called. */
const ownId = (slug: string): string => `${/^[a-z]/.test(slug) ? '' : 'the-'}${slug}`.slice(0, 54) + '-policy';
