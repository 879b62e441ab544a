// Class lists taken as the roll: whole or not at all, twice the same as once, and whatever a spreadsheet does to a file.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { PersonActor } from '#kernel/actor.ts';
import { openTestApp, type TestSchool } from '#test/school.ts';
import { groupsOf, wordsOf } from './names/index.ts';
import { peopleByNameKeys } from './index.ts';

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

const HEADINGS = 'First name,Last name,Preferred name,Year group,Class,Admission number';
const LIST = [
  HEADINGS,
  'Amelia,Brown,Millie,4,4B,101',
  'Siân,O’Brien,,4,4B,102',
  'Tom,Brown,,R,Robins,103',
  'Zoë,Adeyemi-Smith,,R,Robins,104',
  'Priya,Nair,,6,6K,105',
].join('\n');

const people = () => app.as(head).people;
const whole = (text: string, typedWord?: string) =>
  people().importPupils({ text, covers: 'whole-roll', ...(typedWord === undefined ? {} : { typedWord }) });
const bytes = (data: Buffer) => people().importPupils({ base64: data.toString('base64'), covers: 'whole-roll' });
const names = async (): Promise<string[]> =>
  (await people().list({ type: 'pupil' })).people.map(({ firstName, lastName }) => `${firstName} ${lastName}`).sort();
const found = async (text: string): Promise<string[]> => {
  const keys = groupsOf(wordsOf(text)).map((group) => `n:${group.text}`);
  const unit = await app.database.begin({ scopeId: mill.id, personId: null, role: 'app' }, 'read');
  const rows = await peopleByNameKeys(unit.db, mill.id, [...new Set(keys)]);
  await unit.rollback();
  return [...new Set(rows.map(({ first, last, kind }) => `${first} ${last}, ${kind}`))].sort();
};

it('shows what would change without writing anything', async () => {
  const plan = await people().previewPupilImport({ text: LIST, covers: 'whole-roll' });
  expect(plan).toMatchObject({ usable: true, joiners: 5, leavers: 0, needsTypedWord: false });
  expect(plan.joining[0]).toEqual({ name: 'Millie Brown', yearGroup: '4', className: '4B' });
  expect(await names()).toEqual([]);
  expect((await people().roll({})).lastImport).toBeNull();
});

it('takes a list in, counts it by class, and finds each name by any of its spellings', async () => {
  expect(await whole(LIST)).toEqual({ joined: 5, changed: 0, unchanged: 0, left: 0 });
  expect(await people().roll({})).toEqual({
    pupils: 5,
    classes: [
      { yearGroup: 'R', className: 'Robins', pupils: 2 },
      { yearGroup: '4', className: '4B', pupils: 2 },
      { yearGroup: '6', className: '6K', pupils: 1 },
    ],
    lastImport: { at: '2026-11-20T09:00:00Z', by: 'Hilda Head', covers: 'whole-roll', joined: 5, changed: 0, left: 0 },
  });
  expect(await found('Well done MILLIE BROWN and Sian OBrien!')).toEqual([
    'Amelia Brown, pupil',
    'Siân O’Brien, pupil',
  ]);
  expect(await found('Nobody by that name')).toEqual([]);
});

it('changes nothing when the same list comes again', async () => {
  await whole(LIST);
  const rows = () =>
    app.rows(
      'select p.*, e.*, x.external_id from person p join enrolment e on e.person_id = p.id left join external_id x on x.person_id = p.id where p.school_id = $1 order by p.id',
      [mill.id],
    );
  const keys = () => app.rows('select * from name_key where school_id = $1 order by person_id, key', [mill.id]);
  const [before, keysBefore] = [await rows(), await keys()];
  app.clock.advance({ hours: 24 });
  expect(await whole(LIST)).toEqual({ joined: 0, changed: 0, unchanged: 5, left: 0 });
  expect(await rows()).toEqual(before);
  expect(await keys()).toEqual(keysBefore);
});

it('asks for a word when more than a fifth would change, and imports nothing until it is typed', async () => {
  await whole(LIST);
  const half = LIST.split('\n').slice(0, 4).join('\n');
  await expect(whole(half)).rejects.toMatchObject({
    kind: 'conflict',
    code: 'word-needed',
    remedy: expect.stringContaining('CHANGE'),
  });
  await expect(whole(half, 'yes')).rejects.toMatchObject({ code: 'word-needed' });
  expect(await names()).toHaveLength(5);
  expect(await whole(half, 'change')).toEqual({ joined: 0, changed: 0, unchanged: 3, left: 2 });
  expect(await names()).toEqual(['Amelia Brown', 'Siân O’Brien', 'Tom Brown']);
  expect(await whole(half)).toEqual({ joined: 0, changed: 0, unchanged: 3, left: 0 });
});

it('still finds the name of a child who has left, and welcomes the same child back', async () => {
  await whole(LIST);
  const [before] = await app.rows<{ person_id: string }>(
    `select person_id from external_id where external_id = '105' and school_id = $1`,
    [mill.id],
  );
  const without = LIST.replace(/\nPriya.*/, '');
  await people().importPupils({ text: without, covers: 'whole-roll' });
  expect(await names()).not.toContain('Priya Nair');
  expect(await found('Priya Nair')).toEqual(['Priya Nair, pupil']);
  app.clock.advance({ hours: 24 * 7 });
  await people().importPupils({ text: LIST, covers: 'whole-roll', typedWord: 'CHANGE' });
  expect(await names()).toContain('Priya Nair');
  const read = await people().read({ personId: before!.person_id });
  expect(read).toMatchObject({ name: 'Priya Nair', lastDay: null });
  expect(read.types.filter(({ held }) => held)).toHaveLength(1);
});

it('leaves other classes alone when the list covers only its own', async () => {
  await whole(LIST);
  const robins = [HEADINGS, 'Tom,Brown,,R,Robins,103', 'Una,Vance,,R,Robins,106'].join('\n');
  const done = await people().importPupils({ text: robins, covers: 'these-classes', typedWord: 'CHANGE' });
  expect(done).toEqual({ joined: 1, changed: 0, unchanged: 1, left: 1 });
  expect(await names()).toEqual(['Amelia Brown', 'Priya Nair', 'Siân O’Brien', 'Tom Brown', 'Una Vance']);
});

it('moves a class up and keeps an earlier name for matching', async () => {
  await whole(LIST);
  const next = LIST.replace('Amelia,Brown,Millie,4,4B', 'Amelia,Finch,Millie,5,5B');
  expect(await whole(next, 'CHANGE')).toMatchObject({ changed: 1, unchanged: 4 });
  expect(await found('Amelia Brown')).toEqual(['Amelia Finch, pupil']);
  expect((await people().list({ className: '5B' })).people).toMatchObject([{ name: 'Millie Finch', yearGroup: '5' }]);
  const keys = await app.rows<{ key: string }>(
    `select key from name_key where school_id = $1 and key like 'c:amelia/%'`,
    [mill.id],
  );
  expect(keys).toEqual([{ key: 'c:amelia/5b' }]);
});

it('reads what spreadsheets write: a byte order mark, ISO-8859-1, UTF-16, semicolons', async () => {
  await bytes(Buffer.from(`\ufeff${LIST}`));
  const latin = LIST.replaceAll('’', "'");
  const odd: Record<string, Buffer> = {
    'iso-8859-1': Buffer.from(latin, 'latin1'),
    'utf-16 little-endian': Buffer.from(`\ufeff${LIST}`, 'utf16le'),
    semicolons: Buffer.from(LIST.replaceAll(',', ';')),
    'windows lines': Buffer.from(LIST.replaceAll('\n', '\r\n')),
  };
  for (const [name, data] of Object.entries(odd)) {
    const plan = await people().previewPupilImport({ base64: data.toString('base64'), covers: 'whole-roll' });
    expect(plan, name).toMatchObject({ usable: true, joiners: 0, leavers: 0 });
  }
});

it('imports nothing of a list with an error, and says row and column', async () => {
  const faulty: Record<string, [string, RegExp, string]> = {
    'missing column': ['First name,Class\nAmelia,4B', /last name/i, 'column Last name'],
    'empty name': [`${LIST}\nEve,,,4,4B,107`, /missing/, 'row 7, column Last name'],
    twins: [`${HEADINGS}\nEve,Lee,,4,4B,\nEve,Lee,,4,4B,`, /Lee/, 'row 3'],
    'same id twice': [`${LIST}\nEve,Lee,,4,4B,101`, /same id/, 'row 7, column id'],
    'nothing at all': ['', /empty|no/i, 'list'],
    'a line that is no list': ['\u0001\u0002\u0003', /first name/i, 'column First name'],
  };
  for (const [name, [text, message, field]] of Object.entries(faulty)) {
    const plan = await people().previewPupilImport({ text, covers: 'whole-roll' });
    expect(plan, name).toMatchObject({ usable: false, joiners: 0 });
    const failure = await whole(text).catch(
      (error: unknown) => error as { code: string; fields: { field: string; message: string }[] },
    );
    expect(failure, name).toMatchObject({ kind: 'invalid', code: 'list-not-usable' });
    const [first] = (failure as { fields: { field: string; message: string }[] }).fields;
    expect(first!.message, name).toMatch(message);
    expect(first!.field, name).toContain(field);
  }
  expect(await names()).toEqual([]);
  await expect(people().importPupils({ covers: 'whole-roll' })).rejects.toMatchObject({ code: 'no-list' });
});

it('tells twins apart by their ids', async () => {
  const twins = `${HEADINGS}\nEve,Lee,,4,4B,201\nEve,Lee,,4,4B,202`;
  expect(await whole(twins)).toMatchObject({ joined: 2 });
  expect(await whole(twins)).toMatchObject({ joined: 0, unchanged: 2 });
});

it('takes a roll of 50,000 in, the planner knows of it at once, and the same list again changes nothing', async () => {
  const rows = Array.from(
    { length: 50_000 },
    (_, n) =>
      `${FIRST[n % FIRST.length]}${letters(n)},${LAST[(n * 7) % LAST.length]},,${1 + (n % 11)},${1 + (n % 11)}${'ABCDEF'[n % 6]},${n}`,
  );
  const text = [HEADINGS, ...rows].join('\n');
  expect(await whole(text)).toEqual({ joined: 50_000, changed: 0, unchanged: 0, left: 0 });
  const [{ kept, planned } = { kept: 0, planned: 0 }] = await app.rows<{ kept: number; planned: number }>(
    `select (select count(*) from name_key)::int as kept, reltuples::int as planned from pg_class where relname = 'name_key'`,
  );
  expect(kept).toBeGreaterThan(250_000);
  expect(planned / kept).toBeCloseTo(1, 1);
  expect(await found(`Well done ${FIRST[3]}${letters(3)} ${LAST[21 % LAST.length]}`)).toHaveLength(1);
  expect(await whole(text)).toEqual({ joined: 0, changed: 0, unchanged: 50_000, left: 0 });
}, 120_000);

const FIRST = ['Amelia', 'Noah', 'Priya', 'Siân', 'Zoë', 'Tomasz', 'Ife', 'Mary-Jane', 'Oluwaseun', 'Leo'];
const LAST = [
  'Brown',
  'O’Brien',
  'Adeyemi-Smith',
  'van der Berg',
  'McDonald',
  'Nair',
  'Lee',
  'Öztürk',
  'Smith',
  'Kowalska',
  'Evans',
];
const letters = (n: number): string =>
  n.toString(26).replaceAll(/./g, (digit) => 'abcdefghijklmnopqrstuvwxyz'[Number.parseInt(digit, 26)] ?? '');
