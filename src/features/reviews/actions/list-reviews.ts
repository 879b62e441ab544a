// When the policy is reviewed next, the review that is open, those before it, and what was raised.
import { z } from 'zod';
import { anySignedIn, either, onlyOperator } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { settings } from '#features/policy/index.ts';
import { remindersSent } from '#features/references/index.ts';
import { countsAs, leadsReviews, roleLabel } from '../access.ts';
import { causes, openCauses, reviewCauses } from '../causes.ts';
import { MAY_START_BEFORE, daysUntil, reminderKey, remindersFor } from '../next-review.ts';
import { holdersOf } from '../queries.ts';
import { reviewCalendar } from '../when.ts';

export const listReviews = defineAction({
  name: 'reviews.list',
  kind: 'read',
  summary: 'Say when the policy is reviewed next and by whom, and list its reviews so far.',
  route: 'GET /reviews',
  scope: 'school',
  who: either(anySignedIn, onlyOperator),
  token: 'policy:read',
  input: z.object({}),
  output: z.object({
    next: z
      .object({
        dueOn: z.string(),
        why: z.enum(['interval', 'first-interval', ...causes]),
        isOverdue: z.boolean(),
        reminders: z.array(z.object({ on: z.string(), daysBefore: z.number(), sentAt: z.string().nullable() })),
      })
      .nullable(),
    reviewers: z.array(z.object({ role: z.string(), label: z.string(), people: z.array(z.string()) })),
    clauses: z.array(z.string()).readonly(),
    open: z.object({ id: z.uuid(), dueOn: z.string(), isOverdue: z.boolean(), isMine: z.boolean() }).nullable(),
    past: z.array(
      z.object({
        id: z.uuid(),
        cause: z.enum(reviewCauses),
        startedAt: z.string(),
        closedAt: z.string(),
        outcome: z.enum(['stays', 'new-draft']),
      }),
    ),
    raised: z
      .array(
        z.object({ id: z.uuid(), cause: z.enum(causes), words: z.string(), dueOn: z.string(), raisedAt: z.string() }),
      )
      .describe('With words for those who hold a review or sign it off'),
    openCauses: z.array(z.enum(causes)),
    mayLead: z.boolean(),
    mayStartDue: z.boolean().describe('Its day is near enough to begin without a special reason'),
  }),
  controls: ['policy.review', 'policy.review-triggers'],
}).handle(async (context) => {
  const { db, scopeId, actor } = context;
  const [{ next, open, reviews, raised, today }, policy] = await Promise.all([
    reviewCalendar(context),
    context.policy(),
  ]);
  const roles = policy.ruling(settings.review.roles);
  const reminders = (next ? remindersFor(next.dueOn) : []).map((reminder) => ({
    ...reminder,
    key: reminderKey(next!.dueOn, `before-${reminder.daysBefore}`),
  }));
  const [holders, sent] = await Promise.all([
    holdersOf(db, scopeId, roles.value, today),
    remindersSent(
      db,
      scopeId,
      reminders.map(({ key }) => key),
    ),
  ]);
  // What calls for a review may be an incident with people in it: its words are for those who hold and sign one.
  const isTold = leadsReviews(actor) || roles.value.some((role) => countsAs(actor, role));
  return {
    next: next && {
      ...next,
      isOverdue: next.dueOn < today,
      reminders: reminders.map(({ key, ...reminder }) => ({ ...reminder, sentAt: sent.get(key) ?? null })),
    },
    reviewers: roles.value.map((role) => ({
      role,
      label: roleLabel(role),
      people: holders.filter((one) => one.role === role).map(({ name }) => name),
    })),
    clauses: [...new Set([...roles.clauses, ...policy.ruling(settings.review.months).clauses])],
    open: open
      ? {
          id: open.id,
          dueOn: open.due_on,
          isOverdue: open.due_on < today,
          isMine: open.roles.some((role) => countsAs(actor, role)),
        }
      : null,
    past: reviews.flatMap((one) =>
      one.closed_at === null
        ? []
        : [
            {
              id: one.id,
              cause: one.cause,
              startedAt: one.started_at,
              closedAt: one.closed_at,
              outcome: one.outcome as 'stays' | 'new-draft',
            },
          ],
    ),
    raised: raised.map(({ id, cause, words, due_on: dueOn, raised_at: raisedAt }) => ({
      id,
      cause,
      words: isTold ? words : '',
      dueOn,
      raisedAt,
    })),
    openCauses: openCauses(policy.ruling(settings.review.triggers).value),
    mayLead: leadsReviews(actor),
    mayStartDue: next !== null && daysUntil(today, next.dueOn) <= MAY_START_BEFORE,
  };
});
