// The mail that waits, went out, or did not: the newest first, fifty at a time.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { isBefore } from '#kernel/instants.ts';
import { personName } from '#features/people/index.ts';
import { systemAdministrators } from '#features/schools/index.ts';
import { whoseTrouble } from '../diagnosis.ts';
import { messageRows, type ListedRow } from '../message-list-queries.ts';
import type { MessageState } from '../queries.ts';
import { serverInUse } from '../server-queries.ts';
import { TEMPLATE_WORDS } from '../template-words.ts';
import { quotedTo, toldOf } from '../told.ts';

const PAGE = 50;
const SHOWN: Readonly<Record<'all' | 'waiting' | 'sent' | 'failed', readonly MessageState[]>> = {
  all: ['queued', 'sending', 'sent', 'refused', 'bounced', 'given-up'],
  waiting: ['queued', 'sending'],
  sent: ['sent'],
  failed: ['refused', 'bounced', 'given-up'],
};
const cursorSchema = z.templateLiteral([z.iso.datetime(), '/', z.uuid()]);

export const listMessages = defineAction({
  name: 'mail.list',
  kind: 'read',
  summary: 'List the mail that waits, went out or did not, the newest first.',
  route: 'GET /mail/messages',
  scope: 'school',
  who: systemAdministrators,
  input: z.object({
    show: z.enum(['all', 'waiting', 'sent', 'failed']).default('all').describe('Which of them'),
    after: cursorSchema.optional().describe('Where the page before ended: its `next`'),
  }),
  output: z.object({
    messages: z.array(
      z.object({
        id: z.uuid(),
        what: z.string(),
        state: z.enum(['queued', 'sending', 'sent', 'refused', 'bounced', 'given-up']),
        personId: z.uuid().nullable(),
        name: z.string(),
        address: z.string(),
        askedAt: z.string(),
        dueAt: z.string(),
        settledAt: z.string().nullable(),
        attempts: z.number(),
        diagnosis: z.object({ message: z.string(), remedy: z.string() }).nullable(),
        answer: z
          .string()
          .describe('What the server said, word for word; of a shared server only what it says of the address'),
      }),
    ),
    next: z.string().nullable().describe('Where the next page begins; null on the last'),
  }),
}).handle(async ({ db, scopeId }, { show, after }) => {
  const [askedAt = '', id = ''] = after?.split('/') ?? [];
  const [rows, server] = await Promise.all([
    messageRows(db, scopeId, {
      states: SHOWN[show],
      before: after === undefined ? null : { askedAt, id },
      limit: PAGE + 1,
    }),
    serverInUse(db),
  ]);
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  /** Trouble with a server that was set anew since is no longer told with today’s name and port. */
  const setSince = ({ settled_at, problem }: ListedRow): boolean =>
    settled_at !== null && whoseTrouble(problem) === 'server' && server !== null && isBefore(settled_at, server.set_at);
  return {
    messages: shown.map((row) => ({
      id: row.id,
      what: TEMPLATE_WORDS[row.template as keyof typeof TEMPLATE_WORDS] ?? row.template,
      state: row.state,
      personId: row.person_id,
      name:
        row.first_name === null || row.last_name === null
          ? ''
          : personName({
              first_name: row.first_name,
              last_name: row.last_name,
              preferred_name: row.preferred_name ?? '',
            }),
      address: row.address,
      askedAt: row.asked_at,
      dueAt: row.due_at,
      settledAt: row.settled_at,
      attempts: row.attempts,
      diagnosis:
        row.problem === ''
          ? null
          : setSince(row)
            ? OTHERWISE
            : toldOf({ ...row, serverId: row.server_id }, scopeId, server),
      answer: quotedTo({ ...row, serverId: row.server_id }, scopeId),
    })),
    next: rows.length > PAGE && last ? `${last.asked_at}/${last.id}` : null,
  };
});

const OTHERWISE = { message: 'The mail server was set otherwise then.', remedy: 'Try again if it is still wanted.' };
