// Mail out in a school: set up, tried, diagnosed; links that arrive; what comes back; and the digest that each chooses.
import type { Page } from '@playwright/test';
import { openMailServer, type TestMailServer } from '#test/mail-server.ts';
import { addToDirectory, expect, HEAD, setUp, signIn, test } from './stage/installation.ts';
import { sound } from './stage/sound.ts';

test.use({ whose: 'mail' });
test.describe.configure({ mode: 'serial' });

const PRIYA = { email: 'priya.raman@millrace.example', password: 'violet harbour tidy kettle' };
const NEW_PASSWORD = 'velvet orchard sings quietly';

let head: Page;
let server: TestMailServer;
test.beforeAll(async ({ installation }) => {
  server = await openMailServer({ user: { name: 'office', password: 'kingfisher' } });
  const context = await installation.open();
  await setUp(context.request, installation);
  head = await context.newPage();
});
test.afterAll(async () => {
  await head.context().close();
  await server.close();
});
test.beforeEach(({ watch }) => watch(head.context()));

const said = (words: string): Promise<void> =>
  expect(head.getByRole('status').filter({ hasText: words })).toBeVisible();

async function keepServer(port: number): Promise<void> {
  await head.goto('/school/mail');
  await head.getByLabel('Name of the server').fill('localhost');
  await head.getByLabel('Port', { exact: true }).fill(String(port));
  await head.getByLabel('User', { exact: true }).fill('office');
  await head.getByLabel('Password', { exact: true }).fill('kingfisher');
  await head.getByRole('textbox', { name: 'Mail comes from' }).fill('office@millrace.example');
  const authority = head.getByLabel('Certificate of your authority');
  if (!(await authority.isVisible())) await head.getByText('Our school signs its own certificates').click();
  await authority.fill(server.authority);
  await head.getByRole('button', { name: 'Keep this server' }).click();
  await said('Kept. Now send a test message.');
}

const letterTo = async (address: string, about: RegExp): Promise<string> => {
  await expect
    .poll(() => server.letters.some(({ to, subject }) => to?.[0]?.address === address && about.test(subject ?? '')))
    .toBe(true);
  return server.letters.findLast(({ to, subject }) => to?.[0]?.address === address && about.test(subject ?? ''))!.text!;
};
const linkIn = (text: string): string => /http\S+\/(?:join|recover)\/\S+/.exec(text)![0];

test('without a server: one line on the school’s page, nothing on Today, and links are copied', async () => {
  await head.goto('/today');
  await expect(head.locator('main')).not.toContainText('mail server');
  await head.goto('/school');
  await head.getByRole('link', { name: 'Invitations, links and digests by mail' }).click();
  await expect(head.getByRole('heading', { level: 1 })).toHaveText('Gatepost sends no mail yet');
  await head.getByText('We have Microsoft 365').click();
  await head.getByRole('link', { name: 'Fill in smtp.office365.com, port 587' }).click();
  await expect(head.getByLabel('Name of the server')).toHaveValue('smtp.office365.com');
  await head.goto('/school/mail');
  await sound(head);
});

test('a wrong port is told plainly, and on Today; the right one works', async () => {
  await keepServer(1);
  await head.getByRole('button', { name: 'Send a test message' }).click();
  await said('localhost is there, but nothing answers on port 1.');
  await expect(head.locator('main')).toContainText('Put the port right.');
  await head.goto('/school/mail');
  await sound(head);
  await head.goto('/today');
  await expect(head.locator('main')).toContainText('The mail server takes no mail');

  await keepServer(server.port);
  await head.getByRole('button', { name: 'Send a test message' }).click();
  await said('The server took the test message');
  await letterTo(HEAD.email, /works$/);
  await expect(head.locator('main')).not.toContainText('kingfisher');
  await head.goto('/today');
  await expect(head.locator('main')).not.toContainText('The mail server takes no mail');
});

test('an invitation arrives by mail and lets its holder in', async ({ newcomer }) => {
  await addToDirectory(head, 'Priya', 'Raman', PRIYA.email);
  await head.getByRole('button', { name: 'Send a link by mail' }).click();
  await said('The link is on its way to their own address.');
  const priya = await newcomer();
  await priya.goto(linkIn(await letterTo(PRIYA.email, /^Join/)));
  await priya.getByLabel('Choose a password').fill(PRIYA.password);
  await priya.getByRole('button', { name: 'Join Millrace Primary School' }).click();
  await expect(priya).toHaveURL(/\/today$/);

  await priya.goto('/me');
  const byMail = priya.getByRole('region', { name: 'By mail' });
  await byMail.getByLabel('At', { exact: true }).fill('16:15');
  await byMail.getByLabel('Only on school days').uncheck();
  await byMail.getByRole('button', { name: 'Keep this' }).click();
  await expect(priya.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible();
  await expect(priya.getByLabel('At', { exact: true })).toHaveValue('16:15');
  await expect(priya.getByLabel('Only on school days')).not.toBeChecked();
  await priya.goto('/me');
  await sound(priya);
});

test('whoever cannot get in has a link sent; a stranger is told the same', async ({ newcomer }) => {
  const page = await newcomer();
  const answers: string[] = [];
  for (const email of ['stranger@example.org', PRIYA.email]) {
    await page.goto('/sign-in');
    await page.getByText('I cannot sign in').click();
    await page.getByRole('link', { name: 'Have a link sent to your address' }).click();
    await page.getByLabel('Work e-mail address').fill(email);
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await expect(page.getByRole('status')).toContainText('a link is on its way');
    answers.push(await page.locator('main').innerText());
  }
  expect(answers[0]).toBe(answers[1]);
  await page.goto(linkIn(await letterTo(PRIYA.email, /^Set a new password/)));
  await page.getByLabel('New password').fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Set this password' }).click();
  await signIn(page, { ...PRIYA, password: NEW_PASSWORD });
  await expect(page).toHaveURL(/\/today$/);
  expect(server.letters.some(({ to }) => to?.[0]?.address === 'stranger@example.org')).toBe(false);
  const stranger = await newcomer();
  await stranger.goto('/recover/ask');
  await sound(stranger);
});

test('a mail that came back stands beside the person and in the list until the address changes', async () => {
  await head.goto('/people?search=Priya');
  await head.getByRole('link', { name: 'Priya Raman' }).click();
  await head.getByText(`A mail to ${PRIYA.email} came back`).click();
  await head.getByLabel('What the report says').fill('550 mailbox unavailable');
  await head.getByRole('button', { name: 'Note that it came back' }).click();
  await expect(head.locator('main')).toContainText(`Mail to ${PRIYA.email} does not arrive`);
  await expect(head.locator('main')).toContainText('550 mailbox unavailable');
  const person = new URL(head.url()).pathname;
  await head.goto(person);
  await sound(head);
  await head.goto('/people?search=Priya');
  await expect(head.getByRole('row', { name: /Priya Raman/ })).toContainText('Mail does not arrive');
  await head.goto('/school/mail/messages?show=failed');
  await sound(head);
  await expect(head.getByRole('row', { name: /Priya Raman/ }).first()).toContainText('Came back');

  await head.goto(person);
  await head.getByText('Change these particulars').click();
  await head.getByLabel('Work e-mail address').fill('p.raman@millrace.example');
  await head.getByRole('button', { name: 'Keep the changes' }).click();
  await said('Saved.');
  await expect(head.locator('main')).not.toContainText('does not arrive');
});
