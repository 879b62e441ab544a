// Note that a mail came back after it had been accepted: by hand, or by a program that reads the mailbox.
import { z } from 'zod';
import { either } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { keepers, systemAdministrators } from '#features/schools/index.ts';
import { personFields } from '#features/people/index.ts';
import { readBounceReport } from '../bounce-report.ts';
import { newestTo, sentByHeader } from '../message-list-queries.ts';
import { settleMessage } from '../queries.ts';

export const reportBounce = defineAction({
  name: 'mail.reportBounce',
  kind: 'write',
  summary: 'Note that a mail came back, by its report, its Message-ID or the address.',
  route: 'POST /mail/bounces',
  scope: 'school',
  who: either(keepers, systemAdministrators),
  token: 'mail:write',
  input: z.object({
    report: z
      .string()
      .max(200_000, 'At most 200,000 characters: the beginning is enough.')
      .default('')
      .describe('The whole message that came back (a delivery report), as text'),
    messageId: z.string().max(500).default('').describe('Or the Message-ID of what came back: <…@…>'),
    address: personFields.email.default('').describe('Or the address that takes no mail'),
    answer: z.string().max(500, 'At most 500 characters.').default('').describe('What its server said'),
  }),
  output: z.object({ personId: z.uuid().nullable(), mailId: z.uuid() }),
  errors: ['no-report', 'only-delayed'],
  controls: ['mail.bounces'],
  about: (_, { personId, mailId }) => ({ mail: mailId, ...(personId === null ? {} : { person: personId }) }),
}).handle(async (context, input) => {
  const { db, scopeId, now } = context;
  const said = input.report.trim() === '' ? null : readBounceReport(input.report);
  const messageId = input.messageId || (said?.messageId ?? '');
  const address = input.address || (said?.address ?? '');
  if (messageId === '' && address === '') {
    const message =
      input.report.trim() === ''
        ? 'Say what came back: its report, its Message-ID or the address.'
        : 'This is no delivery report that can be read.';
    throw fail.invalid({
      code: 'no-report',
      message,
      remedy: 'Give the address that takes no mail instead.',
      fields: [{ field: 'report', message }],
    });
  }
  if (said?.isDelay) {
    throw fail.conflict({
      code: 'only-delayed',
      message: 'This report says that the mail is late, not that it came back.',
      remedy: 'Nothing needs to be done: its server goes on trying.',
    });
  }
  const message =
    (messageId === '' ? undefined : await sentByHeader(db, scopeId, messageId)) ??
    (address === '' ? undefined : await newestTo(db, scopeId, address));
  if (!message) throw fail.notFound('mail', { remedy: 'See that it was sent by Gatepost, for this school.' });
  const answer = (input.answer || (said?.answer ?? '')).slice(0, 500);
  await settleMessage(db, scopeId, message.id, { state: 'bounced', problem: 'bounced', answer }, now);
  if (message.person_id !== null) context.remark({ people: [message.person_id] });
  return { personId: message.person_id, mailId: message.id };
});
