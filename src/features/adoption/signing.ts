// The lines to sign on of one adoption, as they stand today.
import type { Context } from '#kernel/context.ts';
import { localDate, responsiblePersons, type PolicyDocument, type RoleName } from '#features/policy/index.ts';
import { signatureRows } from '#features/signatures/index.ts';
import { signersOf } from './approvers.ts';
import { namesOf } from './names.ts';
import { signersFor } from './plan.ts';
import type { AdoptionRow } from './queries.ts';
import { slotsFor, type Candidate, type GivenSignature, type Slot } from './slots.ts';

export interface SignatureShown extends GivenSignature {
  readonly name: string;
  readonly typedName: string;
  readonly at: string;
  readonly digest: string;
}

export const PURPOSE = 'adoption';

/** In the order of the lines, and on lines of the same kind the oldest first. */
export async function signaturesOf(context: Context, row: AdoptionRow): Promise<SignatureShown[]> {
  const rows = await signatureRows(context.db, context.scopeId, { purpose: PURPOSE, subjectId: row.id });
  const names = await namesOf(
    context,
    rows.map(({ person_id: id }) => id),
  );
  const order = signersFor(row.roles as RoleName[]);
  const place = ({ capacity }: { readonly capacity: string }) => order.indexOf(capacity as RoleName);
  return rows
    .toSorted((one, other) => place(one) - place(other))
    .map((one) => ({
      id: one.id,
      personId: one.person_id,
      capacity: one.capacity,
      standingInFor: one.standing_in_for,
      name: names.get(one.person_id) ?? one.typed_name,
      typedName: one.typed_name,
      at: one.signed_at,
      digest: one.digest,
    }));
}

export async function slotsToday(
  context: Context,
  row: AdoptionRow,
  document: PolicyDocument,
  approved: boolean,
): Promise<Slot<SignatureShown>[]> {
  const { db, scopeId, at } = context;
  const roles = signersFor(row.roles as RoleName[]);
  const [signatures, register, candidates] = await Promise.all([
    signaturesOf(context, row),
    responsiblePersons(db, scopeId, document, await localDate(db, scopeId, at)),
    Promise.all(roles.map(async (role) => [role, await signersOf(context, role)] as const)),
  ]);
  const byRole = new Map<RoleName, readonly Candidate[]>(candidates);
  const persons = new Map(register.flatMap(({ people }) => people).map((person) => [person.personId, person]));
  return slotsFor({
    roles,
    candidatesFor: (role) => byRole.get(role) ?? [],
    register: [...persons.values()],
    signatures,
    approved,
  });
}
