// Whose digest is due now? Asked every five minutes, so it leaves no trace.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { digestsDue } from '#features/mail/index.ts';

export const findDigests = defineAction({
  name: 'duties.findDigests',
  kind: 'read',
  summary: 'Say whose digest is due now.',
  route: 'GET /today/digests',
  scope: 'school',
  who: onlySystem,
  input: z.object({}),
  output: z.object({ personIds: z.array(z.uuid()) }),
  controls: ['mail.own-digest'],
}).handle(async (context) => ({ personIds: await digestsDue(context) }));
