// A setting is found, changed with a reason, obeyed at once, and changed back; one for a later day waits. The first without script.
import type { Page } from '@playwright/test';
import { write } from './stage/compose.ts';
import { DESK, expect, test } from './stage/demo.ts';

const NAMES = '/policy/settings/checks.pupilNames';
const READER = '/policy/settings/approval.secondReader';
const FULL_NAME = 'Amelia Fenwick counted forty swifts over the mill.';

// What is refused on purpose: no reason given, and a page that is no longer up to date.
test.use({ expectedErrors: [/status of (409|422)/] });

/** Both steps: the answer with its reason, then what it would come to. */
async function look(page: Page, answer: RegExp, why: string, from?: string): Promise<void> {
  await page.getByRole('radio', { name: answer }).first().check();
  await page.getByLabel('Why?').fill(why);
  if (from !== undefined) await page.getByLabel('From which day?').fill(from);
  await page.getByRole('button', { name: 'Look at what would change' }).click();
  await expect(page.getByRole('heading', { name: 'This would change' })).toBeVisible();
}

async function citedFor(page: Page): Promise<string> {
  await write(page, { words: FULL_NAME, on: 'Millrace noticeboard' });
  const note = page.getByRole('article').filter({ hasText: 'is a pupil’s full name' });
  await expect(note).toContainText('Stops the post');
  return (await note.textContent()) ?? '';
}

test('a change is obeyed by the composer at once and cited; undone, the policy speaks again', async ({ as }) => {
  const ngozi = await as('Ngozi Okafor', { javaScriptEnabled: false, viewport: DESK });
  const priya = await as('Priya Raman');
  expect(await citedFor(priya)).toContain('Clause 4.6');

  await ngozi.goto('/policy/settings');
  await ngozi.getByLabel('Look for').fill('pupil be named');
  await ngozi.getByRole('button', { name: 'Look', exact: true }).click();
  await ngozi.getByRole('link', { name: 'How may a pupil be named?', exact: true }).click();
  await expect(ngozi).toHaveURL(new RegExp(`${NAMES}$`));

  await ngozi.getByRole('radio', { name: /^A pupil may not be named at all/ }).check();
  await ngozi.getByRole('button', { name: 'Look at what would change' }).click();
  await expect(ngozi.locator('main')).toContainText('Write why, for those who will ask.');
  await look(ngozi, /^A pupil may not be named at all/, 'A wish of the parents’ forum.');
  await expect(ngozi.locator('main')).toContainText('It is stricter.');
  await expect(ngozi.locator('main')).toContainText('It departs from your policy.');

  await ngozi.getByRole('button', { name: 'Go back to the answer' }).click();
  await expect(ngozi.getByLabel('Why?')).toHaveValue('A wish of the parents’ forum.');
  await ngozi.getByRole('button', { name: 'Look at what would change' }).click();
  await ngozi.getByRole('button', { name: 'Change it' }).click();
  await expect(ngozi.locator('main')).toContainText('It holds from now on');
  await expect(ngozi.locator('main')).toContainText('Changed by the school, and not adopted yet');
  await expect(ngozi.locator('main')).toContainText('A wish of the parents’ forum.');

  const cited = await citedFor(priya);
  expect(cited).toContain('Clause S1 How may a pupil be named?');
  expect(cited).not.toContain('Clause 4.6');

  await ngozi.getByRole('link', { name: 'Change it back' }).click();
  await look(ngozi, /^A pupil may be named by first name only/, 'The forum changed its mind.');
  await expect(ngozi.locator('main')).toContainText('nothing of a change is left');
  await ngozi.getByRole('button', { name: 'Change it' }).click();
  await expect(ngozi.locator('main')).not.toContainText('not adopted yet');
  await expect(ngozi.getByRole('row').filter({ hasText: 'A wish of the parents’ forum.' })).toHaveCount(1);
  expect(await citedFor(priya)).toContain('Clause 4.6');
});

test('a change from a later day does not act today, tells which posts it would reach, and can be called off', async ({
  as,
}) => {
  const ngozi = await as('Ngozi Okafor');
  await ngozi.goto(READER);
  const before = await ngozi.locator('p.answer').textContent();
  await look(ngozi, /^A post goes out on its author’s word/, 'Tried from the next school year.', '2099-09-01');
  await expect(ngozi.locator('main')).toContainText('It is looser.');
  await expect(ngozi.getByRole('heading', { name: 'Posts' })).toBeVisible();
  await ngozi.getByRole('button', { name: 'Change it' }).click();
  await expect(ngozi.locator('main')).toContainText('until then it can be called off');
  await expect(ngozi.locator('p.answer')).toHaveText(before!);
  await ngozi.goto('/policy/settings?search=somebody+else+read');
  await expect(ngozi.locator('main')).toContainText('Another answer waits for');

  await ngozi.goto(READER);
  await ngozi.getByRole('button', { name: 'Call it off' }).click();
  await expect(ngozi.locator('main')).toContainText('Called off. What is in force stays as it is.');
  await ngozi.goto('/policy/versions');
  await expect(ngozi.getByRole('row').filter({ hasText: 'Tried from the next school year.' })).toContainText(
    'Called off',
  );
});

test('the second of two pages open on one setting is told what the first did', async ({ as }) => {
  const ngozi = await as('Ngozi Okafor');
  const other = await ngozi.context().newPage();
  for (const page of [ngozi, other]) await page.goto('/policy/settings/review.months');
  for (const [page, months] of [
    [ngozi, '7'],
    [other, '9'],
  ] as const) {
    await page.getByLabel('The new answer').fill(months);
    await page.getByLabel('Why?').fill(`Every ${months} months is enough.`);
    await page.getByRole('button', { name: 'Look at what would change' }).click();
  }
  await ngozi.getByRole('button', { name: 'Change it' }).click();
  await expect(ngozi.locator('main')).toContainText('It holds from now on');
  await other.getByRole('button', { name: 'Change it' }).click();
  await expect(other.locator('main')).toContainText('Ngozi Okafor has changed this meanwhile.');
  await expect(other.locator('main')).toContainText('Every 7 months is enough.');
  await expect(other.getByLabel('The new answer')).toHaveValue('9');
  await other.close();
});

test('somebody who may not change it reads it all the same', async ({ as }) => {
  const priya = await as('Priya Raman');
  await priya.goto(READER);
  await expect(priya.locator('main')).toContainText('Gatepost’s default, not in your policy');
  await expect(priya.locator('main')).toContainText('The headteacher can change this');
  await expect(priya.getByRole('button', { name: 'Look at what would change' })).toHaveCount(0);
});
