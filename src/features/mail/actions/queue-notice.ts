// Send one notice by mail at once, because tomorrow's digest would be too late.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { queueMail } from '../queue.ts';

export const queueNotice = defineAction({
  name: 'mail.queueNotice',
  kind: 'write',
  summary: 'Send notices by mail at once that cannot wait for the digest.',
  route: 'POST /mail/notices',
  scope: 'school',
  who: onlySystem,
  input: z.object({ notices: z.array(z.object({ noticeId: z.uuid(), personId: z.uuid() })).max(1000) }),
  output: z.object({ queued: z.number() }),
  controls: ['mail.once'],
  about: ({ notices }, { queued }) => ({ notices: notices.map(({ noticeId }) => noticeId), queued }),
}).handle(async (context, { notices }) => {
  let queued = 0;
  for (const { noticeId, personId } of notices) {
    const asked = await queueMail(context, {
      to: { personId },
      template: 'notice',
      facts: { notices: [noticeId] },
      key: `notice:${noticeId}`,
    });
    if (asked === 'queued') queued += 1;
  }
  context.remark({ people: notices.map(({ personId }) => personId) });
  return { queued };
});
