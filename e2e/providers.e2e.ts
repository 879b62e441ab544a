// Signing in with the account that the school has given: set up and tried by the administrator, then used by an invited teacher.
import type { Page } from '@playwright/test';
import { CLIENT, startIdentityProvider } from '#test/identity-provider.ts';
import { addToDirectory, expect, HEAD, setUp, signIn, test } from './stage/installation.ts';
import { sound } from './stage/sound.ts';

test.use({ whose: 'providers', expectedErrors: [/status of 422|ERR_CONNECTION_REFUSED/] });
test.describe.configure({ mode: 'serial' });

const PRIYA = { sub: 'priya-17', email: 'priya.raman@millrace.example', email_verified: true, amr: ['pwd', 'mfa'] };
const STRANGER = { sub: 'stranger-4', email: 'somebody@millrace.example', email_verified: true };

let idp: Awaited<ReturnType<typeof startIdentityProvider>>;
let head: Page;
test.beforeAll(async ({ installation }) => {
  idp = await startIdentityProvider();
  const context = await installation.open();
  await setUp(context.request, installation);
  head = await context.newPage();
});
test.afterAll(async () => {
  await head.context().close();
  await idp.close();
});
test.beforeEach(({ watch }) => watch(head.context()));

const said = (page: Page, words: string): Promise<void> =>
  expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();

test('the administrator sets a provider up, tries it and switches it on', async () => {
  await head.goto('/school');
  await head.getByRole('link', { name: 'Sign in with the account the school has given' }).click();
  await expect(head.getByText('Everybody signs in with a password so far')).toBeVisible();
  await sound(head);
  await head.getByRole('radio', { name: /^Another/ }).check();
  await head.getByRole('button', { name: 'Begin' }).click();
  await expect(head).toHaveURL(/\/school\/sign-in\/[0-9a-f-]{36}$/);
  await expect(head.getByText('Still missing: the address, the client id')).toBeVisible();
  idp.allow(await head.getByLabel('The address people come back to').inputValue());

  await head.getByLabel('What people call it').fill('Millrace accounts');
  await head.getByLabel('Issuer').fill(idp.issuer);
  await head.getByLabel('Client ID').fill(CLIENT.clientId);
  await head.getByLabel('Client secret', { exact: true }).fill(CLIENT.clientSecret);
  await head.getByLabel('Domains of the school').fill('millrace.example, mill.example');
  await head.getByRole('button', { name: 'Keep this' }).click();
  await said(head, 'Now try it, then switch it on.');
  await expect(head.getByRole('button', { name: /^Switch it on/ })).toHaveCount(0);
  expect(await head.content()).not.toContain(CLIENT.clientSecret);

  idp.signsIn({ sub: 'head-1', email: 'head@elsewhere.example', email_verified: true, amr: ['pwd', 'mfa'] });
  await head.getByRole('link', { name: 'Try it' }).click();
  await expect(head.getByText('is not one of the school’s own')).toBeVisible();
  await expect(head.getByText('elsewhere.example')).toBeVisible();
  await sound(head);

  idp.signsIn({ sub: 'head-1', email: HEAD.email, email_verified: true, amr: ['pwd', 'mfa'] });
  await head.getByRole('link', { name: 'Try it' }).click();
  await expect(head.getByText('It works: Ngozi Okafor came through')).toBeVisible();
  await expect(head.getByText('pwd, mfa')).toBeVisible();
  await head.getByRole('button', { name: 'Switch it on for everybody' }).click();
  await said(head, 'Switched on.');
  await sound(head);
});

test('an invited teacher joins from the sign-in page, without script, and joins and parts nothing that is her only way in', async ({
  newcomer,
}) => {
  await addToDirectory(head, 'Priya', 'Raman', PRIYA.email);
  await head.getByRole('button', { name: 'Invite Priya Raman' }).click();
  const invitation = await head.getByLabel('Link to join').inputValue();

  const stranger = await newcomer();
  await stranger.goto(invitation);
  idp.signsIn(STRANGER);
  await stranger.getByRole('link', { name: 'Join with Millrace accounts' }).click();
  await expect(stranger.getByRole('alert')).toContainText(`This invitation is for ${PRIYA.email}`);

  const priya = await newcomer({ javaScriptEnabled: false });
  idp.signsIn(PRIYA);
  await priya.goto('/posts');
  await priya.getByRole('link', { name: 'Sign in with Millrace accounts' }).click();
  await expect(priya).toHaveURL(/\/posts$/);
  await priya.goto('/me/sign-in');
  await expect(priya.locator('main')).toContainText(PRIYA.email);
  await priya.getByRole('button', { name: /^Part it/ }).click();
  await expect(priya.locator('main')).toContainText('this is your only way in');
});

test('somebody whom no school knows is told whom to ask, and no password stops working', async ({ newcomer }) => {
  const stranger = await newcomer();
  idp.signsIn(STRANGER);
  await stranger.goto('/sign-in');
  await sound(stranger);
  await stranger.getByRole('link', { name: 'Sign in with Millrace accounts' }).click();
  await expect(stranger.getByRole('alert')).toContainText(`${STRANGER.email} is not known here`);
  await expect(stranger.getByRole('alert')).toContainText('whoever looks after Gatepost at Millrace Primary School');
  await sound(stranger);
  await stranger.goto('/today');
  await expect(stranger).toHaveURL(/\/sign-in/);

  await idp.close();
  await stranger.goto('/sign-in');
  await stranger.getByRole('link', { name: 'Sign in with Millrace accounts' }).click();
  await expect(stranger.locator('body')).not.toContainText('is not known here');
  await signIn(stranger, HEAD);
  await expect(stranger).toHaveURL(/\/today$/);
});

test('the head joins an account to her login by her own choice, and parts it again', async () => {
  idp = await startIdentityProvider({ port: Number(new URL(idp.issuer).port) });
  await head.goto('/school/sign-in');
  await head.getByRole('link', { name: 'Millrace accounts' }).click();
  idp.allow(await head.getByLabel('The address people come back to').inputValue());
  idp.signsIn({ sub: 'head-1', email: HEAD.email, email_verified: true });
  await head.goto('/me');
  await head.getByRole('link', { name: 'Accounts you sign in with' }).click();
  await sound(head);
  await head.getByRole('button', { name: 'Join an account with Millrace accounts' }).click();
  await head.getByRole('link', { name: 'Go on' }).click();
  await expect(head).toHaveURL(/\/me/);
  await head.goto('/me/sign-in');
  await head.getByRole('button', { name: /^Part it/ }).click();
  await said(head, 'Parted.');
});
