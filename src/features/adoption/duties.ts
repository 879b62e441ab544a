// What adopting a policy asks of a person: to approve it, to record the meeting, to sign, to say from when; or to name who can.
import type { Context } from '#kernel/context.ts';
import type { Duty, FindDuties } from '#kernel/duty.ts';
import { draftDocument } from '#features/drafting/index.ts';
import { roleLabels, type RoleName } from '#features/policy/index.ts';
import { inRole } from './in-role.ts';
import { wayOut } from './must-be-complete.ts';
import { approversNow, CAN_NAME, pageOf } from './next-step.ts';
import { openAdoptions } from './queries.ts';
import { slotsToday } from './signing.ts';
import { isStuck, lineOf } from './slots.ts';
import { isAsSent, standingOf, type Standing } from './standing.ts';

type Asked = Pick<Duty, 'kind' | 'title' | 'detail'>;

export const adoptionDuties: FindDuties = async (context) => {
  const { actor, db, scopeId } = context;
  if (actor.kind !== 'person') return [];
  const duties: Duty[] = [];
  for (const row of await openAdoptions(db, scopeId)) {
    const standing = await standingOf(context, row);
    const asked = isAsSent(standing) ? await askedOf(context, standing, actor.personId, actor.roles) : null;
    if (asked) {
      const id = `${asked.kind}:${row.id}`;
      duties.push({ id, ...asked, href: pageOf(row), due: null, clauses: row.clauses, urgency: 'soon' });
    }
  }
  return duties;
};

async function askedOf(
  context: Context,
  standing: Standing,
  me: string,
  roles: ReadonlySet<string>,
): Promise<Asked | null> {
  const { row, steps, current, draft } = standing;
  const canName = CAN_NAME.some((role) => roles.has(role));
  if (current) {
    const approvers = await approversNow(context, current, steps, draft);
    if (approvers.length === 0) return canName ? nobody(current.role as RoleName, row.title) : null;
    if (!approvers.some(({ personId }) => personId === me)) return null;
    return current.kind === 'body'
      ? { kind: 'adoption.record-meeting', title: 'Record what the governors decided on the policy', detail: row.title }
      : { kind: 'adoption.approve', title: 'Approve the policy', detail: row.title };
  }
  const document = await draftDocument(context.db, context.scopeId, row.draft_id);
  const slots = await slotsToday(context, row, document, true);
  const mine = lineOf(slots, me);
  if (mine) return { kind: 'adoption.sign', title: toSign(mine.role, mine.standingInFor !== null), detail: row.title };
  const empty = slots.find(({ isOpen, signature, candidates }) => isOpen && !signature && candidates.length === 0);
  if (empty && canName) {
    const duty = nobody(empty.role, row.title);
    return isStuck(empty) ? { ...duty, detail: wayOut(empty) } : duty;
  }
  if (empty) return null;
  const adopter = roles.has('headteacher') && slots.every(({ signature }) => signature !== null);
  return adopter
    ? {
        kind: 'adoption.adopt',
        title: 'Say from when the policy is in force',
        detail: `${row.title} is approved and signed.`,
      }
    : null;
}

const toSign = (role: RoleName, standsIn: boolean): string =>
  standsIn
    ? `Sign the policy, ${inRole(role, true)}`
    : `Sign the policy as ${inRole(role, false).replace(/^the /, '')}`;

const nobody = (role: RoleName, title: string): Asked => ({
  kind: 'adoption.nobody-left',
  title: `Say who is ${roleLabels[role]}: the policy waits`,
  detail: `Nobody is left who may approve or sign “${title}” in that role.`,
});
