// Ask or remind the next people; tell whoever leads those who are late, and the head of those who are very late.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import type { Context } from '#kernel/context.ts';
import { activeHolders, dayOf, notify, personName } from '#features/people/index.ts';
import { remindersDue, type Due } from '../find-reminders.ts';
import type { Ask } from '../load.ts';
import { headToldAt, holdReminders, insertReminders } from '../reminder-queries.ts';
import { askWords, headWords, managerWords, remindWords } from '../reminder-words.ts';

/** So many in one commit: five thousand people are asked in ten, and the mail server sets the pace of the letters. */
const AT_ONCE = 500;

export const remindNext = defineAction({
  name: 'acknowledgement.remindNext',
  kind: 'write',
  summary: 'Ask the next people to confirm the policy, or remind them.',
  route: 'POST /acknowledgement/reminders/next',
  scope: 'school',
  who: onlySystem,
  input: z.object({ now: z.boolean(), personIds: z.array(z.uuid()).max(10_000).optional() }),
  output: z.object({ done: z.number(), managers: z.number(), head: z.boolean() }),
  controls: ['policy.acknowledgement', 'people.enrolment'],
  about: (_, { done, managers, head }) => ({ done, managers, head }),
}).handle(async (context, wanted) => {
  const { db, scopeId, now } = context;
  await holdReminders(db, scopeId);
  const found = (await remindersDue(context, wanted)).find(({ due }) => due.length > 0);
  if (!found) return { done: 0, managers: 0, head: false };
  const { ask } = found;
  const due = found.due.slice(0, AT_ONCE);
  await tellThem(context, ask, due);
  const managers = await tellManagers(context, ask, due);
  const late = due.filter(({ reminder }) => reminder.head).length;
  const head = late > 0 && (await tellHead(context, ask, found.due.filter(({ reminder }) => reminder.head).length));
  await insertReminders(
    db,
    scopeId,
    due.map(({ person, reminder, before }) => ({
      personId: person.id,
      versionId: ask.basis.since.id,
      n: before,
      manager: reminder.manager,
      head: reminder.head,
    })),
    now,
  );
  context.remark({
    clauses: ask.clauses,
    about: { version: ask.basis.version.id },
    people: due.map(({ person }) => person.id),
  });
  return { done: due.length, managers, head };
});

/** Those who are told the same are told together. */
async function tellThem(context: Context, { basis }: Ask, due: readonly Due[]): Promise<void> {
  const alike = Map.groupBy(due, ({ person: { kind, standing }, reminder }) =>
    [reminder.n === 0, kind, standing.due, standing.state].join(' '),
  );
  for (const them of alike.values()) {
    const { person, reminder } = them[0]!;
    const { state, due: day } = person.standing;
    const text =
      reminder.n === 0
        ? askWords(basis.version.n, person.kind, day)
        : remindWords(basis.version.n, day, state === 'overdue');
    await notify(
      context,
      them.map(({ person: { id } }) => id),
      { kind: 'acknowledgement.asked', text, href: '/policy/sign', atOnce: true },
    );
  }
}

async function tellManagers(context: Context, { basis }: Ask, due: readonly Due[]): Promise<number> {
  const led = Map.groupBy(
    due.filter(({ reminder }) => reminder.manager),
    ({ person }) => person.line_manager_id!,
  );
  for (const [managerId, them] of led) {
    const names = them.map(({ person }) => personName(person));
    const text = managerWords(basis.version.n, names);
    await notify(context, [managerId], {
      kind: 'acknowledgement.escalated',
      text,
      href: '/policy/sign#led',
      atOnce: true,
    });
  }
  return led.size;
}

/** Once a day, however many batches there are. */
async function tellHead(context: Context, { basis, today }: Ask, people: number): Promise<boolean> {
  const { db, scopeId } = context;
  const last = await headToldAt(db, scopeId, basis.since.id);
  if (last !== null && dayOf(Temporal.Instant.from(last)) === today) return false;
  const heads = await activeHolders(db, scopeId, ['headteacher'], today);
  await notify(
    context,
    heads.map(({ personId }) => personId),
    {
      kind: 'acknowledgement.escalated',
      text: headWords(basis.version.n, people),
      href: '/policy/acknowledgement?state=overdue',
    },
  );
  return heads.length > 0;
}
