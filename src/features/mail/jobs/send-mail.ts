// Sends what is due, one message after the other over one connection, until nothing is left or the server has had its share.
import { z } from 'zod';
import { defineJob } from '#kernel/jobs.ts';
import { reveal } from '#kernel/secret.ts';
import { findDue } from '../actions/find-due.ts';
import { sendNext } from '../actions/send-next.ts';
import { htmlOf, textOf } from '../letter.ts';
import type { Mailer, MailSession, SendOutcome } from '../ports.ts';
import type { Turn } from '../take-turn.ts';
import { templateNamed } from '../templates.ts';

export interface MailPorts {
  readonly mail: Mailer;
  /** The address of Gatepost. */
  readonly origin: string;
}

export const sendMail = defineJob<Record<string, never>, MailPorts>({
  name: 'mail.send',
  summary: 'Send the mail that is due, as fast as the mail server allows.',
  payload: z.object({}) as z.ZodType<Record<string, never>>,
  attempts: 5,
  cron: '* * * * *',
  async run({ act, ports, signal }) {
    if (!(await act(findDue, {})).isDue) return;
    let session: MailSession | null = null;
    try {
      let { turn } = await act(sendNext, { tried: null, goOn: true });
      while (turn) {
        session ??= ports.mail.session(turn.server);
        const outcome: SendOutcome = await session.send(envelopeOf(turn, ports));
        const tried = { id: turn.id, attempt: turn.attempt, outcome };
        ({ turn } = await act(sendNext, { tried, goOn: !signal.aborted }));
      }
    } finally {
      await session?.close();
    }
  },
});

function envelopeOf(turn: Turn, { mail, origin }: MailPorts) {
  const { school, link } = turn;
  const whole = link === null ? '' : origin + link.path + reveal(mail.unlock(link.box, link.place));
  const frame = { school, origin, link: whole };
  const letter = templateNamed(turn.template).write(turn.said, frame);
  return {
    from: turn.from,
    to: turn.to,
    replyTo: turn.replyTo,
    messageId: turn.messageId,
    date: turn.date,
    subject: letter.subject,
    text: textOf(letter, frame),
    html: htmlOf(letter, frame),
  };
}
