// The list of what has to be done to put the newest version into practice, and the headteacher’s look at how it is kept.
import { z } from 'zod';
import { anySignedIn, either, onlyOperator } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { namesOf } from '#features/people/index.ts';
import { ictLead, implementers, onlyHead } from '../access.ts';
import { figuresOf, type Figure } from '../figures.ts';
import { itemKeys, ITEMS } from '../implementation-items.ts';
import { wholeImplementation } from '../implementation.ts';

const figure = z.object({ label: z.string(), value: z.string() });

export const readImplementationList = defineAction({
  name: 'reviews.readImplementation',
  kind: 'read',
  summary: 'Read what has to be done to put the newest version of the policy into practice, with owners and states.',
  route: 'GET /policy/implementation',
  scope: 'school',
  who: either(anySignedIn, onlyOperator),
  token: 'policy:read',
  input: z.object({}),
  output: z.object({
    version: z.object({ id: z.uuid(), n: z.number(), effectiveOn: z.string() }).nullable(),
    items: z.array(
      z.object({
        key: z.enum(itemKeys),
        label: z.string(),
        href: z.string(),
        byHand: z.boolean().describe('Somebody ticks it off; the others are known from what is there'),
        isDone: z.boolean(),
        detail: z.string(),
        note: z.string(),
        owner: z.string().describe('Who took it on, else the leadership team'),
        ownerId: z.string().nullable(),
      }),
    ),
    owners: z.array(z.object({ id: z.string(), name: z.string() })).describe('Who may be given an item'),
    look: z
      .object({
        dueOn: z.string(),
        isOverdue: z.boolean(),
        figures: z.array(figure),
        consultation: z.object({ by: z.string(), at: z.string(), words: z.string() }).nullable(),
        closed: z.object({ by: z.string(), at: z.string(), finding: z.string() }).nullable(),
      })
      .nullable(),
    clauses: z.array(z.string()).readonly(),
    may: z.object({ implement: z.boolean(), consult: z.boolean(), close: z.boolean() }),
  }),
  controls: ['policy.implementation'],
}).handle(async (context) => {
  const { db, scopeId, actor } = context;
  const [found, policy] = await Promise.all([wholeImplementation(context), context.policy()]);
  const may = { implement: implementers.allows(actor), consult: ictLead.allows(actor), close: onlyHead.allows(actor) };
  const clauses = policy.clausesOf('policy.implementation');
  if (!found) return { version: null, items: [], owners: [], look: null, clauses, may };
  const { version, items, owners, review, facts, counted, today, reviewDueOn } = found;
  const ids = [review?.consulted_by, review?.closed_by, ...items.map(({ ownerId }) => ownerId)];
  const people = await namesOf(db, scopeId, ids);
  const team = owners.map(({ name }) => name).join(', ');
  return {
    version: { id: version.id, n: version.n, effectiveOn: version.effective_on },
    items: items.map((item) => ({
      ...item,
      label: ITEMS[item.key].label,
      href: ITEMS[item.key].href,
      byHand: ITEMS[item.key].byHand,
      owner: (item.ownerId && people.get(item.ownerId)) || (team === '' ? 'Nobody leads the school yet' : team),
    })),
    owners: owners.map(({ personId, name }) => ({ id: personId, name })),
    look: {
      dueOn: reviewDueOn,
      isOverdue: !review?.closed_at && reviewDueOn < today,
      figures: review?.closed_at ? (review.figures as unknown as Figure[]) : figuresOf(counted, facts, items),
      consultation: review?.consulted_at
        ? {
            by: people.get(review.consulted_by ?? '') ?? '',
            at: review.consulted_at,
            words: review.consultation,
          }
        : null,
      closed: review?.closed_at
        ? { by: people.get(review.closed_by ?? '') ?? '', at: review.closed_at, finding: review.finding }
        : null,
    },
    clauses,
    may,
  };
});
