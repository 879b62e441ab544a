// For tests: a first school with a real mail server beside it, and the job that sends.
import { createSmtp } from '#connectors/smtp/smtp.ts';
import { operator, type PersonActor } from '#kernel/actor.ts';
import type { FailureKind } from '#kernel/errors.ts';
import { runJob } from '#main/worker.ts';
import { makeFirst } from '#test/first-school.ts';
import { openMailServer } from '#test/mail-server.ts';
import { openTestApp } from '#test/school.ts';
import { expect } from 'vitest';
import { mail } from './index.ts';
import { sendMail } from './jobs/send-mail.ts';

export const openMailApp = () => openTestApp([mail] as const);
export type MailApp = Awaited<ReturnType<typeof openMailApp>>;
export type MailStage = Awaited<ReturnType<typeof stageMail>>;

interface Row {
  readonly id: string;
  readonly state: string;
  readonly problem: string;
  readonly answer: string;
  readonly attempts: number;
  readonly message_id: string;
  readonly link_box: Buffer | null;
  readonly due_at: string;
}

export const refusedWith = (kind: FailureKind, code: string): unknown => expect.objectContaining({ kind, code });

/** A school of its own for each test, with no server set yet. */
export async function stageMail(app: MailApp) {
  app.clock.set('2026-11-20T09:00:00Z');
  const school = await app.school();
  await makeFirst(app, school.id);
  const server = await openMailServer({ user: { name: 'office', password: 'kingfisher' } });
  const settings = (more: object = {}) => ({
    host: 'localhost',
    port: server.port,
    encryption: 'starttls' as const,
    username: 'office',
    password: 'kingfisher',
    fromAddress: 'office@millrace.example',
    fromName: 'Millrace Primary School',
    authority: server.authority,
    perMinute: 60,
    ...more,
  });
  /** The person who set the school up, with a factor shown just now. */
  const keeper = async () => app.as(await school.again(school.first)).mail;
  return {
    school,
    server,
    settings,
    keeper,
    setServer: async (more: object = {}) => void (await (await keeper()).setServer(settings(more))),
    /** What the worker does when its minute comes. */
    async work(schoolId = school.id, quietMs = 20_000) {
      const log = { info() {}, warn() {}, error() {} };
      const limits = { connectMs: 5_000, greetingMs: 5_000, quietMs, wholeMs: 60_000 };
      const ports = { mail: createSmtp({ keyring: app.keyring, limits }), origin: 'https://posts.millrace.example' };
      const parts = { pool: app.database.jobs, registry: app.registry, run: app.run, clock: app.clock, log, ports };
      await runJob(parts, sendMail as never, { scope: schoolId, payload: {} }, new AbortController().signal);
    },
    messages: (schoolId = school.id) =>
      app.rows<Row>('select *, due_at::text from mail_message where school_id = $1 order by asked_at, id', [schoolId]),
    colleague: () => school.person({ name: 'Priya Raman', joined: false }),
    invite: (person: PersonActor) => app.as(operator(school.id)).mail.sendInvitation({ personId: person.personId }),
  };
}
