// Once a day: guidance that Gatepost gives out itself goes out when it is due, and whoever has training overdue is reminded weekly.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { notify } from '#features/people/index.ts';
import { guidanceOf, issue } from '../guidance.ts';
import { learners } from '../learners.ts';
import { holdModules } from '../module-queries.ts';

/** A Monday, as Temporal counts days of the week. */
const REMINDING_DAY = 1;

export const remindLearners = defineAction({
  name: 'training.remind',
  kind: 'write',
  summary: 'Give out guidance that is due by itself, and remind whoever has training overdue.',
  route: 'POST /training/remind',
  scope: 'school',
  who: onlySystem,
  input: z.object({}),
  output: z.object({ issued: z.array(z.string()), reminded: z.number() }),
  controls: ['training.reminders', 'training.programme'],
  about: (_, { issued, reminded }) => ({ issued, reminded }),
}).handle(async (context) => {
  const { db, scopeId } = context;
  await holdModules(db, scopeId);
  const due = (await guidanceOf(context)).filter(({ automatic, due: isDue }) => automatic && isDue);
  for (const guidance of due) await issue(context, guidance, null);
  const { people, today } = await learners(context);
  const issued = due.map(({ id }) => id);
  if (Temporal.PlainDate.from(today).dayOfWeek !== REMINDING_DAY) return { issued, reminded: 0 };
  const late = people
    .filter(({ asked }) => asked.some(({ state }) => state === 'overdue'))
    .map(({ adult }) => adult.personId);
  if (late.length > 0) {
    await notify(context, late, {
      kind: 'training.overdue',
      text: 'Training of yours is overdue. It can be done now.',
      href: '/training',
    });
    context.remark({ people: late });
  }
  return { issued, reminded: late.length };
});
