// Named responsibilities: who gives them, one headteacher at a time, deputies who stand in, and nobody locked out.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { PersonActor } from '#kernel/actor.ts';
import { openTestApp, type TestSchool } from '#test/school.ts';
import { activeHolders } from './index.ts';

let app: Awaited<ReturnType<typeof openTestApp>>;
let mill: TestSchool;
let head: PersonActor;

beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.drop());
beforeEach(async () => {
  app.clock.set('2026-11-20T09:00:00Z');
  mill = await app.school();
  head = await mill.person({ name: 'Hilda Head', responsibilities: ['headteacher'] });
});

const grantIdOf = async (actor: PersonActor, personId: string, responsibility: string): Promise<string> => {
  const { responsibilities } = await app.as(actor).people.read({ personId });
  return responsibilities.find((held) => held.responsibility === responsibility)!.grantId;
};
const rolesOf = async (person: PersonActor) => [...(await mill.again(person)).roles].sort();

it('has one headteacher at a time, also when two are named at once', async () => {
  const [one, other] = [await mill.person(), await mill.person()];
  const chair = await mill.person({ types: ['governor'], responsibilities: ['chair-of-governors'] });
  await expect(
    app.as(chair).people.grantResponsibility({ personId: one.personId, responsibility: 'headteacher' }),
  ).rejects.toMatchObject({ kind: 'refused-by-policy', code: 'one-headteacher', clauses: [expect.any(String)] });

  const grantId = await grantIdOf(head, head.personId, 'headteacher');
  await app.as(chair).people.endResponsibility({ grantId, lastDay: '2026-12-31' });
  await expect(
    app
      .as(chair)
      .people.grantResponsibility({ personId: one.personId, responsibility: 'headteacher', startsOn: '2026-12-31' }),
  ).rejects.toMatchObject({ code: 'one-headteacher' });
  const both = await Promise.allSettled(
    [one, other].map(({ personId }) =>
      app.as(chair).people.grantResponsibility({ personId, responsibility: 'headteacher', startsOn: '2027-01-01' }),
    ),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  app.clock.set('2027-01-01T09:00:00Z');
  const heads = await app.rows(
    `select 1 from person where school_id = $1 and 'headteacher' = any(app.person_roles(school_id, id, '2027-01-01'))`,
    [mill.id],
  );
  expect(heads).toHaveLength(1);
});

it('lets the system administrator neither take nor give what decides', async () => {
  const { first } = mill; // account administrator and system administrator
  const technician = await mill.person({ responsibilities: ['system-administrator'] });
  const colleague = await mill.person();
  for (const responsibility of ['headteacher', 'dsl', 'administrator'] as const) {
    await expect(
      app.as(technician).people.grantResponsibility({ personId: technician.personId, responsibility }),
    ).rejects.toMatchObject({ kind: 'forbidden', code: 'not-to-yourself' });
    await expect(
      app.as(technician).people.grantResponsibility({ personId: colleague.personId, responsibility }),
    ).rejects.toMatchObject({ kind: 'forbidden', code: 'not-yours-to-give' });
  }
  const deputised = app.as(technician).people.setDeputy({
    grantId: await grantIdOf(head, head.personId, 'headteacher'),
    deputyId: technician.personId,
  });
  await expect(deputised).rejects.toMatchObject({ kind: 'forbidden' });
  await app.as(first).people.grantResponsibility({ personId: colleague.personId, responsibility: 'author' });
});

it('needs a factor shown within four hours', async () => {
  const colleague = await mill.person();
  app.clock.advance({ hours: 4, minutes: 1 });
  const grant = { personId: colleague.personId, responsibility: 'author' as const };
  await expect(app.as(head).people.grantResponsibility(grant)).rejects.toMatchObject({ code: 'fresh-factor-needed' });
});

it('gives the deputy the responsibility while its holder is away, and only then', async () => {
  const deputy = await mill.person({ name: 'Dora Deputy' });
  await app
    .as(head)
    .people.setDeputy({ grantId: await grantIdOf(head, head.personId, 'headteacher'), deputyId: deputy.personId });
  expect(await rolesOf(deputy)).toEqual(['staff']);
  await app.as(head).people.setAbsence({
    personId: head.personId,
    absences: [{ startsOn: '2026-11-23', endsOn: '2026-11-24' }],
  });
  app.clock.set('2026-11-23T09:00:00Z');
  expect(await rolesOf(deputy)).toEqual(['headteacher', 'staff']);
  const unit = await app.database.begin({ scopeId: mill.id, personId: null, role: 'app' }, 'read');
  expect(await activeHolders(unit.db, mill.id, ['headteacher'], '2026-11-23')).toEqual([
    {
      responsibility: 'headteacher',
      personId: head.personId,
      name: 'Hilda Head',
      deputyId: deputy.personId,
      away: true,
    },
  ]);
  await unit.rollback();
  app.clock.set('2026-11-25T09:00:00Z');
  expect(await rolesOf(deputy)).toEqual(['staff']);
  const { notices } = await app.as(deputy).people.readNotices({});
  expect(notices).toContainEqual(expect.objectContaining({ kind: 'people.deputy', isRead: false }));
});

it('lets nobody stand in for themselves, and nobody who does not work here', async () => {
  const grantId = await grantIdOf(head, head.personId, 'headteacher');
  const { personId } = await app.as(head).people.add({ firstName: 'Carla', lastName: 'Carer', types: ['carer'] });
  await expect(app.as(head).people.setDeputy({ grantId, deputyId: head.personId })).rejects.toMatchObject({
    code: 'own-deputy',
  });
  await expect(app.as(head).people.setDeputy({ grantId, deputyId: personId })).rejects.toMatchObject({
    code: 'not-a-colleague',
  });
  await expect(app.as(head).people.grantResponsibility({ personId, responsibility: 'author' })).rejects.toMatchObject({
    code: 'not-a-colleague',
  });
});

it('lets a colleague set their own absence, and only whoever keeps the directory that of another', async () => {
  const [one, other] = [await mill.person(), await mill.person()];
  const absences = [{ startsOn: '2026-11-20', endsOn: '2026-11-20' }];
  await app.as(one).people.setAbsence({ personId: one.personId, absences });
  await expect(app.as(one).people.setAbsence({ personId: other.personId, absences })).rejects.toMatchObject({
    code: 'not-your-entry',
  });
  await expect(
    app
      .as(one)
      .people.setAbsence({ personId: one.personId, absences: [{ startsOn: '2026-11-22', endsOn: '2026-11-21' }] }),
  ).rejects.toMatchObject({ kind: 'invalid', fields: [{ field: 'absences.0.endsOn' }] });
  expect((await app.as(head).people.read({ personId: one.personId })).absences).toEqual(absences);
});

it('never leaves a school that nobody can look after', async () => {
  const grantOfHead = await grantIdOf(head, head.personId, 'headteacher');
  const grantOfFirst = await grantIdOf(head, mill.first.personId, 'system-administrator');
  await app.as(mill.first).people.endResponsibility({ grantId: grantOfFirst });
  for (const last of [
    () => app.as(head).people.endResponsibility({ grantId: grantOfHead }),
    () => app.as(head).people.endPerson({ personId: head.personId }),
  ]) {
    await expect(last()).rejects.toMatchObject({
      code: 'last-administrator',
      remedy: expect.stringContaining('First make'),
    });
  }
  await mill.person({ responsibilities: ['system-administrator'], joined: false });
  await expect(app.as(head).people.endResponsibility({ grantId: grantOfHead })).rejects.toMatchObject({
    code: 'last-administrator',
  });
  await mill.person({ responsibilities: ['system-administrator'] });
  await app.as(head).people.endResponsibility({ grantId: grantOfHead });
  expect(await rolesOf(head)).toEqual(['staff']);
});

it('gives nothing twice on the same days, and ends nothing twice', async () => {
  const colleague = await mill.person({ responsibilities: ['author'] });
  const { personId } = colleague;
  await expect(app.as(head).people.grantResponsibility({ personId, responsibility: 'author' })).rejects.toMatchObject({
    code: 'already-held',
  });
  const grantId = await grantIdOf(head, personId, 'author');
  await expect(app.as(head).people.endResponsibility({ grantId, lastDay: '2026-11-01' })).rejects.toMatchObject({
    code: 'in-the-past',
  });
  await app.as(colleague).people.endResponsibility({ grantId });
  await expect(app.as(head).people.endResponsibility({ grantId })).rejects.toMatchObject({ code: 'already-over' });
  await app.as(head).people.grantResponsibility({ personId, responsibility: 'author', endsOn: '2026-12-01' });
  await expect(
    app
      .as(head)
      .people.grantResponsibility({ personId, responsibility: 'slt', startsOn: '2026-12-02', endsOn: '2026-12-01' }),
  ).rejects.toMatchObject({ code: 'ends-before-start' });
});

it('tells everybody who decides when somebody new is to decide', async () => {
  const colleague = await mill.person({ name: 'Nadia New' });
  await app.as(head).people.grantResponsibility({ personId: colleague.personId, responsibility: 'dsl' });
  const { notices } = await app.as(mill.first).people.readNotices({});
  expect(notices).toContainEqual(
    expect.objectContaining({ kind: 'people.granted', text: 'Nadia New now holds “Designated safeguarding lead”.' }),
  );
  expect((await app.as(mill.first).people.me({})).unreadNotices).toBe(notices.length);
  await app.as(mill.first).people.markNoticesRead({});
  expect((await app.as(mill.first).people.me({})).unreadNotices).toBe(0);
});

it('keeps somebody who still answers for something among the colleagues', async () => {
  const colleague = await mill.person({ responsibilities: ['author'] });
  await expect(app.as(head).people.setTypes({ personId: colleague.personId, types: ['carer'] })).rejects.toMatchObject({
    code: 'still-responsible',
  });
});
