// Somebody late reads the policy on a telephone without script and signs it, with what they answer for; the head sees it by group and by name.
import type { Page } from '@playwright/test';
import { DESK, expect, PHONE, test } from './stage/demo.ts';
import { sound } from './stage/sound.ts';

// What is refused on purpose: a name that is not one's own, and a password asked for once more.
test.use({ expectedErrors: [/status of (403|422)/] });

async function readOn(page: Page): Promise<void> {
  const next = page.getByRole('button', { name: /^Next: part|^I have read it to the end/ });
  while ((await next.count()) > 0) await next.click();
}

test('somebody who never got round to it reads to the end on a telephone and signs', async ({ as }) => {
  const late = await as('Marguerite Lowe', { javaScriptEnabled: false, viewport: PHONE });
  await late.goto('/today');
  await late.getByRole('heading', { name: 'Read and sign the policy' }).waitFor();
  await late.goto('/policy/sign');
  await expect(late.getByRole('button', { name: 'Sign it' })).toHaveCount(0);
  await readOn(late);
  await expect(late.locator('main')).toContainText('I have read these too, and keep to them:');
  await late.getByLabel('Type your name').fill('Marguerite Lowe');
  await late.getByRole('button', { name: 'Sign it' }).click();
  await expect(late.locator('main')).toContainText('Read “Safeguarding and child protection policy”');
  for (const tick of await late.getByRole('checkbox', { name: 'I have read' }).all()) await tick.check();
  await late.getByLabel('Type your name').fill('Peter Pan');
  await late.getByRole('button', { name: 'Sign it' }).click();
  await expect(late.locator('main')).toContainText('Type your own name');
  await late.getByLabel('Type your name').fill('Marguerite Lowe');
  await late.getByRole('button', { name: 'Sign it' }).click();
  await expect(late.getByRole('heading', { level: 1 })).toContainText('You have signed version');
  await expect(late.getByRole('link', { name: /The signature as a file/ })).toBeVisible();
});

test('the head sees who has signed by group and by name, has the sheet and the table, and the pages are sound', async ({
  as,
}) => {
  const ngozi = await as('Ngozi Okafor', { viewport: DESK });
  await ngozi.goto('/today');
  await expect(ngozi.getByRole('heading', { name: 'What you answer for' })).toBeVisible();
  await ngozi.goto('/policy/acknowledgement');
  await expect(ngozi.getByRole('heading', { level: 1 })).toContainText(/confirmed version/);
  await sound(ngozi);
  await ngozi.goto('/policy/sign');
  await sound(ngozi);
  await ngozi.goto('/policy/sign?part=1');
  await sound(ngozi);
  await ngozi.goto('/policy/references');
  await expect(ngozi.getByText(/^Confirmed in this edition by \d+ of \d+\./).first()).toBeVisible();
  await sound(ngozi);
  const sheet = await ngozi.request.get('/policy/acknowledgement/sheet?group=staff');
  expect(sheet.headers()['content-type']).toBe('application/pdf');
  const table = await ngozi.request.get('/policy/acknowledgement/people.csv');
  expect(await table.text()).toContain('"Name"');
});
