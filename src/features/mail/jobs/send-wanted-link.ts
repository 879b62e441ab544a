// Where another part of Gatepost wants a link sent by mail. A link that cannot be made any more is no reason to try again.
import { z } from 'zod';
import { isFailure } from '#kernel/errors.ts';
import { defineJob } from '#kernel/jobs.ts';
import { sendWantedLink } from '../actions/send-wanted-link.ts';

interface Wanted {
  readonly personId: string;
  readonly purpose: 'join' | 'recover';
  readonly askedBy: string | null;
}

export const sendWanted = defineJob<Wanted>({
  name: 'mail.sendWantedLink',
  summary: 'Make a personal link and send it by mail.',
  payload: z.object({
    personId: z.string(),
    purpose: z.enum(['join', 'recover']),
    askedBy: z.string().nullable(),
  }),
  attempts: 5,
  async run({ act }, wanted) {
    try {
      await act(sendWantedLink, wanted);
    } catch (error) {
      if (isFailure(error) && ['conflict', 'invalid', 'not-found'].includes(error.kind)) return;
      throw error;
    }
  },
});
