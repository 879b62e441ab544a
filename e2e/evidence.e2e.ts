// Evidence where people look for it: a clause with its entries, a clause that nobody makes real yet, and the health of the policy.
import { alive, expect, PHONE, test } from './stage/demo.ts';
import { sound } from './stage/sound.ts';

// Refused on purpose: a teacher who looks, and figures without a number.
test.use({ expectedErrors: [/status of (403|422)/] });
test.describe.configure({ timeout: 180_000 });

test('a clause shows what was done under it down to the sealed entry, and a clause not yet built shows honestly none', async ({
  as,
}) => {
  const ngozi = await as('Ngozi Okafor');
  await ngozi.goto('/policy/evidence');
  await sound(ngozi);
  await ngozi.goto('/policy');
  await ngozi.getByRole('link', { name: /^What was done ?: .*The headteacher authorises/ }).click();
  await expect(ngozi.locator('h1')).toContainText('The headteacher authorises');
  await expect(ngozi.locator('main')).toContainText('Works, with evidence');
  await sound(ngozi);

  const named = ngozi.locator('.facts > div', { hasText: 'name this clause as their reason' }).getByRole('link');
  const count = Number(/^\d+/.exec((await named.first().textContent())!)![0]);
  await named.first().click();
  const rows = ngozi.locator('tbody tr');
  await expect(rows).toHaveCount(count);
  await expect(rows.first()).toContainText('Authorise somebody to write for an account');
  await expect(rows.first()).toContainText('Ngozi Okafor');
  await expect(rows.first()).toContainText(/[0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}/);
  await sound(ngozi);

  await ngozi.goto('/policy/evidence?state=not-yet');
  await ngozi.locator('.clauses a').first().click();
  await expect(ngozi.locator('main')).toContainText('Nothing in Gatepost makes this clause real yet');
  await expect(ngozi.locator('main')).toContainText('Not yet');
  await expect(ngozi.getByRole('link', { name: /\d+ (done|refused|stopped)/ })).toHaveCount(0);
});

test('a head reads on a telephone without script how the policy is doing, and writes down what a page reached', async ({
  as,
}) => {
  const page = await as('Ngozi Okafor', { viewport: PHONE, javaScriptEnabled: false });
  await page.goto('/policy/health');
  await expect(page.locator('main')).toContainText(/\d+ of \d+ people have acknowledged it/);
  await expect(page.getByRole('img', { name: /^Acknowledged: / })).toBeVisible();
  await page.getByText('The same as a table').click();
  await expect(page.getByRole('table').first()).toContainText('Acknowledged');

  await page.getByRole('link', { name: 'Write down reach and objectives' }).click();
  const form = page.locator('form[action="?/reach"]');
  await form.getByLabel('Which account?').selectOption({ label: 'Millrace noticeboard' });
  await form.getByLabel('First day of the figures').fill('2020-09-01');
  await form.getByLabel('Last day of the figures').fill('2020-09-30');
  await form.getByLabel('Where did you read it?').fill('the page’s own statistics');
  await form.getByRole('button', { name: 'Write it down' }).click();
  await expect(page.getByRole('alert')).toContainText('Write at least one of the two figures.');
  await form.getByLabel(/^People reached/).fill('57');
  await form.getByRole('button', { name: 'Write it down' }).click();
  await expect(page).toHaveURL(/\/policy\/health\?said=saved/);
});

test('the health page and what is written down for it are sound, and evidence leaves as a file', async ({ as }) => {
  const ngozi = await as('Ngozi Okafor');
  await ngozi.goto('/policy/health');
  await sound(ngozi);
  await ngozi.goto('/policy/health/figures');
  await sound(ngozi);
  for (const [as, begins] of [
    ['pdf', '%PDF-'],
    ['csv', '\uFEFF"clause","number",'],
    ['json', '{'],
  ]) {
    const answer = await ngozi.request.get(`/policy/evidence/export?as=${as}&clause=TP-46`);
    expect(answer.status()).toBe(200);
    expect((await answer.body()).toString().startsWith(begins!)).toBe(true);
  }
});

test('a governor sees roles and no names; a teacher is told by which clause it is for others', async ({ as }) => {
  const miriam = await as('Miriam Adler');
  await miriam.goto('/policy/evidence/TP-46/entries?named=yes');
  await expect(miriam.locator('tbody tr').first()).toContainText('Headteacher');
  await expect(miriam.locator('tbody')).not.toContainText('Okafor');

  const priya = await as('Priya Raman');
  await priya.goto('/policy');
  await expect(priya.getByRole('link', { name: /^What was done/ })).toHaveCount(0);
  await expect(priya.getByRole('link', { name: 'Evidence', exact: true })).toHaveCount(0);
  await priya.goto('/policy/evidence');
  await alive(priya);
  await expect(priya.locator('main')).toContainText('The evidence is for the headteacher');
});
