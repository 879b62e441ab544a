// Those who do not answer are reminded without end, and others are told: on a real database.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '#kernel/actor.ts';
import { openAcknowledgement } from './acknowledgement.fixture.ts';

let app: Awaited<ReturnType<typeof openAcknowledgement>>;
beforeAll(async () => void (app = await openAcknowledgement()));
afterAll(() => app.drop());
beforeEach(() => app.clock.set('2026-11-20T09:00:00Z'));

it('asks at once when a version asks everybody anew: one job, in the same commit, and none for a correction', async () => {
  const { school, head } = await app.ready('grappenhall-heys');
  const waiting = async () =>
    (
      await app.rows<{ key: string }>(
        `select j.key from graphile_worker.jobs j where j.task_identifier = 'acknowledgement.remind' and j.key like $1`,
        [`${school.id}:%`],
      )
    ).map(({ key }) => key);
  expect(await waiting()).toEqual([]);
  await app.change(head, 'ack.days', 20);
  expect(await waiting()).toEqual([]);
  for (const days of [21, 22]) {
    await app.change(head, 'ack.days', days, true);
    expect(await waiting()).toEqual([`${school.id}:acknowledgement.remind:anew`]);
  }
  await app.remind(school);
  expect((await app.noticesOf(head)).map(({ text }) => text)).toEqual([expect.stringMatching(/^Version 4 of/)]);
});

it('does not count those who answered before they were asked as asked', async () => {
  const { school, head } = await app.ready('grappenhall-heys');
  const teacher = await school.person({ name: 'Kim Lee' });
  const asking = async () => (await app.api(head).readCoverage({})).versions[0]!.asking;
  const { of } = await asking();
  await app.confirm(teacher);
  expect(await asking()).toEqual({ of, asked: 0, before: 1, onPaper: 0 });
  await app.remind(school);
  expect(await asking()).toEqual({ of, asked: of - 1, before: 1, onPaper: 0 });
});

describe('those who do not answer', () => {
  it('are on the overdue list and reminded for as long as it takes, then their line manager and the head [GH-42, SJ-32]', async () => {
    for (const model of ['grappenhall-heys', 'st-josephs'] as const) {
      app.clock.set('2026-11-20T09:00:00Z');
      const { school, head: first } = await app.ready(model);
      const lead = await school.person({ name: 'Lea Der' });
      const teacher = await school.person({ name: 'Kim Lee' });
      await app.rows('update person set line_manager_id = $1 where id = $2', [lead.personId, teacher.personId]);
      await Promise.all([app.confirm(first), app.confirm(lead)]);
      expect(await app.mine(lead)).toMatchObject({ state: 'confirmed', n: 1, saidOf: 1, doneOn: '2026-11-20' });
      await app.remind(school);
      expect(await app.remind(school)).toEqual([]);
      expect(await app.noticesOf(teacher)).toHaveLength(1);
      const overdue = async () =>
        (await app.api(await school.again(first)).list({ state: 'overdue' })).people.map(({ name }) => name);
      expect(await overdue()).not.toContain('Kim Lee');
      const later = await app.inDays(school, teacher, 29);
      expect(await overdue()).toContain('Kim Lee');
      await app.remind(school);
      expect((await app.noticesOf(later)).map(({ text }) => text)[0]).toMatch(/^You have not confirmed version 1/);
      expect(await app.noticesOf(lead)).toEqual([]);
      await app.inDays(school, teacher, 7);
      await app.remind(school);
      expect((await app.noticesOf(lead)).map(({ text }) => text)).toEqual([
        expect.stringContaining('Kim Lee has not confirmed'),
      ]);
      await app.inDays(school, teacher, 7);
      await app.remind(school);
      expect((await app.noticesOf(first)).some(({ text }) => text.includes('still not confirmed'))).toBe(true);
      expect(await app.noticesOf(later)).toHaveLength(4);
    }
  });

  it('are asked in batches where there are five thousand, once each, and it shows how far it is', async () => {
    const { school, head } = await app.ready('grappenhall-heys');
    await app.rows(
      `insert into person (school_id, id, login_id, first_name, last_name, email, created_at)
       select $1, gen_random_uuid(), gen_random_uuid(), 'Staff', 'No ' || n, 'staff.' || n || '@example.sch.uk', now()
         from generate_series(1, 5000) n`,
      [school.id],
    );
    await app.rows(
      `insert into person_type (school_id, id, person_id, type, starts_on)
       select school_id, gen_random_uuid(), id, 'staff', '2026-11-20' from person where school_id = $1 and first_name = 'Staff'`,
      [school.id],
    );
    await app.rows('analyze person, person_type'); // as an import does
    const asking = async () => (await app.api(head).readCoverage({})).versions[0]!.asking;
    const { of } = await asking();
    expect(of).toBeGreaterThanOrEqual(5000);
    const system = app.as(systemActor(school.id, 'acknowledgement.remind')).acknowledgement;
    const [one, two] = await Promise.all([system.remindNext({ now: false }), system.remindNext({ now: false })]);
    expect([one.done, two.done]).toEqual([500, 500]);
    expect(await asking()).toMatchObject({ asked: 1000, of });
    await app.remind(school);
    expect(await asking()).toMatchObject({ asked: of, of });
    const told = await app.rows<{ n: number }>(
      `select count(*)::int as n from notice where school_id = $1 and kind = 'acknowledgement.asked'`,
      [school.id],
    );
    expect(told).toEqual([{ n: of }]);
  }, 120_000);
});
