// Writes down what a server answered: of the message, and of the server.
import { z } from 'zod';
import type { Context } from '#kernel/context.ts';
import { PROBLEMS, whoseTrouble, type Problem } from './diagnosis.ts';
import { settleMessage, triedMessage, tryLater } from './queries.ts';
import { noteServer } from './server-queries.ts';
import { afterTry } from './settle.ts';
import { templateNamed } from './templates.ts';

const answer = z.string().transform((text) => text.slice(0, 500));

export const triedSchema = z.object({
  id: z.uuid(),
  attempt: z.int(),
  outcome: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('accepted'), answer }),
    z.object({
      outcome: z.literal('failed'),
      problem: z.enum(Object.keys(PROBLEMS) as [Problem, ...Problem[]]),
      answer,
    }),
    z.object({ outcome: z.literal('unsure'), answer }),
  ]),
});

export async function settleTry(
  context: Context,
  { id, attempt, outcome }: z.output<typeof triedSchema>,
): Promise<void> {
  const { db, scopeId, at, now } = context;
  const message = await triedMessage(db, scopeId, id, attempt);
  if (!message) return;
  const tried = { attempts: message.attempts, giveUpAt: message.give_up_at, unsure: message.unsure };
  const next = afterTry(outcome, tried, templateNamed(message.template), at);
  if (next.kind === 'settled') await settleMessage(db, scopeId, id, next.settled, now);
  else await tryLater(db, scopeId, id, next.later);
  if (outcome.outcome === 'accepted') await noteServer(db, now, '', outcome.answer);
  if (outcome.outcome === 'failed' && whoseTrouble(outcome.problem) === 'server')
    await noteServer(db, now, outcome.problem, outcome.answer);
  if (message.person_id !== null) context.remark({ people: [message.person_id] });
}
