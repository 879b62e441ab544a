// A trust puts a policy in force and locks a question; its school is told, cannot be looser, and may be stricter. Nothing of it needs script.
import { gatepost } from './stage/command-line.ts';
import { DESK } from './stage/demo.ts';
import { openAll } from './stage/faults.ts';
import { expect, HEAD, setUp, signIn, test } from './stage/installation.ts';
import { sound } from './stage/sound.ts';
import { codeOf } from './stage/totp.ts';

// What is refused on purpose: a looser answer, pages of the trust for whoever does not act for it, and naming nobody.
test.use({ whose: 'a trust', expectedErrors: [/status of 40[34]/] });

const READER = 'approval.secondReader';
const REASON = 'The trustees decided so in November.';
/** What the telephone of whoever acts for the trust was given. */
let letters: string;

test('what the trust locks is told, held and cited at its school', async ({ newcomer, installation }) => {
  const page = await newcomer({ javaScriptEnabled: false, viewport: DESK });
  await setUp(page.request, installation, { trust: 'Fairwater Learning Trust', model: 'st-nicholas' });
  await page.goto('/trust/policy');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('not yours to see');

  const named = await gatepost(
    ['trust', 'lead', HEAD.email, '--name', 'Celia Marsh', '--job-title', 'Chief executive'],
    {
      GATEPOST_DATA: installation.dataDir,
      GATEPOST_ORIGIN: installation.origin,
    },
  );
  expect(named, named.text).toMatchObject({ code: 0 });
  expect(named.text).toContain('Celia Marsh acts for Fairwater Learning Trust');
  await page.goto('/today');
  await page.getByRole('link', { name: 'The trust', exact: true }).click();
  // Nothing of the trust opens before a second factor is joined.
  await expect(page).toHaveURL(/\/me\/app$/);
  await expect(page.locator('main')).toContainText('Whoever acts for Fairwater Learning Trust signs in with a second');
  letters = (await page.locator('code').first().textContent())!;
  await page.getByLabel('Your password').fill(HEAD.password);
  await page.getByLabel('The six figures the app shows now').fill(codeOf(letters));
  await page.getByRole('button', { name: 'Join this telephone' }).click();
  await expect(page.locator('main')).toContainText('Your authenticator app is joined');
  await page.goto('/trust/policy');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The trust has no policy in force yet');

  await page.getByRole('link', { name: 'Who acts for it' }).click();
  await expect(page.getByRole('heading', { level: 3 })).toHaveText('Celia Marsh (you)');
  await page.getByLabel('Address they sign in with').fill('nobody@fairwater.example');
  await page.getByLabel('Their name').fill('Ruth Ellery');
  await page.getByRole('button', { name: 'Let them act for the trust' }).click();
  await expect(page.getByRole('alert')).toContainText('Nobody signs in here as nobody@fairwater.example');
  await expect(page.getByLabel('Their name')).toHaveValue('Ruth Ellery');
  await page.goto('/trust/policy');

  await page.getByLabel('A model policy').selectOption({ index: 6 });
  await page.getByLabel('What is new about it, and why?').fill(REASON);
  await page.getByRole('button', { name: 'Put it in force for all schools' }).click();
  await expect(page.locator('main')).toContainText('Put in force. Every school reads it');

  await page.goto(`/trust/policy/locks/${READER}`);
  await page.getByRole('radio').nth(2).check();
  await page.getByLabel('Why?').fill(REASON);
  await page.getByRole('button', { name: 'Lock it for all schools' }).click();
  await expect(page.locator('main')).toContainText('Locked. Every school is told');
  await expect(page.getByRole('heading', { name: /^Locked from today/ })).toBeVisible();

  // At the school: told, and looser already; nothing of it is changed.
  await page.goto('/policy');
  await expect(page.locator('main')).toContainText('Fairwater Learning Trust has changed this');
  await expect(page.locator('main')).toContainText('One answer is looser than the trust allows');
  await page.getByRole('button', { name: 'We have seen it' }).click();
  await expect(page.locator('main')).toContainText('Your trust can see that the school has seen it');
  await expect(page.locator('main')).not.toContainText('has changed this');

  await page.goto(`/policy/settings/${READER}`);
  await expect(page.locator('main')).toContainText('Locked by Fairwater Learning Trust');
  await expect(page.locator('main')).toContainText('nothing is changed without you');
  await page.getByRole('radio').first().check();
  await page.getByLabel('Why?').fill('We are a small school.');
  await page.getByRole('button', { name: 'Look at what would change' }).click();
  await expect(page.locator('main')).toContainText('Fairwater Learning Trust has locked this');
  await expect(page.locator('main')).toContainText('Your trust’s policy');

  await page.getByRole('radio').nth(2).check();
  await page.getByRole('button', { name: 'Look at what would change' }).click();
  await page.getByRole('button', { name: 'Change it' }).click();
  await expect(page.locator('main')).toContainText('It holds from now on');
  await expect(page.locator('main')).not.toContainText('nothing is changed without you');
});

test('its pages are sound', async ({ newcomer }) => {
  test.setTimeout(180_000);
  const page = await newcomer();
  await signIn(page, HEAD);
  await page.getByLabel('Six-figure code').fill(codeOf(letters, 1));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/today$/);
  for (const address of [
    '/trust/policy',
    '/trust/leads',
    `/trust/policy/locks/${READER}`,
    '/trust/policy/locks/press.lead',
    '/policy/settings?search=locked',
    `/policy/settings/${READER}`,
  ]) {
    await page.goto(address);
    await openAll(page);
    await sound(page);
  }
});
