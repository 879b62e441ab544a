// What putting a version into practice asks: its open items of the leadership team, a look at it of the headteacher, a word of the computing lead.
import type { Context } from '#kernel/context.ts';
import type { Duty } from '#kernel/duty.ts';
import { daysUntil } from './next-review.ts';
import { ITEMS } from './implementation-items.ts';
import { readImplementation, type Implementation } from './implementation.ts';

const ASKED_BEFORE_DAYS = 14;
const HREF = '/policy/implementation';

export async function implementationDuties(context: Context): Promise<Duty[]> {
  const { actor } = context;
  if (actor.kind !== 'person') return [];
  const concerned = ['slt', 'headteacher', 'computing-lead'].some((role) => actor.roles.has(role));
  const found = concerned ? await readImplementation(context) : null;
  if (!found) return [];
  const clauses = (await context.policy()).clausesOf('policy.implementation');
  return [
    ...itemDuties(found, actor.personId).map((duty) => ({ ...duty, clauses })),
    ...lookDuties(found, actor.roles).map((duty) => ({ ...duty, clauses })),
  ];
}

/** One line for everything that is open and this person’s: theirs by name, or the leadership team’s. */
function itemDuties({ version, items, owners, today }: Implementation, personId: string): Omit<Duty, 'clauses'>[] {
  const mine = items.filter(
    ({ isDone, ownerId }) =>
      !isDone && (ownerId === null ? owners.some((one) => one.personId === personId) : ownerId === personId),
  );
  if (mine.length === 0) return [];
  return [
    {
      id: `reviews.implement:${version.id}`,
      kind: 'reviews.implement',
      title:
        mine.length === 1
          ? `To put the policy into practice: ${ITEMS[mine[0]!.key].label.toLowerCase()}`
          : `Put the policy into practice: ${mine.length} things are open`,
      href: HREF,
      due: version.effective_on >= today ? version.effective_on : null,
      urgency: 'calm',
    },
  ];
}

function lookDuties(
  { version, review, reviewDueOn, today }: Implementation,
  roles: ReadonlySet<string>,
): Omit<Duty, 'clauses'>[] {
  const left = daysUntil(today, reviewDueOn);
  if (left > ASKED_BEFORE_DAYS || review?.closed_at) return [];
  const duty = (kind: string, title: string): Omit<Duty, 'clauses'> => ({
    id: `${kind}:${version.id}`,
    kind,
    title,
    href: `${HREF}#look`,
    due: reviewDueOn,
    urgency: left < 0 ? 'overdue' : left <= 7 ? 'soon' : 'calm',
  });
  const isConsulted = typeof review?.consulted_at === 'string';
  return [
    ...(roles.has('computing-lead') && !isConsulted
      ? [duty('reviews.consult', 'Say how the policy works in practice, for the headteacher')]
      : []),
    ...(roles.has('headteacher') ? [duty('reviews.look', 'Look at how the policy is kept')] : []),
  ];
}
