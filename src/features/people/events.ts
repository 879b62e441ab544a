// What the directory announces: later features end what hangs on a person.
import { z } from 'zod';
import { defineEvent } from '#kernel/events.ts';

export const personLeft = defineEvent({
  name: 'people.left',
  payload: z.object({ personId: z.string(), lastDay: z.string() }),
});

/** A notice that must not wait for the digest: mail sends it at once, to whoever has an address. */
export const toldAtOnce = defineEvent({
  name: 'people.told-at-once',
  payload: z.object({ notices: z.array(z.object({ noticeId: z.string(), personId: z.string() })) }),
});

/** Somebody is to get a personal link by mail: mail makes it and sends it, where a mail server is set. */
export const linkByMailWanted = defineEvent({
  name: 'people.link-by-mail-wanted',
  payload: z.object({
    personId: z.string(),
    purpose: z.enum(['join', 'recover']),
    /** Who asked, so that they hear when it is used. */
    askedBy: z.string().nullable(),
  }),
});
