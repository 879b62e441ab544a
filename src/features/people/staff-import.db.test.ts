// Staff lists: by the same rules as on the page, whole or not at all, and twice the same as once.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { PersonActor } from '#kernel/actor.ts';
import { openTestApp, type TestSchool } from '#test/school.ts';

let app: Awaited<ReturnType<typeof openTestApp>>;
let mill: TestSchool;
let head: PersonActor;

beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.drop());
beforeEach(async () => {
  mill = await app.school();
  head = await mill.person({ name: 'Hilda Head', responsibilities: ['headteacher'] });
});

const LIST = [
  'First name,Last name,Role,Email',
  'Sana,Lead,DSL; Deputy head,sana@example.sch.uk',
  'Gil,Chair,Chair of governors,gil@example.org',
  'Otto,Office,School secretary,otto@example.sch.uk',
  'Vera,Vol,Volunteer,',
].join('\n');
const rolesOf = async (name: string): Promise<{ types: string[]; responsibilities: string[]; jobTitle: string }> => {
  const [person] = (await app.as(head).people.list({ search: name })).people;
  return { types: person!.types, responsibilities: person!.responsibilities, jobTitle: person!.jobTitle };
};
const TYPED = { typedWord: 'CHANGE' };

it('enters new colleagues with what they are and answer for', async () => {
  const plan = await app.as(head).people.previewStaffImport({ text: LIST, covers: 'these-people' });
  expect(plan).toMatchObject({ usable: true, joiners: 4, needsTypedWord: true });
  const done = await app.as(head).people.importStaff({ text: LIST, covers: 'these-people', ...TYPED });
  expect(done).toEqual({ joined: 4, changed: 0, unchanged: 0, left: 0 });
  expect(await rolesOf('sana')).toEqual({
    types: ['staff', 'teaching'],
    responsibilities: ['deputy-headteacher', 'dsl'],
    jobTitle: 'DSL; Deputy head',
  });
  expect(await rolesOf('gil')).toMatchObject({ types: ['governor'], responsibilities: ['chair-of-governors'] });
  expect(await rolesOf('otto')).toEqual({
    types: ['staff', 'support'],
    responsibilities: [],
    jobTitle: 'School secretary',
  });
  expect(await rolesOf('vera')).toMatchObject({ types: ['volunteer'], responsibilities: [] });
  const again = await app.as(head).people.importStaff({ text: LIST, covers: 'these-people' });
  expect(again).toEqual({ joined: 0, changed: 0, unchanged: 4, left: 0 });
});

it('lets a list give no more than its bearer may give', async () => {
  const manager = await mill.person({ responsibilities: ['business-manager'] });
  const found = app.as(manager).people.importStaff({ text: LIST, covers: 'these-people', ...TYPED });
  await expect(found).rejects.toMatchObject({
    kind: 'invalid',
    code: 'list-not-usable',
    fields: expect.arrayContaining([expect.objectContaining({ field: 'row 2, column role' })]),
  });
  const plain = ['First name,Last name,Role', 'Otto,Office,School secretary'].join('\n');
  expect(await app.as(manager).people.importStaff({ text: plain, covers: 'these-people', ...TYPED })).toMatchObject({
    joined: 1,
  });
});

it('takes no second headteacher from a list', async () => {
  const text = ['First name,Last name,Role', 'Rival,Head,Headteacher'].join('\n');
  await expect(app.as(head).people.importStaff({ text, covers: 'these-people', ...TYPED })).rejects.toMatchObject({
    code: 'list-not-usable',
    message: expect.stringContaining('one at a time'),
  });
  expect((await app.as(head).people.list({ search: 'rival' })).people).toEqual([]);
});

it('lets those leave whom a list of all staff leaves out, but not its bearer, and no governor', async () => {
  await mill.person({ name: 'Gone Already' });
  await mill.person({ name: 'Greta Governor', types: ['governor'] });
  const text = ['First name,Last name,Role', 'Gwen,Setter,Administrator', 'Otto,Office,Teacher'].join('\n');
  await expect(app.as(head).people.importStaff({ text, covers: 'all-staff', ...TYPED })).rejects.toMatchObject({
    message: expect.stringContaining('not in the list yourself'),
  });
  const whole = `${text}\nHilda,Head,Headteacher`;
  await expect(app.as(head).people.importStaff({ text: whole, covers: 'all-staff' })).rejects.toMatchObject({
    code: 'word-needed',
  });
  expect(await app.as(head).people.importStaff({ text: whole, covers: 'all-staff', ...TYPED })).toMatchObject({
    joined: 1,
    left: 1,
  });
  const names = (await app.as(head).people.list({})).people.map(({ name }) => name);
  expect(names).toEqual(['Greta Governor', 'Hilda Head', 'Otto Office', 'Gwen Setter']);
});

it('fills in what a list knows, adds a responsibility, and ends none', async () => {
  const text = (role: string, last = 'Office') =>
    `First name,Last name,Role,Email\nOtto,${last},${role},otto@example.sch.uk`;
  await app.as(head).people.importStaff({ text: text('SLT'), covers: 'these-people', ...TYPED });
  const done = await app
    .as(head)
    .people.importStaff({ text: text('Computing lead', 'Married'), covers: 'these-people', ...TYPED });
  expect(done).toMatchObject({ joined: 0, changed: 1 });
  expect(await rolesOf('married')).toMatchObject({ responsibilities: ['computing-lead', 'slt'] });
});

it('takes first and last days, and corrects the address of somebody who has not come yet', async () => {
  const list = (...rows: string[]) => ['First name,Last name,Role,Email,Start date,Last day', ...rows].join('\n');
  const take = (text: string) => app.as(head).people.importStaff({ text, covers: 'these-people', ...TYPED });
  await take(list('Otto,Office,SLT,otto@wrong.example,01/01/2027,'));
  const [otto] = (await app.as(head).people.list({ search: 'otto' })).people;
  const read = () => app.as(head).people.read({ personId: otto!.id });
  expect(await read()).toMatchObject({
    types: [{ startsOn: '2027-01-01' }],
    responsibilities: [{ startsOn: '2027-01-01' }],
  });
  expect(await take(list('Otto,Office,Staff; SLT,otto@wrong.example,01/01/2027,'))).toMatchObject({ unchanged: 1 });
  const vera = list('Vera,Vol,Volunteer,vera@wrong.example,,');
  await take(vera);
  expect(await take(vera.replace('wrong', 'right'))).toMatchObject({ changed: 1 });
  const [found] = (await app.as(head).people.list({ search: 'vera' })).people;
  expect(await app.as(head).people.read({ personId: found!.id })).toMatchObject({ email: 'vera@right.example' });
  expect(await take(list('Otto,Office,SLT,,,23/07/2027'))).toMatchObject({ changed: 1 });
  expect(await read()).toMatchObject({ lastDay: '2027-07-23', responsibilities: [{ endsOn: '2027-07-23' }] });
  await app.as(head).people.undoLeaving({ personId: otto!.id });
  expect(await read()).toMatchObject({ lastDay: null, responsibilities: [{ endsOn: null }] });
  await expect(take(list('Otto,Office,SLT,,,01/09/2025'))).rejects.toMatchObject({
    message: 'The last day of Otto Office is over already.',
  });
});
