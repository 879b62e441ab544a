// In the morning, as Gatepost itself: whoever answers is reminded each week of what has waited too long, from the second week the headteacher too.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { activeHolders, notify } from '#features/people/index.ts';
import { localDate } from '#features/policy/index.ts';
import { noteReminders } from '#features/references/index.ts';
import { remindersDue } from '../reminders-due.ts';
import { answerers, firstContact } from '../who-is-asked.ts';

const HEAD_TOLD_FROM = 2;

export const remindAnswerers = defineAction({
  name: 'questions.remindAnswerers',
  kind: 'write',
  summary: 'Remind those who answer of questions about the policy that have waited too long.',
  route: 'POST /policy/questions/remind',
  scope: 'school',
  who: onlySystem,
  input: z.object({}),
  output: z.object({ told: z.number() }),
  controls: ['policy.questions'],
  about: (_, { told }) => ({ told }),
}).handle(async (context) => {
  const { db, scopeId, at, now } = context;
  const due = await remindersDue(context);
  const keys = due.map(({ key }) => key);
  const noted = new Set(await noteReminders(db, scopeId, keys, now));
  const late = due.filter(({ key }) => noted.has(key));
  if (late.length === 0) return { told: 0 };
  const policy = await context.policy();
  const [asked, heads] = await Promise.all([
    answerers(context, policy),
    localDate(db, scopeId, at).then((today) => activeHolders(db, scopeId, ['headteacher'], today)),
  ]);
  const people = new Set(
    late.flatMap(({ askedBy, nth }) =>
      [...asked([askedBy]), ...(nth < HEAD_TOLD_FROM ? [] : heads)]
        .map(({ personId }) => personId)
        .filter((personId) => personId !== askedBy),
    ),
  );
  await notify(context, [...people], {
    kind: 'questions.reminder',
    text: 'A question about the policy has waited for its answer for more than a week, and you answer such questions.',
    href: '/policy/questions',
  });
  context.remark({ clauses: firstContact(policy).clauses });
  return { told: people.size };
});
