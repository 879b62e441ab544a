// Departures from the policy: those that I told of, and those that I decide on.
import { z } from 'zod';
import { anySignedIn, holds } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { localDate, settings } from '#features/policy/index.ts';
import { mayDecide, mayRead } from '../access.ts';
import { deciders } from '../deciders.ts';
import { settledDepartureRows, unsettledDepartureRows } from '../queries.ts';
import { departureShape, departureView } from '../view.ts';

const PAGE = 50;
const WAITING = 100;

export const listDepartures = defineAction({
  name: 'departures.list',
  kind: 'read',
  summary: 'List the departures from the policy that I told of or decide on.',
  route: 'GET /policy/departures',
  scope: 'school',
  who: anySignedIn,
  input: z.object({ before: z.uuid().optional().describe('The last departure of the page before') }),
  output: z.object({
    allowed: z
      .object({ value: z.boolean(), clauses: z.array(z.string()).readonly() })
      .describe('May somebody depart from the policy with good reason?'),
    deciders: z.array(z.string()).describe('Who would decide on mine'),
    departures: z
      .array(z.object({ ...departureShape, mayDecide: z.boolean() }))
      .describe('Newest first; what is not settled stands on the first page, whenever it was told'),
    moreWaiting: z.boolean().describe('More wait; they come up as these are settled'),
    next: z.string().nullable().describe('Give it as “before” for the next page; null on the last'),
  }),
  controls: ['policy.departure'],
}).handle(async (context, { before = null }) => {
  const { db, scopeId, personId, actor, at } = context;
  const policy = await context.policy();
  const [of, today] = await Promise.all([deciders(context, policy), localDate(db, scopeId, at)]);
  // On the departures of those who decide, others do; so whoever stands behind one of them looks through all.
  const everyone = [of(''), ...of('').map((one) => of(one.personId))].flat();
  const decidesSome = holds(actor, 'headteacher') || everyone.some((one) => one.personId === personId);
  const openedBy = decidesSome ? null : personId;
  const [waiting, settled] = await Promise.all([
    before === null ? unsettledDepartureRows(db, scopeId, { openedBy, limit: WAITING + 1 }) : [],
    settledDepartureRows(db, scopeId, { openedBy, before, limit: PAGE + 1 }),
  ]);
  const page = settled.slice(0, PAGE);
  const rows = [...waiting.slice(0, WAITING), ...page].toSorted((one, other) => (one.id < other.id ? 1 : -1));
  const { value, clauses } = policy.ruling(settings.deviation.enabled);
  return {
    allowed: { value, clauses },
    deciders: of(personId).map(({ name }) => name),
    departures: rows
      .filter((row) => mayRead(actor, row, of(row.opened_by)))
      .map((row) => ({
        ...departureView(row, today, personId),
        mayDecide: mayDecide(actor, row, of(row.opened_by)),
      })),
    moreWaiting: waiting.length > WAITING,
    next: settled.length > PAGE ? page.at(-1)!.id : null,
  };
});
