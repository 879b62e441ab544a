// Somebody at the sign-in page says that they cannot get in: they get a short-lived link at their own address, if they are who they say.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { askedLately } from '../queries.ts';
import { queueLink } from '../queue-link.ts';
import { serverInUse } from '../server-queries.ts';

/** Between two links that one person asks for; and how many a day. */
const EVERY_MINUTES = 15;
const A_DAY = 5;

export const askRecovery = defineAction({
  name: 'mail.askRecovery',
  kind: 'write',
  summary: 'Send somebody who says that they cannot get in a short-lived link, to their own address.',
  route: 'POST /mail/asked-links',
  scope: 'school',
  who: onlySystem,
  input: z.object({ personId: z.uuid() }),
  output: z.object({ outcome: z.enum(['queued', 'asked-lately', 'no-server']) }),
  errors: ['not-joined', 'no-address', 'not-a-colleague'],
  controls: ['people.personal-login', 'mail.once'],
  about: ({ personId }, { outcome }) => ({ person: personId, outcome }),
}).handle(async (context, { personId }) => {
  const { db, scopeId, at } = context;
  context.remark({ people: [personId] });
  if (!(await serverInUse(db))) return { outcome: 'no-server' };
  const since = (time: Temporal.DurationLike) => askedLately(db, scopeId, personId, at.subtract(time).toString());
  const [justNow, today] = [await since({ minutes: EVERY_MINUTES }), await since({ hours: 24 })];
  if (justNow > 0 || today >= A_DAY) return { outcome: 'asked-lately' };
  await queueLink(context, personId, 'recover', { selfAsked: true });
  return { outcome: 'queued' };
});
