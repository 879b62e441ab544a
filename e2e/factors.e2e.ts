// How people get in and are kept out: passkeys, recovery codes, the list of sessions, days of grace, access ended at once.
import type { CDPSession, Page } from '@playwright/test';
import { alive } from './stage/demo.ts';
import { addToDirectory, expect, HEAD, setUp, signIn, test } from './stage/installation.ts';

test.use({ whose: 'factors' });
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const PRIYA = { email: 'priya.raman@millrace.example', password: 'violet harbour tidy kettle' };
const NEW_PASSWORD = 'velvet orchard sings quietly';

let head: Page;
let telephone: Authenticator;
let codes: string[];

test.beforeAll(async ({ installation }) => {
  const context = await installation.open();
  await setUp(context.request, installation);
  head = await context.newPage();
  telephone = await authenticatorOf(head);
});
test.afterAll(() => head.context().close());
test.beforeEach(({ watch }) => watch(head.context()));

interface Authenticator {
  readonly session: CDPSession;
  readonly authenticatorId: string;
}

/** A telephone made of software by Chromium, which says yes by itself. */
async function authenticatorOf(page: Page): Promise<Authenticator> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { session, authenticatorId };
}

let copies = 0;
/** The same passkey on another device. It counts on from further up: one that counted from below would be refused as a copy. */
async function copyOf({ session, authenticatorId }: Authenticator, page: Page): Promise<void> {
  const { credentials } = await session.send('WebAuthn.getCredentials', { authenticatorId });
  const other = await authenticatorOf(page);
  copies++;
  for (const credential of credentials)
    await other.session.send('WebAuthn.addCredential', {
      authenticatorId: other.authenticatorId,
      credential: { ...credential, signCount: copies * 1000 },
    });
}

const said = (page: Page, words: string): Promise<void> =>
  expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();

test('joins a passkey under a name, and is asked to print ten recovery codes', async () => {
  await head.goto('/me');
  const second = head.getByRole('region', { name: 'Second step' });
  await expect(second).toContainText('None yet');
  await second.getByRole('link', { name: 'Passkeys' }).click();
  await alive(head);
  await head.getByLabel('What do you call it?').fill('My telephone');
  await head.getByRole('button', { name: 'Join a passkey' }).click();
  await expect(head).toHaveURL(/\/me\/recovery-codes\?said=passkey-on$/);
  await said(head, 'Your passkey is joined.');
  await head.getByRole('button', { name: 'Make ten codes' }).click();
  codes = await head.locator('ol code').allTextContents();
  expect(codes).toHaveLength(10);
  await head.getByRole('link', { name: 'I have put them away' }).click();
  await expect(second).toContainText('10 of ten left.');
  await expect(second).toContainText('You have one.');
});

test('signs in with the passkey alone, as the browser offers it where the address is typed', async () => {
  await head.goto('/sign-out');
  await head.getByRole('button', { name: /sign out/i }).click();
  // This telephone says yes to what the browser offers by itself, so nothing is pressed.
  await expect(head).toHaveURL(/\/today$/);
  await head.goto('/me/passkeys');
  await expect(head.locator('main')).toContainText('last used today');
});

test('signs in with the passkey alone by the button, where the browser offers nothing', async ({ newcomer }) => {
  const page = await newcomer();
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);
  });
  await copyOf(telephone, page);
  await page.goto('/sign-in?next=%2Fpolicy');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page).toHaveURL(/\/policy$/);
});

test('signs in with password and passkey, and not with the password alone', async ({ newcomer }) => {
  const page = await newcomer();
  await signIn(page, HEAD);
  await expect(page).toHaveURL(/\/sign-in\/code/);
  await page.goto('/today');
  await expect(page).toHaveURL(/\/sign-in/);
  await signIn(page, HEAD);
  await expect(page).toHaveURL(/\/sign-in\/code/);
  await copyOf(telephone, page);
  await page.getByRole('button', { name: 'Use your passkey' }).click();
  await expect(page).toHaveURL(/\/today$/);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, expectedErrors: [/status of 422/] });

  test('a recovery code stands in for the passkey, once', async ({ newcomer }) => {
    const page = await newcomer({ javaScriptEnabled: false });
    await signIn(page, HEAD);
    await expect(page.getByRole('button', { name: 'Use your passkey' })).toBeHidden();
    await page.getByLabel('Six-figure code').fill(codes[0]!.toUpperCase());
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page).toHaveURL(/\/today$/);
    await expect(page.locator('main')).toContainText('One of your recovery codes was used');
    await page.goto('/me');
    await expect(page.getByRole('region', { name: 'Second step' })).toContainText('9 of ten left.');
    await page.context().clearCookies();
    await signIn(page, HEAD);
    await page.getByLabel('Six-figure code').fill(codes[0]!);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('alert')).toContainText('still left');
  });
});

test('shows a passkey once more before something that wants it fresh', async ({ newcomer }) => {
  const page = await newcomer();
  await signIn(page, HEAD);
  await copyOf(telephone, page);
  await page.getByRole('button', { name: 'Use your passkey' }).click();
  await expect(page).toHaveURL(/\/today$/);
  await page.goto('/confirm?next=%2Fme');
  await alive(page);
  await page.getByRole('button', { name: 'Use your passkey' }).click();
  await said(page, 'Your passkey is shown. Now go on below.');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page).toHaveURL(/\/me$/);
});

test('sees where they are signed in, ends one session, and says that one was not them', async ({ newcomer }) => {
  await head.goto('/me');
  const signedIn = head.getByRole('region', { name: 'Signed in' });
  await expect(signedIn).toContainText(/Chrome on (Linux|a Mac|Windows), this one/);
  await expect(signedIn).toContainText('from the network address');
  const before = await signedIn.getByRole('button', { name: /^End / }).count();
  expect(before).toBeGreaterThan(0);
  await signedIn.getByRole('button', { name: /^End / }).first().click();
  await said(head, 'That session has ended.');
  await expect(signedIn.getByRole('button', { name: /^End / })).toHaveCount(before - 1);

  const page = await newcomer({ userAgent: 'Mozilla/5.0 (Windows NT 10.0; rv:128.0) Gecko/20100101 Firefox/128.0' });
  await signIn(page, HEAD);
  await page.getByLabel('Six-figure code').fill(codes[1]!);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/today$/);
  await head.goto('/today');
  await head.getByRole('link', { name: /Somebody signed in as you with Firefox on Windows/ }).click();
  await head.getByLabel('The password you have now').fill(HEAD.password);
  await head.getByLabel('A new one').fill(NEW_PASSWORD);
  await head.getByRole('button', { name: 'Sign everybody out' }).click();
  await said(head, 'Everybody else is signed out');
  await expect(signedIn.getByRole('listitem')).toHaveCount(1);
  await page.goto('/today');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('gives a role days of grace, which are counted on every page', async ({ newcomer }) => {
  await addToDirectory(head, 'Priya', 'Raman', PRIYA.email);
  await head.getByRole('button', { name: 'Invite Priya Raman' }).click();
  const invitation = await head.getByLabel('Link to join').inputValue();
  const priya = await newcomer();
  await priya.goto(invitation);
  await priya.getByLabel('Choose a password').fill(PRIYA.password);
  await priya.getByRole('button', { name: 'Join Millrace Primary School' }).click();
  await expect(priya).toHaveURL(/\/today$/);

  await head.goto('/school');
  await head.getByText('Change who must').click();
  await head.locator('input[value=staff]').check();
  await head.getByLabel('Days of grace').fill('7');
  await head.getByRole('button', { name: 'Keep this' }).first().click();
  await said(head, 'Saved.');
  await expect(head.getByRole('region', { name: 'Second factor' })).toContainText('With 7 days of grace');
  for (const path of ['/today', '/posts', '/me']) {
    await priya.goto(path);
    await expect(priya.getByText('Join a second factor in the next 7 days')).toBeVisible();
  }
  await priya.goto('/today');
  await expect(priya.getByRole('heading', { name: 'Join a second factor to your sign-in' })).toBeVisible();
  await head.getByText('Change who must').click();
  await head.getByLabel('Days of grace').fill('0');
  await head.getByRole('button', { name: 'Keep this' }).first().click();
  await priya.goto('/posts');
  await expect(priya).toHaveURL(/\/me\/app$/);
  await priya.getByRole('link', { name: 'a passkey' }).click();
  await expect(priya).toHaveURL(/\/me\/passkeys$/);
  await head.getByText('Change who must').click();
  await head.locator('input[value=staff]').uncheck();
  await head.getByRole('button', { name: 'Keep this' }).first().click();
  await priya.goto('/posts');
  await expect(priya).toHaveURL(/\/posts$/);

  await head.goto('/people?search=Priya');
  await head.getByRole('link', { name: 'Priya Raman' }).click();
  await head.getByText('End Priya Raman’s access now').click();
  await head.getByRole('button', { name: 'End their access now' }).click();
  await said(head, 'Their access has ended');
  await priya.goto('/posts');
  await expect(priya).toHaveURL(/\/sign-in/);
  await expect(head.locator('main')).toContainText('Access ended');
  await expect(head.getByRole('button', { name: 'Invite Priya Raman' })).toBeVisible();
});

test('is warned that the last passkey goes, and takes it away', async () => {
  await head.goto('/me/passkeys');
  await expect(head.locator('main')).toContainText('This passkey is the only second step you have');
  await head.getByRole('button', { name: 'Take My telephone away' }).click();
  await said(head, 'The passkey is taken away');
  await expect(head.locator('main')).toContainText('You have none');
});
