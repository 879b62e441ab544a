// Whose address took no mail lately, and why: shown beside the person until the address changes or a later mail is accepted.
import { z } from 'zod';
import { either } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { keepers, systemAdministrators } from '#features/schools/index.ts';
import { diagnosisOf } from '../diagnosis.ts';
import { troubleRows } from '../message-list-queries.ts';

export const readTroubles = defineAction({
  name: 'mail.readTroubles',
  kind: 'read',
  summary: 'Say whose address took no mail lately, and why.',
  route: 'GET /mail/troubles',
  scope: 'school',
  who: either(keepers, systemAdministrators),
  token: 'mail:read',
  input: z.object({ personId: z.uuid().optional().describe('Of this person only') }),
  output: z.object({
    troubles: z.array(
      z.object({
        personId: z.uuid(),
        message: z.string(),
        remedy: z.string(),
        answer: z.string().describe('What the server said, word for word'),
        at: z.string(),
      }),
    ),
  }),
  controls: ['mail.bounces'],
}).handle(async ({ db, scopeId }, { personId }) => {
  const rows = await troubleRows(db, scopeId, personId ?? null);
  const facts = { host: 'The server', port: 0, encryption: '', username: '', from: '' };
  return {
    troubles: rows.map(({ person_id, problem, answer, at }) => ({
      personId: person_id,
      ...(problem === 'try-later' ? PUT_OFF : diagnosisOf(problem, facts)!),
      answer,
      at,
    })),
  };
});

const PUT_OFF = {
  message: 'The server of this address put every try off until it was too late.',
  remedy: 'The mailbox may be full. Ask the person, or enter another address.',
};
