// The school year: entered by hand, taken from a calendar file, imported again, and refused when it is too large.
import type { Page } from '@playwright/test';
import { expect, setUp, test } from './stage/installation.ts';
import { sound } from './stage/sound.ts';

test.use({ whose: 'calendar', expectedErrors: [/status of 4(22|13)/] });
test.describe.configure({ mode: 'serial' });

let head: Page;
test.beforeAll(async ({ installation }) => {
  const context = await installation.open();
  await setUp(context.request, installation);
  head = await context.newPage();
});
test.afterAll(() => head.context().close());
test.beforeEach(({ watch }) => watch(head.context()));

const said = (words: string): Promise<void> =>
  expect(head.getByRole('status').filter({ hasText: words })).toBeVisible();
const list = () => head.getByRole('table', { name: /Terms, holidays/ });
const event = (uid: string, summary: string, starts: string, ends: string) => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  `SUMMARY:${summary}`,
  `DTSTART;VALUE=DATE:${starts}`,
  `DTEND;VALUE=DATE:${ends}`,
  'END:VEVENT',
];
const calendar = (...events: readonly string[][]) => ({
  name: 'school-year.ics',
  mimeType: 'text/calendar',
  buffer: Buffer.from(['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.flat(), 'END:VCALENDAR', ''].join('\r\n')),
});
const AUTUMN = event('autumn', 'Autumn term', '20260903', '20261219');
const HALF_TERM = event('half', 'Autumn half-term', '20261026', '20261031');
const inset = (starts: string, ends: string) => event('inset', 'INSET day', starts, ends);
const FAIR = event('fair', 'Lantern parade', '20261204', '20261205');

async function choose(file: ReturnType<typeof calendar>): Promise<void> {
  await head.goto('/school/calendar/import');
  await head.getByLabel('The calendar, as an iCalendar file').setInputFiles(file);
  await head.getByRole('button', { name: 'Look at it first' }).click();
}

test('says on Today that the year is wanted, takes lines by hand and refuses one that contradicts them', async () => {
  await head.goto('/today');
  await expect(head.getByRole('heading', { name: 'Enter the school year' })).toBeVisible();
  await head.goto('/school/calendar');
  await add('Other closure', 'Polling day', '2027-05-06', '2027-05-06');
  await said('Saved.');
  await add('INSET day', 'Training', '2026-11-27', '2026-11-26');
  await expect(head.getByRole('alert')).toContainText('The last day lies before the first.');
  await expect(head.getByLabel('What is it called?')).toHaveValue('Training');
  await head.goto('/school/calendar?year=2026');
  await head.getByRole('link', { name: 'Change Polling day' }).click();
  await head.getByLabel('What is it called?').fill('Polling station');
  await head.getByRole('button', { name: 'Keep this' }).click();
  await said('Saved.');
  await expect(list().getByRole('row', { name: /Polling station/ })).toContainText('Thursday 6 May');
  await head.getByText('Change the hours').click();
  for (const day of ['Thursday', 'Friday']) {
    await head.getByLabel(`${day} opens`).fill('08:45');
    await head.getByLabel(`${day} closes`).fill('15:15');
  }
  await head.getByRole('button', { name: 'Keep these hours' }).click();
  await said('Saved.');
});

test('looks at a calendar event by event before it takes it', async () => {
  await choose(calendar(AUTUMN, HALF_TERM, inset('20261127', '20261128'), FAIR));
  await said('Nothing of it counts yet.');
  await expect(head.getByRole('heading', { name: 'Added (3)' })).toBeVisible();
  await head.getByText('1 events that do not count').or(head.getByText('1 event that does not count')).click();
  await head.getByLabel(/Lantern parade/).selectOption({ label: 'Other closure' });
  await head.getByRole('button', { name: 'Keep this, and look again' }).click();
  await expect(head.getByRole('heading', { name: 'Added (4)' })).toBeVisible();
  await head.getByRole('button', { name: 'Take it like this' }).click();
  await said('Taken. This is the school year now.');
  await expect(list().getByRole('row', { name: /Lantern parade/ })).toContainText('from the imported calendar');
  await expect(head.getByRole('table', { name: 'November 2026' })).toContainText('INSET day');
});

test('shows at the next import only what has changed, and keeps what was entered by hand', async () => {
  await choose(calendar(AUTUMN, HALF_TERM, inset('20261204', '20261205')));
  await expect(head.getByRole('heading', { name: 'Moved or renamed (1)' })).toBeVisible();
  await expect(head.getByRole('heading', { name: 'No longer in it (1)' })).toBeVisible();
  await expect(head.getByRole('heading', { name: /^Added/ })).toHaveCount(0);
  await head.getByRole('button', { name: 'Take it like this' }).click();
  await said('Taken.');
  await expect(list()).toContainText('Polling station');
  await expect(list()).not.toContainText('Lantern parade');
  await expect(list().getByRole('row', { name: /INSET day/ })).toContainText('4 December');
});

test.describe('what cannot be taken', () => {
  test('is refused in plain words: no calendar, too large, an address that is not https', async () => {
    await choose({ name: 'letter.ics', mimeType: 'text/calendar', buffer: Buffer.from('Dear parents,') });
    await expect(head.getByRole('alert')).toContainText('This is not an iCalendar file.');
    await choose({ name: 'huge.ics', mimeType: 'text/calendar', buffer: Buffer.alloc(12_000_000, 'x') });
    await expect(head.getByRole('alert')).toContainText('larger than 10 MB');
    await head.getByLabel('Address of the calendar').fill('http://calendar.example/school.ics');
    await head.getByRole('button', { name: 'Keep this address' }).click();
    await expect(head.getByRole('alert')).toContainText('Begin with https:// or webcal://.');
  });

  test('is never fetched out of a private network, and the page says so', async () => {
    await head.goto('/school/calendar/import');
    await head.getByLabel('Address of the calendar').fill('webcal://127.0.0.1/school.ics');
    await head.getByRole('button', { name: 'Keep this address' }).click();
    await said('Saved.');
    await expect(async () => {
      await head.goto('/school/calendar/import');
      await expect(head.locator('main')).toContainText('leads into a private network');
    }).toPass();
  });
});

test('has no fault that a machine finds, at either width', async () => {
  await choose(calendar(AUTUMN, HALF_TERM, inset('20261204', '20261205'), FAIR));
  for (const path of ['/school/calendar?year=2026', '/school/calendar/import']) {
    await head.goto(path);
    await sound(head);
  }
});

async function add(kind: string, name: string, starts: string, ends: string): Promise<void> {
  await head.getByText('Add a term, a holiday, an INSET day or a closure').click();
  await head.getByLabel('What is it?').selectOption({ label: kind });
  await head.getByLabel('What is it called?').fill(name);
  await head.getByLabel('First day').fill(starts);
  await head.getByLabel('Last day').fill(ends);
  await head.getByRole('button', { name: 'Add it' }).click();
}
