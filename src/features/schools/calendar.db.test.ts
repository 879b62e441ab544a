// The calendar on a real database: entered by hand, imported, imported again, and fetched from an address.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { operator, systemActor, type PersonActor } from '#kernel/actor.ts';
import { openTestApp, type TestSchool } from '#test/school.ts';
import { runJob } from '#main/worker.ts';
import { fetchCalendar } from './jobs/fetch-calendar.ts';
import type { FetchedCalendar } from './ports.ts';

let app: Awaited<ReturnType<typeof openTestApp>>;
let school: TestSchool;
let keeper: PersonActor;
beforeAll(async () => void (app = await openTestApp()));
afterAll(() => app.drop());
beforeEach(async () => {
  school = await app.school();
  keeper = school.first;
});

const ics = (...events: readonly string[][]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n');
const AUTUMN = ['UID:autumn', 'SUMMARY:Autumn term', 'DTSTART;VALUE=DATE:20260903', 'DTEND;VALUE=DATE:20261219'];
const inset = (day: string) => ['UID:inset', 'SUMMARY:INSET day', `DTSTART;VALUE=DATE:${day}`];
const FAIR = ['UID:fair', 'SUMMARY:Summer fair', 'DTSTART;VALUE=DATE:20270619'];

const schools = () => app.as(keeper).schools;
const lines = async () =>
  (await schools().readCalendar({ year: 2026 })).lines.map(({ kind, starts, ends }) => `${kind} ${starts} ${ends}`);

async function take(text: string, missing: 'remove' | 'keep' = 'remove') {
  await schools().offerCalendar({ text });
  const { digest } = await schools().readWaitingCalendar({});
  return schools().takeWaitingCalendar({ seen: digest, missing });
}

describe('by hand', () => {
  it('is added to, changed and ended, each line against the others', async () => {
    const { lineId } = await schools().addCalendarLine({
      kind: 'term',
      name: 'Autumn term',
      starts: '2026-09-03',
      ends: '2026-12-18',
    });
    const twice = schools().addCalendarLine({ kind: 'term', name: 'Again', starts: '2026-12-18', ends: '2027-02-12' });
    await expect(twice).rejects.toMatchObject({ code: 'line-not-sound', fields: [{ field: 'starts' }] });
    await schools().changeCalendarLine({
      lineId,
      kind: 'term',
      name: 'Autumn',
      starts: '2026-09-03',
      ends: '2026-12-17',
    });
    expect(await lines()).toEqual(['term 2026-09-03 2026-12-17']);
    await schools().endCalendarLine({ lineId });
    await expect(schools().endCalendarLine({ lineId })).rejects.toMatchObject({ kind: 'not-found' });
    expect(await lines()).toEqual([]);
  });

  it('is nobody’s to change but theirs who keep it, nor another school’s', async () => {
    const teacher = await school.person();
    const line = { kind: 'inset', name: 'INSET day', starts: '2026-11-27', ends: '2026-11-27' } as const;
    await expect(app.as(teacher).schools.addCalendarLine(line)).rejects.toMatchObject({ kind: 'forbidden' });
    const { lineId } = await schools().addCalendarLine(line);
    const other = await app.school();
    await expect(app.as(other.first).schools.endCalendarLine({ lineId })).rejects.toMatchObject({ kind: 'not-found' });
    expect((await app.as(teacher).schools.readCalendar({})).source).toBeNull();
  });

  it('makes school days of terms, hours, closures and the bank holidays of the division', async () => {
    const day = { opens: '08:45', closes: '15:15' };
    await schools().setCalendar({
      terms: [{ name: 'Spring', starts: '2027-01-05', ends: '2027-05-28' }],
      closures: [{ date: '2027-02-15', until: '2027-02-19', why: 'Half-term' }],
      weeklyHours: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day },
    });
    const { days } = await schools().readCalendar({ year: 2026 });
    const on = (date: string) => days.find((one) => one.date === date);
    expect(days).toHaveLength(365);
    expect(on('2027-02-12')).toMatchObject({ open: true, certain: true });
    expect(on('2027-02-15')).toMatchObject({ open: false, because: 'closure', what: 'Half-term' });
    expect(on('2027-03-29')).toMatchObject({ open: false, because: 'bank-holiday', what: 'Easter Monday' });
    expect(on('2027-06-01')).toMatchObject({ open: false, because: 'beyond-terms' });
  });
});

describe('imported', () => {
  it('changes nothing before it is taken, and nothing when it is taken again', async () => {
    const text = ics(AUTUMN, inset('20261127'), FAIR);
    await schools().offerCalendar({ text });
    expect(await lines()).toEqual([]);
    expect(await schools().readWaitingCalendar({})).toMatchObject({ counting: 2, others: 1 });
    expect(await take(text)).toEqual({ added: 2, moved: 0, gone: 0 });
    const before = (await schools().readCalendar({ year: 2026 })).lines;
    expect(await take(text)).toEqual({ added: 0, moved: 0, gone: 0 });
    expect((await schools().readCalendar({ year: 2026 })).lines).toEqual(before);
  });

  it('moves what moved and takes out what is gone, and leaves what was entered by hand', async () => {
    await schools().addCalendarLine({ kind: 'closure', name: 'Boiler', starts: '2026-12-01', ends: '2026-12-01' });
    await take(ics(AUTUMN, inset('20261127')));
    const [{ id } = { id: '' }] = (await schools().readCalendar({ year: 2026 })).lines.filter(
      ({ kind }) => kind === 'inset',
    );
    expect(await take(ics(AUTUMN, inset('20261204')))).toEqual({ added: 0, moved: 1, gone: 0 });
    const { lines: after } = await schools().readCalendar({ year: 2026 });
    expect(after.find(({ kind }) => kind === 'inset')).toMatchObject({ id, starts: '2026-12-04' });
    expect(await take(ics(AUTUMN))).toEqual({ added: 0, moved: 0, gone: 1 });
    expect(await lines()).toEqual(['term 2026-09-03 2026-12-18', 'closure 2026-12-01 2026-12-01']);
  });

  it('keeps what is missing where somebody says so, and does not ask again', async () => {
    await take(ics(AUTUMN, inset('20261127')));
    expect(await take(ics(AUTUMN), 'keep')).toEqual({ added: 0, moved: 0, gone: 0 });
    expect(await lines()).toContain('inset 2026-11-27 2026-11-27');
    await schools().offerCalendar({ text: ics(AUTUMN) });
    expect((await schools().readWaitingCalendar({})).gone).toEqual([]);
  });

  it('remembers what somebody said that an event is', async () => {
    await schools().offerCalendar({ text: ics(FAIR, inset('20261127')) });
    await schools().classifyEvents({
      choices: [
        { uid: 'fair', kind: 'closure' },
        { uid: 'inset', kind: 'other' },
      ],
    });
    await take(ics(FAIR, inset('20261127')));
    expect(await lines()).toEqual(['closure 2027-06-19 2027-06-19']);
    expect(await take(ics(FAIR, inset('20261127')))).toEqual({ added: 0, moved: 0, gone: 0 });
  });

  it('is taken exactly as it was seen, or not at all', async () => {
    await schools().offerCalendar({ text: ics(AUTUMN) });
    const { digest } = await schools().readWaitingCalendar({});
    await schools().offerCalendar({ text: ics(AUTUMN, inset('20261127')) });
    await expect(schools().takeWaitingCalendar({ seen: digest })).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect(await lines()).toEqual([]);
  });

  it('is not taken while it contradicts the calendar, and nothing of it is', async () => {
    await schools().addCalendarLine({ kind: 'term', name: 'Michaelmas', starts: '2026-10-01', ends: '2026-12-11' });
    await schools().offerCalendar({ text: ics(AUTUMN, inset('20261127')) });
    const { digest, problems } = await schools().readWaitingCalendar({});
    expect(problems).toHaveLength(1);
    await expect(schools().takeWaitingCalendar({ seen: digest })).rejects.toMatchObject({ code: 'calendar-not-sound' });
    expect(await lines()).toEqual(['term 2026-10-01 2026-12-11']);
  });

  it('is refused as a whole when it is no calendar', async () => {
    const offered = schools().offerCalendar({ text: 'Dear parents,' });
    await expect(offered).rejects.toMatchObject({ code: 'calendar-not-usable', fields: [{ field: 'file' }] });
    await expect(schools().readWaitingCalendar({})).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('can be put away', async () => {
    await schools().offerCalendar({ text: ics(AUTUMN) });
    await schools().dropWaitingCalendar({});
    await expect(schools().readWaitingCalendar({})).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('at an address', () => {
  const ADDRESS = 'https://calendar.example/school.ics';
  const comes = (answer: FetchedCalendar, asked: string[] = []) =>
    runJob(
      {
        pool: app.database.jobs,
        registry: app.registry,
        run: app.run,
        clock: app.clock,
        log: { info() {}, warn() {}, error() {} },
        ports: { calendars: { fetch: async (address: string) => (asked.push(address), answer) } },
      },
      fetchCalendar as never,
      { scope: school.id, payload: {} },
      new AbortController().signal,
    );
  const bytes = (text: string): FetchedCalendar => ({ ok: true, bytes: Buffer.from(text) });

  it('is asked for at once and understands webcal', async () => {
    await schools().setCalendarAddress({ address: 'webcal://calendar.example/school.ics' });
    const jobs = await app.rows<{ n: number }>(`select count(*)::int as n from graphile_worker.jobs where key = $1`, [
      `${school.id}:schools.fetchCalendar:now`,
    ]);
    expect(jobs).toEqual([{ n: 1 }]);
    const asked: string[] = [];
    await comes(bytes(ics(AUTUMN)), asked);
    expect(asked).toEqual([ADDRESS]);
    await expect(schools().setCalendarAddress({ address: 'http://calendar.example/' })).rejects.toMatchObject({
      fields: [{ field: 'address' }],
    });
  });

  it('shows a change as something to look at, and never takes it', async () => {
    await schools().setCalendarAddress({ address: ADDRESS });
    await comes(bytes(ics(AUTUMN)));
    expect(await lines()).toEqual([]);
    expect((await schools().readCalendar({})).source).toMatchObject({ outcome: 'changed', waiting: { name: '' } });
    const { digest } = await schools().readWaitingCalendar({});
    await schools().takeWaitingCalendar({ seen: digest });
    await comes(bytes(ics(AUTUMN)));
    expect((await schools().readCalendar({})).source).toMatchObject({ outcome: 'same', waiting: null });
  });

  it('says why it could not be read, and keeps what there is', async () => {
    await schools().setCalendarAddress({ address: ADDRESS });
    await comes({ ok: false, problem: 'The server took too long.' });
    expect((await schools().readCalendar({})).source).toMatchObject({
      outcome: 'failed',
      problem: 'The server took too long.',
    });
    await comes(bytes('<html>Sign in</html>'));
    expect((await schools().readCalendar({})).source).toMatchObject({
      outcome: 'failed',
      problem: 'This is not an iCalendar file.',
    });
  });

  it('forgets what was fetched from an address that was given up meanwhile', async () => {
    await schools().setCalendarAddress({ address: ADDRESS });
    await schools().setCalendarAddress({ address: '' });
    const { keepFetchedCalendar } = app.as(systemActor(school.id, 'schools.fetchCalendar')).schools;
    expect(
      await keepFetchedCalendar({ address: ADDRESS, base64: Buffer.from(ics(AUTUMN)).toString('base64') }),
    ).toEqual({
      outcome: 'moved-away',
    });
    const asked: string[] = [];
    await comes(bytes(''), asked);
    expect(asked).toEqual([]);
  });
});

it('reads a newer list of bank holidays, and refuses what is none', async () => {
  const days = ['01-01', '04-19', '04-22', '05-06', '05-27', '08-26', '12-25', '12-26'];
  const events = days.map((day) => ({ title: 'A holiday', date: `2030-${day}`, notes: '', bunting: true }));
  const divisions = ['england-and-wales', 'scotland', 'northern-ireland'];
  const text = JSON.stringify(Object.fromEntries(divisions.map((division) => [division, { division, events }])));
  const asOperator = app.as(operator(school.id)).schools;
  expect(await asOperator.setBankHolidays({ text })).toEqual({ knownUntil: '2030-12-31' });
  expect((await schools().readCalendar({ year: 2029 })).bankHolidays).toContainEqual({
    date: '2030-04-19',
    title: 'A holiday',
  });
  await expect(asOperator.setBankHolidays({ text: '{}' })).rejects.toMatchObject({ code: 'not-bank-holidays' });
  const old = text.replaceAll('2030-', '2025-');
  await expect(asOperator.setBankHolidays({ text: old })).rejects.toMatchObject({ code: 'older-bank-holidays' });
});
