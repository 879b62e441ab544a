// Many people at once: carers by a list, slips for those who have not come, and leavers on their days.
import type { Page } from '@playwright/test';
import { expect, setUp, test } from './stage/installation.ts';
import { sound } from './stage/sound.ts';

test.use({ whose: 'bulk' });
test.describe.configure({ mode: 'serial' });

const ROLL =
  'First name,Last name,Year,Class,Admission number\nAmelia,Brown,Year 4,Heron,A1\nSam,Lee,Year 4,Heron,A2\nSam,Lee,Year 5,Kestrel,A3\n';
const CARERS = [
  'First name,Last name,Email,Pupil id,Relation,Parental responsibility,Do not contact',
  'Rosa,Brown,rosa@family.example,A1,Mother,yes,',
  'Ned,Brown,ned@family.example,A1,Father,no,yes',
].join('\n');
const STAFF = [
  'First name,Last name,Responsibility,Job title,Email',
  'Otto,Office,Staff,School secretary,otto.office@millrace.example',
  'Sana,Lead,DSL,Assistant head,sana.lead@millrace.example',
  'Ned,Nowhere,Staff,Caretaker,',
].join('\n');

let head: Page;
test.beforeAll(async ({ installation }) => {
  const context = await installation.open();
  await setUp(context.request, installation);
  head = await context.newPage();
});
test.afterAll(() => head.context().close());
test.beforeEach(({ watch }) => watch(head.context()));

async function look(which: string, list: string, covers: string): Promise<void> {
  await head.goto(`/people/import/${which}`);
  await head
    .locator('#file')
    .setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${list}`) });
  await head.getByRole('radio', { name: covers }).check();
  await head.getByRole('button', { name: 'Look at it first' }).click();
}
const take = () => head.getByRole('button', { name: 'Take this list' }).click();

test('takes carers by a list, and shows “do not contact” first to those who may see it', async () => {
  await look('class-list', ROLL, 'The whole school');
  await take();
  await look('carers', `${CARERS}\nLisa,Lee,,,Mother,,`, 'Only the carers in it');
  await expect(head.getByRole('heading', { level: 1 })).toHaveText('One thing in the list must be put right');
  await sound(head);
  await look('carers', CARERS, 'Only the carers in it');
  await expect(head.getByRole('heading', { level: 1 })).toContainText('Two join');
  await expect(head.locator('main')).toContainText('Do not contact');
  await sound(head);
  await take();
  await expect(head.getByRole('heading', { level: 1 })).toHaveText('The carers are up to date');

  await head.goto('/people?search=amelia');
  await head.getByRole('link', { name: 'Amelia Brown' }).click();
  const carers = head.getByRole('region', { name: 'Carers' });
  await expect(carers).toContainText('Rosa Brown');
  await expect(carers.getByRole('listitem').filter({ hasText: 'Ned Brown' })).toContainText('Do not contact');
  await sound(head);
  await carers.getByText('Change this for Rosa Brown').click();
  await carers
    .getByRole('listitem')
    .filter({ hasText: 'Rosa Brown' })
    .getByRole('checkbox', { name: /^Do not contact/ })
    .check();
  await carers.getByRole('button', { name: 'Keep the changes' }).first().click();
  await expect(carers.getByRole('listitem').filter({ hasText: 'Rosa Brown' })).toContainText('Kept for the record');
  await carers.getByRole('link', { name: 'Ned Brown' }).click();
  await expect(head.getByRole('region', { name: 'Carer of' })).toContainText('Amelia Brown');
  await expect(head.locator('main')).not.toContainText('Rosa');
  await sound(head);
});

test('invites everybody who has not come, on slips that are shown once', async ({ newcomer }) => {
  await look('staff', STAFF, 'Only the people in it');
  await head.getByLabel('If it is right, type').fill('CHANGE');
  await take();
  await head.goto('/people/invitations');
  await expect(head.getByRole('heading', { level: 1 })).toHaveText('Three have not come yet');
  await sound(head);
  await head.getByRole('radio', { name: /^All 3/ }).check();
  await head.getByRole('button', { name: 'Make slips to hand out' }).click();
  await expect(head).toHaveURL(/\/people\/invitations\/[0-9a-f-]{36}$/);
  await expect
    .poll(async () => {
      await head.reload();
      return head.getByRole('button', { name: 'Make the slips' }).count();
    })
    .toBe(1);
  await expect(head.locator('main')).toContainText('Decides at this school');
  await expect(head.locator('main')).toContainText('Has no e-mail address here');
  await sound(head);
  await head.getByRole('button', { name: 'Make the slips' }).click();
  const slip = head.getByRole('listitem').filter({ hasText: 'Otto Office' });
  const address = /https?:\/\/\S+\/join\/\S+/.exec(await slip.innerText())![0];
  await sound(head);
  await head.goto('/people/invitations');
  await expect(head.locator('main')).toContainText('on paper');
  const otto = await newcomer();
  await otto.goto(address);
  await expect(otto.getByRole('heading', { level: 1 })).toContainText('Otto Office');
});

test('notes leavers on their day, seen first, and undoes it', async () => {
  await head.goto('/people/leavers');
  await sound(head);
  await head.getByText('Paste it instead').click();
  await head
    .getByLabel('The list, headings first')
    .fill('First name,Last name,Last day\nSana,Lead,31/08/2099\nOtto,Office,31/08/2099');
  await head.getByRole('button', { name: 'Look at it first' }).click();
  await expect(head.locator('main')).toContainText('Nobody else is Designated safeguarding lead on the day after');
  await sound(head);
  await head.getByRole('button', { name: 'Note that they leave' }).click();
  await expect(head.getByRole('heading', { level: 1 })).toHaveText('Two are about to leave');
  await sound(head);
  await head.getByRole('button', { name: 'Otto Office stays after all' }).click();
  await expect(head.getByRole('status').filter({ hasText: 'Everything goes on as it was.' })).toBeVisible();
  await expect(head.getByRole('heading', { level: 1 })).toHaveText('One is about to leave');
});
