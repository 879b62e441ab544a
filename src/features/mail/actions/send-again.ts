// Try a message again that was refused or given up, or one that waits, now.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { systemAdministrators } from '#features/schools/index.ts';
import { mailWaits } from '../events.ts';
import { messageRow, queueAgain } from '../message-list-queries.ts';
import { carriesLink } from '../template.ts';
import { templateNamed } from '../templates.ts';

export const sendAgain = defineAction({
  name: 'mail.sendAgain',
  kind: 'write',
  summary: 'Try again to send a message that was refused or given up.',
  route: 'POST /mail/messages/{messageId}/again',
  scope: 'school',
  who: systemAdministrators,
  perMinute: 60,
  input: z.object({ messageId: z.uuid() }),
  output: z.object({}),
  errors: ['went-out', 'link-is-gone'],
  controls: ['mail.once'],
  about: ({ messageId }) => ({ message: messageId }),
}).handle(async (context, { messageId }) => {
  const { db, scopeId, at, now } = context;
  const message = await messageRow(db, scopeId, messageId);
  if (!message) throw fail.notFound('message');
  const { state } = message;
  if (state === 'sent' || state === 'sending') {
    throw fail.conflict({
      code: 'went-out',
      message: state === 'sent' ? 'This message went out already.' : 'This message is being sent at this moment.',
      remedy: 'Ask the person whether it arrived.',
    });
  }
  const template = templateNamed(message.template);
  if (state !== 'queued' && carriesLink(template)) {
    throw fail.conflict({
      code: 'link-is-gone',
      message: 'Its link was forgotten when the message was given up.',
      remedy: 'Make and send a new link from the person’s page.',
    });
  }
  await queueAgain(db, scopeId, messageId, now, at.add({ hours: template.hours }).toString());
  context.emit(mailWaits, {}, { key: 'send' });
  return {};
});
