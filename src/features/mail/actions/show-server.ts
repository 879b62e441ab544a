// The mail server as it is set, without its password; how it goes with it; and what came of the last test.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { isBefore } from '#kernel/instants.ts';
import { isFirstSchool, systemAdministrators } from '#features/schools/index.ts';
import { newestTest, queueFacts } from '../queries.ts';
import { PRESETS } from '../server.ts';
import { ownServer, serverInUse, type ServerRow } from '../server-queries.ts';
import { quotedTo, toldOf } from '../told.ts';

const diagnosisSchema = z.object({ message: z.string(), remedy: z.string(), answer: z.string() });

export const showServer = defineAction({
  name: 'mail.showServer',
  kind: 'read',
  summary: 'Show the mail server, how it goes with it, and what came of the last test.',
  route: 'GET /school/mail-server',
  scope: 'school',
  who: systemAdministrators,
  input: z.object({}),
  output: z.object({
    server: z
      .object({
        host: z.string(),
        port: z.number(),
        encryption: z.string(),
        username: z.string(),
        hasPassword: z.boolean(),
        fromAddress: z.string(),
        fromName: z.string(),
        replyTo: z.string(),
        perMinute: z.number(),
        authority: z.string(),
        shared: z.boolean(),
      })
      .nullable()
      .describe('Of this school itself'),
    goesOutBy: z
      .enum(['own', 'first-school', 'nothing'])
      .describe('Of the first school’s server, others learn only whether it works, and whom to ask'),
    mayShare: z.boolean(),
    acceptedAt: z.string().nullable(),
    failing: diagnosisSchema.extend({ since: z.string(), tryAgainAt: z.string() }).nullable(),
    waiting: z.number(),
    oldestDue: z.string().nullable(),
    lastTest: z
      .object({
        test: z.string(),
        state: z.enum(['queued', 'sending', 'sent', 'refused', 'bounced', 'given-up']),
        address: z.string(),
        at: z.string(),
        diagnosis: diagnosisSchema.nullable(),
        answer: z.string(),
      })
      .nullable(),
    presets: z.array(
      z.object({
        name: z.string(),
        host: z.string(),
        port: z.number(),
        encryption: z.string(),
        perMinute: z.number(),
        hints: z.array(z.string()).readonly(),
      }),
    ),
  }),
  controls: ['mail.once'],
}).handle(async ({ db, scopeId }) => {
  const [own, used, mayShare, queue, test] = await Promise.all([
    ownServer(db, scopeId),
    serverInUse(db),
    isFirstSchool(db, scopeId),
    queueFacts(db, scopeId),
    newestTest(db, scopeId),
  ]);
  const failing =
    used && used.failing_since !== null ? toldOf({ ...used, serverId: used.school_id }, scopeId, used) : null;
  const tried = test && { ...test, serverId: test.server_id };
  return {
    server: own ? shown(own) : null,
    goesOutBy: used === null ? 'nothing' : own ? 'own' : 'first-school',
    mayShare,
    acceptedAt: used?.accepted_at ?? null,
    failing: failing && { ...failing, since: used!.failing_since!, tryAgainAt: used!.try_again_at! },
    waiting: queue.waiting,
    oldestDue: queue.oldest,
    // A test of a server that was set anew since says nothing of this one.
    lastTest:
      tried && used && !isBefore(tried.asked_at, used.set_at)
        ? {
            test: tried.key,
            state: tried.state as 'queued',
            address: tried.address,
            at: tried.asked_at,
            diagnosis: toldOf(tried, scopeId, used),
            answer: quotedTo(tried, scopeId),
          }
        : null,
    presets: [...PRESETS],
  };
});

const shown = (row: ServerRow) => ({
  host: row.host,
  port: row.port,
  encryption: row.encryption,
  username: row.username,
  hasPassword: row.password_box !== null,
  fromAddress: row.from_address,
  fromName: row.from_name,
  replyTo: row.reply_to,
  perMinute: row.per_minute,
  authority: row.authority,
  shared: row.shared,
});
