// One piece of guidance as it was given to me; for those who plan, also who has it and who has read it.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { namesOf } from '#features/people/index.ts';
import { planners } from '../access.ts';
import { deliveryRows } from '../guidance-queries.ts';
import { lessonBlocks } from '../lesson-blocks.ts';

export const readIssue = defineAction({
  name: 'training.readIssue',
  kind: 'read',
  summary: 'Read advice, an update or a reminder that was given to me; who plans sees who has read it.',
  route: 'GET /training/issues/{issueId}',
  scope: 'school',
  who: anySignedIn,
  input: z.object({ issueId: z.uuid() }),
  output: z.object({
    kind: z.enum(['advice', 'update', 'reminder']),
    title: z.string(),
    blocks: z.array(
      z.object({
        kind: z.enum(['heading', 'paragraph', 'list']),
        lines: z
          .array(z.array(z.object({ text: z.string(), strong: z.boolean(), href: z.string() })).readonly())
          .readonly(),
      }),
    ),
    deliveredAt: z.string(),
    mine: z.object({ readAt: z.string().nullable() }).nullable().describe('Null where it was not given to me'),
    people: z.array(z.object({ name: z.string(), deliveredAt: z.string(), readAt: z.string().nullable() })),
    clauses: z.array(z.string()).readonly(),
  }),
  controls: ['training.reminders'],
}).handle(async (context, { issueId }) => {
  const { db, scopeId, actor, personId } = context;
  const rows = await deliveryRows(db, scopeId, { issueId });
  const mine = rows.find((one) => one.personId === personId);
  const plans = planners.allows(actor);
  const one = mine ?? (plans ? rows[0] : undefined);
  if (!one) throw fail.notFound('guidance');
  const names = await namesOf(db, scopeId, plans ? rows.map((row) => row.personId) : []);
  return {
    kind: one.kind,
    title: one.title,
    blocks: lessonBlocks(one.words),
    deliveredAt: one.deliveredAt,
    mine: mine ? { readAt: mine.readAt } : null,
    people: plans
      ? rows
          .map((row) => ({
            name: names.get(row.personId) ?? 'Somebody who has left',
            deliveredAt: row.deliveredAt,
            readAt: row.readAt,
          }))
          .toSorted((a, b) => Number(a.readAt !== null) - Number(b.readAt !== null) || a.name.localeCompare(b.name))
      : [],
    clauses: (await context.policy()).clausesOf('training.reminders'),
  };
});
