// Whoever keeps Gatepost at a school: people and what they answer for, accounts, lists, tokens, and who gets in.
import type { Page } from '@playwright/test';
import { alive } from './stage/demo.ts';
import { addToDirectory, expect, HEAD, setUp, signIn, test } from './stage/installation.ts';
import { codeOf } from './stage/totp.ts';

test.use({ whose: 'administrator' });

const PRIYA = { email: 'priya.raman@millrace.example', password: 'violet harbour tidy kettle' };
const NEW_PASSWORD = 'velvet orchard sings quietly';

// One school, kept from its first day on: each journey goes on where the one before ended.
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

test('enters somebody, gives a responsibility with a deputy, notes an absence and hands over a link', async ({
  newcomer,
}) => {
  await add('Daniel', 'Hale', 'daniel.hale@millrace.example');
  await add('Priya', 'Raman', PRIYA.email);
  await head.getByText('Give a responsibility').click();
  await head.getByLabel('Which?').selectOption({ label: 'Senior leadership team' });
  await head.getByLabel('Who stands in?').first().selectOption({ label: 'Daniel Hale' });
  await head.getByRole('button', { name: 'Give it to Priya Raman' }).click();
  await said('Given. Those concerned are told.');
  await expect(head.getByRole('region', { name: 'Answers for' })).toContainText('Senior leadership team');
  await expect(head.getByRole('region', { name: 'Answers for' })).toContainText('Daniel Hale');

  await head.getByText('Change what they are to the school').click();
  await head.getByRole('checkbox', { name: 'Teaching staff' }).check();
  await head.getByRole('button', { name: 'Keep this' }).click();
  await expect(head.locator('main')).toContainText(/Teaching staff\s*Since /);

  await head.getByLabel('Away from').fill(await day(3));
  await head.getByLabel('Last day away').fill(await day(5));
  await head.getByRole('button', { name: 'Keep these days' }).click();
  await said('Deputies stand in for those days');

  await head.getByRole('button', { name: 'Invite Priya Raman' }).click();
  const invitation = await head.getByLabel('Link to join').inputValue();
  const priya = await newcomer();
  await priya.goto(invitation);
  await priya.getByLabel('Choose a password').fill(PRIYA.password);
  await priya.getByRole('button', { name: 'Join Millrace Primary School' }).click();
  await expect(priya).toHaveURL(/\/today$/);
});

test('keeps the school’s details, year, elections, contacts, confidential words and sites', async () => {
  await head.goto('/school');
  await head.getByRole('link', { name: 'See and change the year' }).click();
  await head.getByText('Add a term, a holiday, an INSET day or a closure').click();
  await head.getByLabel('What is it?').selectOption({ label: 'Term' });
  await head.getByLabel('What is it called?').fill('Autumn');
  await head.getByLabel('First day').fill('2026-09-03');
  await head.getByLabel('Last day').fill('2026-12-18');
  await head.getByRole('button', { name: 'Add it' }).click();
  await said('Saved.');
  await head.getByText('Change the hours').click();
  await head.getByLabel('Monday opens').fill('08:45');
  await head.getByLabel('Monday closes').fill('15:30');
  await head.getByRole('button', { name: 'Keep these hours' }).click();
  await said('Saved.');
  await head.goto('/school');
  await head.getByText('Change the elections').click();
  await head.locator('[id="periods.0.election"]').fill('Local elections');
  await head.locator('[id="periods.0.startsOn"]').fill('2027-03-22');
  await head.locator('[id="periods.0.endsOn"]').fill('2027-05-06');
  await head.getByRole('button', { name: 'Keep these elections' }).click();
  await said('Saved.');
  await head.getByText('Change our contacts').click();
  await head.locator('[id="contacts.0.kind"]').selectOption({ label: 'Telephone number' });
  await head.locator('[id="contacts.0.value"]').fill('01632 960140');
  await head.getByRole('button', { name: 'Keep these contacts' }).click();
  await said('Saved.');
  await head.getByText('Change the confidential words').click();
  await head.locator('[id="terms.0.term"]').last().fill('Project Weathervane');
  await head.getByRole('button', { name: 'Keep these words' }).click();
  await said('Saved.');
  await head.getByText('Change the sites').click();
  await head.locator('[id="domains.0.domain"]').fill('bbc.co.uk');
  await head.getByRole('button', { name: 'Keep these sites' }).click();
  await said('Saved.');
  for (const kept of ['Autumn', 'Local elections', '01632 960140', 'Project Weathervane', 'bbc.co.uk'])
    await expect(head.locator('main')).toContainText(kept);
});

test('registers an account, authorises somebody for it, adds a platform and closes the account', async () => {
  await head.goto('/accounts/platforms');
  await head.getByText('Add a platform').click();
  await head.getByLabel('Name of the platform').fill('Village noticeboard app');
  await head.getByLabel('What kind is it?').selectOption({ label: 'Bulletin board' });
  await head.getByRole('button', { name: 'Add it to the catalogue' }).click();
  await said('The catalogue is changed.');

  await head.goto('/accounts/new');
  await head.getByLabel('Platform').selectOption({ label: 'Village noticeboard app' });
  await head.getByLabel('Name of the account').fill('Millrace in the village');
  await head.getByLabel('What is it for?').fill('News for the neighbours.');
  await head.getByLabel('Whom is it meant to reach?').fill('Neighbours');
  await head.getByRole('radio', { name: 'Anybody at all' }).check();
  await head.getByRole('radio', { name: 'Only the school writes' }).check();
  await head.getByLabel('When was it opened?').fill('2024-09-02');
  await head.getByRole('button', { name: 'Enter it in the register' }).click();
  await said('Entered in the register.');

  await alive(head);
  await head.getByLabel('Whom?').fill('Priya');
  await head.getByRole('button', { name: 'Find' }).click();
  await head.getByRole('radio', { name: 'Write for it' }).check();
  await head.getByRole('button', { name: 'Authorise from today' }).click();
  await said('Given. It can be used once what comes before it is done');
  const holders = head.getByRole('table', { name: 'People authorised for this account' });
  await expect(holders.getByRole('row').filter({ hasText: 'Priya Raman' })).toBeVisible();
  await head
    .getByRole('row', { name: /Priya Raman/ })
    .getByRole('button', { name: /^End it/ })
    .click();
  await said('Ended.');

  await alive(head);
  await head.getByRole('link', { name: 'Close this account' }).click();
  const dialog = head.getByRole('dialog', { name: 'Close Millrace in the village?' });
  await dialog.getByLabel('Why is it closed?').fill('The village has given the app up.');
  await dialog.getByRole('button', { name: 'Close it for good' }).click();
  await said('Closed. It stays on record');
  await head.goto('/accounts');
  await expect(head.getByRole('row').filter({ hasText: 'Millrace in the village' })).toContainText('Closed');
});

test('makes an access token, which is shown once and stops at once when it is taken back', async ({ request }) => {
  await head.goto('/me/tokens');
  await head.getByLabel('What is it for?').fill('The website');
  await head.locator('input[value="posts:read"]').check();
  await head.getByRole('button', { name: 'Make the token' }).click();
  const token = await head.getByLabel('Access token', { exact: true }).inputValue();
  const ask = async () => (await request.get('/api/posts', { headers: { authorization: `Bearer ${token}` } })).status();
  expect(await ask()).toBe(200);
  await head.goto('/me/tokens');
  await expect(head.locator('main')).not.toContainText(token);
  await head.getByRole('button', { name: 'Take it back' }).click();
  await said('The token is taken back');
  expect(await ask()).toBe(401);
});

test.describe('who gets in', () => {
  test.use({ expectedErrors: [/status of 4(22|09)/] });

  test('a recovery link sets a new password, once, and guessing is slowed down in plain words', async ({
    newcomer,
  }) => {
    await head.goto('/people?search=Priya');
    await head.getByRole('link', { name: 'Priya Raman' }).click();
    await head.getByRole('button', { name: 'Make a recovery link' }).click();
    const link = await head.getByLabel('Link to set a new password').inputValue();

    const priya = await newcomer();
    await priya.goto(link);
    await priya.getByLabel('New password').fill(NEW_PASSWORD);
    await priya.getByRole('button', { name: 'Set this password' }).click();
    await expect(priya.locator('main')).toContainText('Your new password is set');
    await signIn(priya, PRIYA);
    await expect(priya.locator('main')).toContainText('do not go together');
    await signIn(priya, { ...PRIYA, password: NEW_PASSWORD });
    await expect(priya).toHaveURL(/\/today$/);
    await priya.goto(link);
    await expect(priya.getByRole('heading', { level: 1 })).toContainText(/used|no longer/);

    const stranger = await newcomer();
    for (let guess = 1; guess <= 5; guess += 1)
      await signIn(stranger, { ...PRIYA, password: `a guess, number ${guess}` });
    await signIn(stranger, { ...PRIYA, password: NEW_PASSWORD });
    await expect(stranger.getByRole('alert')).toContainText(
      /There were too many wrong tries\. You can try again .*\d\d:\d\d/,
    );
  });

  test('joins an authenticator app, and from then on signs in with its code', async ({ newcomer }) => {
    await head.goto('/me/app');
    const letters = (await head.locator('code').first().textContent())!;
    await head.getByLabel('Your password').fill(HEAD.password);
    await head.getByLabel('The six figures the app shows now').fill('000000');
    await head.getByRole('button', { name: 'Join this telephone' }).click();
    await expect(head.getByRole('alert')).toBeVisible();
    await head.getByLabel('Your password').fill(HEAD.password);
    await head.getByLabel('The six figures the app shows now').fill(codeOf(letters));
    await head.getByRole('button', { name: 'Join this telephone' }).click();
    await said('Your authenticator app is joined');

    const other = await newcomer();
    await signIn(other, HEAD);
    await expect(other.getByRole('heading', { level: 1 })).toHaveText('Type the code your telephone shows');
    await other.goto('/today');
    await expect(other).toHaveURL(/\/sign-in/);
    await signIn(other, HEAD);
    await other.getByLabel('Six-figure code').fill(codeOf(letters, 1));
    await other.getByRole('button', { name: 'Sign in' }).click();
    await expect(other).toHaveURL(/\/today$/);
  });
});

async function add(firstName: string, lastName: string, email: string): Promise<void> {
  await addToDirectory(head, firstName, lastName, email);
  await said('Added to the directory.');
}

const day = (ahead: number): Promise<string> =>
  head.evaluate((days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10), ahead);
