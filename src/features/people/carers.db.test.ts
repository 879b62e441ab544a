// Lists of carers on a real database: whole or not at all, twice the same as once, and read by those only who may.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { PersonActor } from '#kernel/actor.ts';
import { openTestApp, type TestSchool } from '#test/school.ts';

let app: Awaited<ReturnType<typeof openTestApp>>;
let mill: TestSchool;
let head: PersonActor;

beforeAll(async () => void (app = await openTestApp()));
afterAll(() => app.drop());
beforeEach(async () => {
  mill = await app.school();
  head = await mill.person({ name: 'Hilda Head', responsibilities: ['headteacher'] });
  const roll = ['First name,Last name,Class,Admission number', 'Amelia,Brown,4A,A1', 'Tom,Brown,2B,A2'].join('\n');
  await app.as(head).people.importPupils({ text: roll, covers: 'whole-roll' });
});

const HEADINGS =
  'First name,Last name,Email,Telephone,Pupil id,Relation,Parental responsibility,Do not contact,Priority';
const LIST = [
  HEADINGS,
  'Rosa,Brown,home@example.org,07700 900123,A1,Mother,yes,,1',
  'Rosa,Brown,home@example.org,07700 900123,A2,Mother,yes,,1',
  'Ned,Brown,home@example.org,,A1,Father,no,yes,2',
].join('\n');
const take = (text: string, covers: 'all-carers' | 'these-pupils' | 'these-rows' = 'all-carers', by = head) =>
  app.as(by).people.importCarers({ text, covers, typedWord: 'CHANGE' });
const idOf = async (search: string): Promise<string> =>
  (await app.as(head).people.list({ search })).people[0]?.id ?? `nobody called ${search}`;

it('takes carers with whose they are, once', async () => {
  const seen = await app.as(head).people.previewCarerImport({ text: LIST, covers: 'all-carers' });
  expect(seen).toMatchObject({ usable: true, joiners: 2, joining: [{ name: 'Rosa Brown' }, { name: 'Ned Brown' }] });
  expect(await take(LIST)).toEqual({ joined: 2, changed: 0, unchanged: 0, left: 0 });
  expect(await take(LIST)).toEqual({ joined: 0, changed: 0, unchanged: 2, left: 0 });
  const amelia = await app.as(head).people.readCarers({ personId: await idOf('amelia') });
  expect(amelia.carers).toMatchObject([
    {
      name: 'Rosa Brown',
      relation: 'mother',
      parentalResponsibility: true,
      doNotContact: false,
      telephone: '07700 900123',
    },
    { name: 'Ned Brown', relation: 'father', parentalResponsibility: false, doNotContact: true },
  ]);
  const rosa = await app.as(head).people.readCarers({ personId: await idOf('rosa') });
  expect(rosa).toMatchObject({
    email: 'home@example.org',
    carers: [],
    pupils: [{ name: 'Amelia Brown' }, { name: 'Tom Brown' }],
  });
  expect(JSON.stringify(rosa)).not.toContain('Ned');
});

it('imports nothing of a list with one error', async () => {
  await expect(take(`${LIST}\nLost,Person,,,A9,,,,`)).rejects.toMatchObject({
    code: 'list-not-usable',
    fields: [{ field: 'row 5, column Pupil id' }],
  });
  expect((await app.as(head).people.list({ type: 'carer' })).people).toEqual([]);
});

it('asks for a word where much would change, and brings back who had gone', async () => {
  await take(LIST);
  const one = [HEADINGS, 'Ned,Brown,home@example.org,,A1,Father,,,'].join('\n');
  await expect(app.as(head).people.importCarers({ text: one, covers: 'all-carers' })).rejects.toMatchObject({
    code: 'word-needed',
  });
  const rosa = await idOf('rosa');
  expect(await take(one)).toMatchObject({ left: 1, unchanged: 1 });
  expect((await app.as(head).people.list({ search: 'rosa' })).people).toEqual([]);
  app.clock.advance({ hours: 24 });
  head = await mill.again(head);
  expect(await take(LIST)).toMatchObject({ joined: 1 });
  expect(await idOf('rosa')).toBe(rosa);
});

it('lets those only who may read carers meet them at all', async () => {
  await take(LIST);
  const [amelia, rosa] = [await idOf('amelia'), await idOf('rosa')];
  for (const responsibility of ['dsl', 'deputy-dsl', 'data-protection-lead', 'administrator'] as const) {
    const reader = await mill.person({ responsibilities: [responsibility] });
    expect((await app.as(reader).people.readCarers({ personId: amelia })).carers).toHaveLength(2);
  }
  for (const wanted of [
    {},
    { responsibilities: ['business-manager'] as const },
    { responsibilities: ['system-administrator'] as const },
    { responsibilities: ['deputy-headteacher'] as const },
  ]) {
    const other = await mill.person(wanted);
    const api = app.as(other).people;
    await expect(api.readCarers({ personId: amelia })).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(api.read({ personId: rosa })).rejects.toMatchObject({ kind: 'not-found' });
    expect((await api.list({ search: 'rosa' })).people).toEqual([]);
    expect((await api.list({ type: 'carer' })).people).toEqual([]);
    await expect(take(LIST, 'these-rows', other)).rejects.toMatchObject({ kind: 'forbidden' });
  }
  const token: PersonActor = { ...head, via: 'token', scopes: new Set(['people:read']), factorAt: null };
  expect((await app.as(token).people.list({ search: 'rosa' })).people).toEqual([]);
});

it('keeps carers’ rows behind the row policies, whatever a statement asks for', async () => {
  await take(LIST);
  const teacher = await mill.person({});
  const counted = async (personId: string) => {
    const unit = await app.database.begin({ role: 'app', scopeId: mill.id, personId }, 'read');
    const links = await unit.db.selectFrom('carer_link').select('id').execute();
    const contacts = await unit.db.selectFrom('carer_contact').select('person_id').execute();
    await unit.rollback();
    return [links.length, contacts.length];
  };
  expect(await counted(teacher.personId)).toEqual([0, 0]);
  expect(await counted(head.personId)).toEqual([3, 2]);
});

it('notices a parent’s name in a draft as that of an adult who is not staff', async () => {
  await take(LIST);
  const found = await app.rows<{ key: string }>(
    `select key from name_key where school_id = $1 and person_id = $2 and key like 'n:%'`,
    [mill.id, await idOf('rosa')],
  );
  expect(found.map(({ key }) => key)).toContain('n:rosabrown');
});

it('takes a change by hand at once, and a colleague who is a parent stays a colleague', async () => {
  const teacher = await mill.person({ name: 'Ada Quill' });
  const { email } = await app.as(head).people.read({ personId: teacher.personId });
  await take(`${LIST}\nAda,Quill,${email},,A2,Aunt,,,`);
  const ada = await app.as(head).people.read({ personId: teacher.personId });
  expect(ada.types.map(({ type }) => type).sort()).toEqual(['carer', 'staff']);
  const other = await mill.person({});
  expect((await app.as(other).people.read({ personId: teacher.personId })).types.map(({ type }) => type)).toEqual([
    'staff',
  ]);
  const manager = await mill.person({ responsibilities: ['business-manager'] });
  await app.as(manager).people.setTypes({ personId: teacher.personId, types: ['staff', 'volunteer'] });
  const amelia = await idOf('amelia');
  const { carers } = await app.as(head).people.readCarers({ personId: amelia });
  const [rosa] = carers;
  await app.as(head).people.changeCarer({ linkId: rosa!.linkId, doNotContact: true });
  expect((await app.as(head).people.readCarers({ personId: amelia })).carers[0]).toMatchObject({
    doNotContact: true,
    parentalResponsibility: true,
  });
  await app.as(head).people.changeCarer({ linkId: rosa!.linkId, isOver: true });
  expect((await app.as(head).people.readCarers({ personId: amelia })).carers.map(({ name }) => name)).toEqual([
    'Ned Brown',
  ]);
  expect((await app.as(head).people.readCarers({ personId: teacher.personId })).pupils).toMatchObject([
    { name: 'Tom Brown' },
  ]);
});

it('takes fifty thousand rows, and again without a change', async () => {
  const roll = Array.from({ length: 25_000 }, (_, n) => `Kit${letters(n)},Marsh,${n % 900},B${n}`);
  const classes = ['First name,Last name,Class,Admission number', ...roll].join('\n');
  await app.as(head).people.importPupils({ text: classes, covers: 'whole-roll', typedWord: 'CHANGE' });
  const rows = Array.from(
    { length: 50_000 },
    (_, n) => `Pat${letters(n)},Marsh,p${n}@family.example,,B${n % 25_000},Mother,yes,,1`,
  );
  const text = [HEADINGS, ...rows].join('\n');
  expect(await take(text)).toEqual({ joined: 50_000, changed: 0, unchanged: 0, left: 0 });
  expect(await take(text)).toEqual({ joined: 0, changed: 0, unchanged: 50_000, left: 0 });
}, 240_000);

/** 0 → "a", 26 → "ba": names are written in letters. */
const letters = (n: number): string =>
  (n < 26 ? '' : letters(Math.floor(n / 26))) + String.fromCodePoint(97 + (n % 26));
