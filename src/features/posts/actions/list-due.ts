// What the clock asks of posts this minute. Looked up first, so that a quiet minute leaves nothing in the ledger.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { approverRows, openDecisionRows } from '#features/decisions/index.ts';
import { decidersToday } from '../deciders-today.ts';
import { isResumeMinute } from '../delivery.ts';
import { overdueWaiting, postRow, unsentPosts } from '../queries.ts';

export const listDue = defineAction({
  name: 'posts.listDue',
  kind: 'read',
  summary: 'List what the clock asks of posts this minute.',
  route: 'GET /posts/due',
  scope: 'school',
  who: onlySystem,
  input: z.object({}),
  output: z.object({
    overdue: z.array(z.string()).describe('Posts that nobody decided in time'),
    moved: z.array(z.string()).describe('Decisions that others can make now than those who were asked'),
    stalled: z.array(z.string()).describe('Posts that should have been sent and, so far as we know, were not'),
  }),
  controls: ['posts.expiry', 'posts.publish-once', 'decisions.deputies'],
}).handle(async (context) => {
  const { db, scopeId, now, at } = context;
  const overdue = (await overdueWaiting(db, scopeId, now)).map(({ id }) => id);
  const open = await openDecisionRows(db, scopeId, 'post');
  const everybody = await approverRows(
    db,
    scopeId,
    open.map(({ id }) => id),
  );
  const moved: string[] = [];
  for (const decision of open) {
    const post = await postRow(db, scopeId, decision.subject_id);
    const asked = everybody.filter((one) => one.decision_id === decision.id);
    const can = post?.state === 'waiting' ? await decidersToday(context, post) : null;
    const same = can?.length === asked.length && can.every((one, i) => one.personId === asked[i]!.person_id);
    if (!same) moved.push(decision.id);
  }
  const unsent = await unsentPosts(db, scopeId, now);
  const stalled = unsent.filter(({ since }) => isResumeMinute(Temporal.Instant.from(since), at));
  return { overdue, moved, stalled: [...new Set(stalled.map(({ id }) => id))] };
});
