// Leaving on a day: seen beforehand, acting by itself, undone until then, and what would be left with nobody is said.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { systemActor, type PersonActor } from '#kernel/actor.ts';
import { openWholeApp } from '#test/whole-app.ts';
import type { TestSchool } from '#test/school.ts';

let app: Awaited<ReturnType<typeof openWholeApp>>;
let mill: TestSchool;
let head: PersonActor;

beforeAll(async () => {
  app = await openWholeApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set('2036-11-21T09:00:00Z');
  mill = await app.school();
  head = await mill.person({ name: 'Hilda Head', responsibilities: ['headteacher'] });
});
const on = async (instant: string): Promise<void> => {
  app.clock.set(instant);
  await app.work();
};
const asAfresh = async (): Promise<void> => void (head = await mill.again(head));

it('shows what hangs on each, takes a list whole or not at all, and says it once it is noted', async () => {
  await mill.person({ name: 'Sana Lead', responsibilities: ['dsl', 'slt'] });
  await mill.person({ name: 'Sid Second', responsibilities: ['slt'] });
  const list = 'First name,Last name,Last day\nSana,Lead,18/12/2036\n';
  const seen = await app.as(head).people.previewLeavers({ text: list });
  expect(seen).toMatchObject({
    usable: true,
    leavers: [
      {
        name: 'Sana Lead',
        lastDay: '2036-12-18',
        signsIn: true,
        responsibilities: [
          { responsibility: 'dsl', isLast: true },
          { responsibility: 'slt', isLast: false },
        ],
      },
    ],
  });
  await expect(app.as(head).people.endMany({ text: `${list}No,Body,18/12/2036\n` })).rejects.toMatchObject({
    code: 'list-not-usable',
    fields: [{ field: 'row 3' }],
  });
  expect((await app.as(head).people.listLeaving({})).people).toEqual([]);
  expect(await app.as(head).people.endMany({ text: list })).toEqual({ leaving: 1 });
  expect((await app.as(head).people.listLeaving({})).people).toMatchObject([
    { name: 'Sana Lead', lastDay: '2036-12-18' },
  ]);
  const { duties } = await app.as(head).duties.listToday({});
  expect(duties).toContainEqual(
    expect.objectContaining({
      kind: 'people.gap',
      due: '2036-12-18',
      title: 'Say who follows Sana Lead: Designated safeguarding lead',
    }),
  );
  const next = await mill.person({ name: 'Nora Next' });
  await app
    .as(head)
    .people.grantResponsibility({ personId: next.personId, responsibility: 'dsl', startsOn: '2036-12-19' });
  expect((await app.as(head).duties.listToday({})).duties.map(({ kind }) => kind)).not.toContain('people.gap');
});

it('acts on the morning after by itself, and not before', async () => {
  const sana = await mill.person({ name: 'Sana Lead', responsibilities: ['slt'] });
  const grants = await app.rows<{ id: string }>(`select id from responsibility where person_id = $1`, [head.personId]);
  await app.as(head).people.setDeputy({ grantId: grants[0]!.id, deputyId: sana.personId });
  await app.as(head).people.endMany({ leavers: [{ personId: sana.personId, lastDay: '2036-12-18' }] });
  const deputy = async () =>
    (await app.as(head).people.read({ personId: head.personId })).responsibilities.find(
      ({ responsibility }) => responsibility === 'headteacher',
    )!.deputy;
  await on('2036-12-18T12:00:00Z');
  await asAfresh();
  expect(await deputy()).toMatchObject({ id: sana.personId });
  expect((await mill.again(sana)).roles).toContain('slt');
  await on('2036-12-19T06:00:00Z');
  await asAfresh();
  expect(await deputy()).toBeNull();
  expect((await mill.again(sana)).roles.size).toBe(0);
  await expect(app.as(head).people.undoLeaving({ personId: sana.personId })).rejects.toMatchObject({
    code: 'already-over',
  });
});

it('is undone before the day: everything goes on as it was', async () => {
  const sana = await mill.person({ name: 'Sana Lead', responsibilities: ['dsl', 'slt'] });
  const before = await app.as(head).people.read({ personId: sana.personId });
  await app.as(head).people.endMany({ leavers: [{ personId: sana.personId, lastDay: '2036-12-18' }] });
  await on('2036-12-10T09:00:00Z');
  await asAfresh();
  await app.as(head).people.undoLeaving({ personId: sana.personId });
  expect(await app.as(head).people.read({ personId: sana.personId })).toEqual(before);
  await expect(app.as(head).people.undoLeaving({ personId: sana.personId })).rejects.toMatchObject({
    code: 'not-leaving',
  });
  await on('2036-12-19T06:00:00Z');
  expect((await mill.again(sana)).roles).toContain('dsl');
  const finished = await app
    .as(systemActor(mill.id, 'people.actOnLeaving'))
    .people.finishLeaving({ personId: sana.personId });
  expect(finished).toEqual({ hasLeft: false });
});

it('is put off or brought forward whole', async () => {
  const sana = await mill.person({ name: 'Sana Lead', responsibilities: ['slt'] });
  const leaves = (lastDay: string) => app.as(head).people.endPerson({ personId: sana.personId, lastDay });
  const seen = () => app.as(head).people.read({ personId: sana.personId });
  await leaves('2036-12-18');
  await leaves('2037-01-31');
  expect(await seen()).toMatchObject({
    lastDay: '2037-01-31',
    types: [{ endsOn: '2037-01-31' }],
    responsibilities: [{ endsOn: '2037-01-31' }],
  });
  await leaves('2036-11-30');
  expect(await seen()).toMatchObject({ lastDay: '2036-11-30', responsibilities: [{ endsOn: '2036-11-30' }] });
  await app.as(head).people.undoLeaving({ personId: sana.personId });
  expect(await seen()).toMatchObject({ lastDay: null, responsibilities: [{ endsOn: null }] });
});

it('lets nobody end what they may not end, themselves, or the last who can let others in', async () => {
  const manager = await mill.person({ name: 'Mona Manager', responsibilities: ['business-manager'] });
  const sana = await mill.person({ name: 'Sana Lead', responsibilities: ['dsl'] });
  const leaving = (by: PersonActor, ...people: PersonActor[]) =>
    app.as(by).people.endMany({ leavers: people.map(({ personId }) => ({ personId, lastDay: '2036-12-18' })) });
  await expect(leaving(manager, sana)).rejects.toMatchObject({ code: 'list-not-usable' });
  await expect(leaving(manager, manager)).rejects.toMatchObject({ message: 'You are among those who would leave.' });
  await expect(leaving(head, mill.first, head)).rejects.toMatchObject({ code: 'list-not-usable' });
  const chair = await mill.person({
    name: 'Cara Chair',
    responsibilities: ['chair-of-governors', 'business-manager', 'administrator'],
  });
  await expect(leaving(chair, head)).resolves.toEqual({ leaving: 1 });
  const second = await mill.person({ name: 'Ada Second', responsibilities: ['administrator'] });
  expect(second.personId).not.toBe(chair.personId);
  await expect(leaving(head, mill.first)).rejects.toMatchObject({ code: 'last-administrator' });
});
