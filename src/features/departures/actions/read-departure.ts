// One departure whole: what was told, what was asked back and answered, and what was decided.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { votesOn } from '#features/decisions/index.ts';
import { namesOf } from '#features/people/index.ts';
import { localDate } from '#features/policy/index.ts';
import { mayDecide, mayRead, mayReply, mayWithdraw } from '../access.ts';
import { answersTo } from '../departure.ts';
import { standing } from '../standing.ts';
import { departureShape, departureView } from '../view.ts';

const ANSWERED = { approve: 'accepted', 'send-back': 'questioned', refuse: 'refused' } as const;

export const readDeparture = defineAction({
  name: 'departures.read',
  kind: 'read',
  summary: 'Read one departure from the policy.',
  route: 'GET /policy/departures/{departureId}',
  scope: 'school',
  who: anySignedIn,
  input: z.object({ departureId: z.uuid() }),
  output: z.object({
    ...departureShape,
    justification: z.string(),
    advice: z.string(),
    said: z
      .array(
        z.object({
          by: z.string(),
          at: z.string(),
          words: z.string(),
          what: z.enum(['reply', 'accepted', 'questioned', 'refused']),
        }),
      )
      .describe('What was decided and replied, the oldest first'),
    deciders: z.array(z.string()),
    clauses: z.array(z.string()).readonly(),
    hash: z.string(),
    answers: z.array(z.enum(['accept', 'question', 'refer', 'decline'])).describe('What it can be answered'),
    may: z.object({ decide: z.boolean(), reply: z.boolean(), withdraw: z.boolean() }),
  }),
  controls: ['policy.departure'],
}).handle(async (context, { departureId }) => {
  const { db, scopeId, personId, actor, at } = context;
  const { policy, departure, replies, deciders, hash } = await standing(context, departureId);
  const [today, votes] = await Promise.all([
    localDate(db, scopeId, at),
    votesOn(db, scopeId, 'departure', departureId),
  ]);
  const hasDecided = votes.some(({ person_id }) => person_id === personId);
  if (!mayRead(actor, departure, deciders) && !hasDecided) throw fail.notFound('departure');
  const names = await namesOf(
    db,
    scopeId,
    votes.map(({ person_id }) => person_id),
  );
  const view = departureView(departure, today, personId);
  const said = [
    ...votes.map(({ person_id, answer, note, at: when }) => ({
      by: names.get(person_id) ?? '',
      at: when,
      words: note,
      what: ANSWERED[answer as keyof typeof ANSWERED],
    })),
    ...replies.map(({ words, said_at }) => ({ by: view.openedBy, at: said_at, words, what: 'reply' as const })),
  ];
  return {
    ...view,
    justification: departure.justification,
    advice: departure.advice,
    said: said.toSorted((one, other) => (one.at < other.at ? -1 : 1)),
    deciders: deciders.map(({ name }) => name),
    clauses: policy.clausesOf('policy.departure'),
    hash,
    answers: [...answersTo(view)],
    may: {
      decide: mayDecide(actor, departure, deciders),
      reply: mayReply(actor, departure),
      withdraw: mayWithdraw(actor, departure),
    },
  };
});
