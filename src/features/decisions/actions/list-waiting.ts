// The decisions that wait for me.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { decisionsWaitingFor } from '../queries.ts';

export const listWaiting = defineAction({
  name: 'decisions.listWaiting',
  kind: 'read',
  summary: 'List the decisions that wait for me.',
  route: 'GET /decisions/waiting',
  scope: 'school',
  who: anySignedIn,
  token: 'decisions:read',
  input: z.object({}),
  output: z.object({
    decisions: z.array(
      z.object({
        id: z.string(),
        subjectKind: z.string(),
        subjectId: z.string(),
        openedAt: z.string(),
        closesAt: z.string().nullable(),
      }),
    ),
  }),
  controls: ['decisions.named-decider'],
}).handle(async ({ db, scopeId, personId }) => {
  const rows = await decisionsWaitingFor(db, scopeId, personId);
  return {
    decisions: rows.map((row) => ({
      id: row.id,
      subjectKind: row.subject_kind,
      subjectId: row.subject_id,
      openedAt: row.opened_at,
      closesAt: row.closes_at,
    })),
  };
});
