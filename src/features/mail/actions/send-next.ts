// Write down what came of the last try, and take the next message. One step, so that a crash leaves one message in doubt at most.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { mailWaits } from '../events.ts';
import { settleTry, triedSchema } from '../settle-try.ts';
import { takeTurn, turnSchema } from '../take-turn.ts';

export const sendNext = defineAction({
  name: 'mail.sendNext',
  kind: 'write',
  summary: 'Note what came of one mail and take the next that is due.',
  route: 'POST /mail/next',
  scope: 'school',
  who: onlySystem,
  input: z.object({
    tried: triedSchema.nullable(),
    goOn: z.boolean().describe('Whether to take a further message; not where Gatepost is about to stop'),
  }),
  output: z.object({ turn: turnSchema.nullable() }),
  controls: ['mail.once', 'mail.no-pupils'],
  about: ({ tried }, { turn }) => ({
    ...(tried === null ? {} : { tried: tried.id, outcome: tried.outcome.outcome }),
    ...(turn === null ? {} : { next: turn.id }),
  }),
}).handle(async (context, { tried, goOn }) => {
  if (tried !== null) await settleTry(context, tried);
  if (!goOn) return { turn: null };
  const { turn, again } = await takeTurn(context);
  if (again !== null) context.emit(mailWaits, {}, { key: 'send', at: again });
  return { turn };
});
