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
import type { Slot } from './slots.ts';
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
      remedy: 'They sign on the page of this adoption; what is in force stays in force until then.',
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
export const missingInWords = ({ role, candidates }: Pick<Slot, 'role' | 'candidates'>): string =>
  role === 'responsible-person'
    ? candidates.map(({ name }) => name).join(' or ')
    : `${roleLabels[role]}${candidates.length > 0 ? ` (${candidates.map(({ name }) => name).join(' or ')})` : ', whom nobody is'}`;
