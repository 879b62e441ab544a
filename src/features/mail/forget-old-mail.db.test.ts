// What became of a letter is known for a year; what still shows that an address takes no mail is known for longer.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { systemActor } from '#kernel/actor.ts';
import { runJob } from '#main/worker.ts';
import type { TestSchool } from '#test/school.ts';
import { forgetMail } from './jobs/forget-old-mail.ts';
import { openMailApp, type MailApp } from './mail.fixture.ts';

let app: MailApp;
let school: TestSchool;
let personId: string;
beforeAll(async () => void (app = await openMailApp()));
afterAll(() => app.drop());
beforeEach(async () => {
  app.clock.set('2026-11-20T09:00:00Z');
  school = await app.school();
  ({ personId } = await school.person({ name: 'Priya Raman' }));
  await app.rows(`update person set email = 'priya@millrace.example' where id = $1`, [personId]);
});

const LONG_AGO = '2025-11-19T09:00:00Z';
const LATELY = '2025-11-21T09:00:00Z';

interface Letter {
  readonly state?: string;
  readonly settledAt?: string | null;
  readonly problem?: string;
  readonly address?: string;
  readonly hold?: boolean;
  readonly at?: string;
}
async function letter(key: string, { state = 'sent', settledAt = LONG_AGO, at = school.id, ...more }: Letter = {}) {
  await app.rows(
    `insert into mail_message (school_id, id, key, person_id, address, template, urgent, state, asked_at, due_at, give_up_at, settled_at, problem, hold)
     values ($1, $2, $3, $4, $5, 'notice', false, $6, $7, $7, $7, $8, $9, $10)`,
    [
      at,
      randomUUID(),
      key,
      at === school.id ? personId : null,
      more.address ?? 'priya@millrace.example',
      state,
      settledAt ?? LONG_AGO,
      settledAt,
      more.problem ?? '',
      more.hold ?? false,
    ],
  );
}
const kept = async (at = school.id) =>
  (await app.rows<{ key: string }>('select key from mail_message where school_id = $1 order by key', [at])).map(
    ({ key }) => key,
  );
const entries = () =>
  app.rows<{ body: string }>(`select body from entry where scope_id = $1 and body like '%mail.forgetOld%'`, [
    school.id,
  ]);

/** What the worker does every night. */
async function night() {
  const log = { info() {}, warn() {}, error() {} };
  const parts = { pool: app.database.jobs, registry: app.registry, run: app.run, clock: app.clock, log, ports: {} };
  await runJob(parts, forgetMail as never, { scope: school.id, payload: {} }, new AbortController().signal);
}

it('removes what was settled more than a year ago, of its own school alone, and the ledger says how much', async () => {
  const other = await app.school('Otterford School');
  await letter('old');
  await letter('old and given up', { state: 'given-up', problem: 'unsure' });
  await letter('of last year', { settledAt: LATELY });
  await letter('waiting', { state: 'queued', settledAt: null });
  await letter('on hold', { hold: true });
  await letter('of another school', { at: other.id });
  await night();
  expect(await kept()).toEqual(['of last year', 'on hold', 'waiting']);
  expect(await kept(other.id)).toEqual(['of another school']);
  expect(JSON.parse((await entries())[0]!.body)).toMatchObject({ about: { forgotten: 2 } });
  await night();
  expect(await entries()).toHaveLength(1);
});

it('keeps what shows that an address takes no mail, until another letter arrives or the address is changed', async () => {
  await letter('refused', { state: 'refused', problem: 'recipient-refused' });
  await letter('refused at an older address', {
    state: 'refused',
    problem: 'recipient-refused',
    address: 'p.raman@millrace.example',
  });
  await night();
  expect(await kept()).toEqual(['refused']);
  const { troubles } = await app.as(school.first).mail.readTroubles({});
  expect(troubles).toMatchObject([{ personId }]);
  await letter('arrived', { settledAt: LATELY });
  await night();
  expect(await kept()).toEqual(['arrived']);
});

it('is nobody’s to do but the clock’s', async () => {
  await expect(app.as(school.first).mail.forgetOld({})).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(app.as(systemActor(school.id, 'mail.forgetOldMail')).mail.findOld({})).resolves.toEqual({
    isAny: false,
  });
});
