// What still keeps a policy from being adopted: an approval, a signature, a responsibility without a name, or a policy that it stands beside. Each cites its clause.
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import {
  behindOn,
  localDate,
  policyInForce,
  responsiblePersons,
  roleLabels,
  type PolicyDocument,
  type RoleName,
} from '#features/policy/index.ts';
import { requireLinkedPolicies } from '#features/references/index.ts';
import type { AdoptionRow } from './queries.ts';
import { requirementOf } from './requirement.ts';
import { slotsToday } from './signing.ts';
import { isStuck, type Slot } from './slots.ts';
import type { Standing } from './standing.ts';

/** @throws naming who or what is missing */
export async function mustBeComplete(context: Context, standing: Standing, document: PolicyDocument): Promise<void> {
  const { row, current } = standing;
  await mustAskAll(context, row, document);
  if (current) {
    throw fail.refused({
      code: 'not-approved',
      message: `It is not approved yet: it waits for ${roleLabels[current.role as RoleName]}.`,
      remedy: 'Leave it until they have decided; what is in force stays in force.',
      clauses: row.clauses,
    });
  }
  const missing = (await slotsToday(context, row, document, true)).filter(({ signature }) => signature === null);
  if (missing.length > 0) {
    throw fail.refused({
      code: 'signatures-missing',
      message: `${missing.length === 1 ? 'A signature is' : `${missing.length} signatures are`} missing: ${missing.map(missingInWords).join(', ')}.`,
      remedy: [
        'They sign on the page of this adoption; what is in force stays in force until then.',
        ...missing.filter(isStuck).map(wayOut),
      ].join(' '),
      clauses: row.clauses,
    });
  }
  await mustHaveNames(context, document);
  await requireLinkedPolicies(context, document);
}

/** @throws where more is asked for now than was when it was sent */
async function mustAskAll(context: Context, row: AdoptionRow, document: PolicyDocument): Promise<void> {
  const { roles, clauses } = await requirementOf(context, document);
  const more = roles.filter((role) => !row.roles.includes(role));
  if (more.length === 0) return;
  throw fail.refused({
    code: 'more-is-asked',
    message: `Since it was sent, the policy asks for more to sign it: ${more.map((role) => roleLabels[role]).join(', ')}.`,
    remedy: 'Withdraw it and send it anew: they are asked then.',
    clauses,
  });
}

/** @throws for each responsibility that nobody holds */
async function mustHaveNames({ db, scopeId, at }: Context, document: PolicyDocument): Promise<void> {
  const today = await localDate(db, scopeId, at);
  const rows = await responsiblePersons(db, scopeId, document, today);
  const empty = rows.filter(({ people }) => people.length === 0);
  if (empty.length === 0) return;
  const own = policyInForce(document, await behindOn(db, today));
  throw fail.refused({
    code: 'responsible-person-missing',
    message: `Nobody is ${empty.map(({ role }) => roleLabels[role]).join(', ')}, and the policy prints a name against ${empty.length === 1 ? 'it' : 'each'}.`,
    remedy: 'Say on the page People who it is, then adopt it.',
    clauses: own.clausesOf('policy.responsible-persons'),
  });
}

/** "Peter Okafor" for a line of one person, "the chair of governors" for a role. */
export function missingInWords({ role, candidates, signedElsewhere }: Slot): string {
  const named = (people: Slot['candidates']) => people.map(({ name }) => name).join(' or ');
  if (role === 'responsible-person') return named(candidates);
  if (candidates.length > 0) return `${roleLabels[role]} (${named(candidates)})`;
  return signedElsewhere.length > 0
    ? `${roleLabels[role]} (${named(signedElsewhere)}, who has signed in another role)`
    : `${roleLabels[role]}, whom nobody is`;
}

/** A signature says in which role it was given, for ever, and each person gives one. */
export const wayOut = ({ role }: Pick<Slot, 'role'>): string =>
  `Whoever is ${roleLabels[role]} now has signed in another role, and each person signs once: withdraw it and send it anew, or name somebody else as ${roleLabels[role]}.`;
