// A headteacher with nothing yet: from the link in the terminal to a colleague who has joined.
import { alive } from './stage/demo.ts';
import { expect, HEAD, test } from './stage/installation.ts';

test.use({ whose: 'head' });

const ROLL =
  'First name,Last name,Year,Class\nAmelia,Fenwick,Year 4,Kingfisher\nJakub,Nowak,Year 4,Kingfisher\nZoë,O’Brien-Marsh,Year 5,Osprey\n';

test('a fresh installation is set up, takes a class list and lets a second person join', async ({
  page,
  newcomer,
  installation,
}) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This Gatepost is waiting for its first school');
  await page.goto(installation.setUpLink!);
  await page.getByLabel('Full name of the school').fill('Millrace Primary School');
  await page.getByLabel('The name people say').fill('Millrace');
  await page.locator('input[name=model][value=tpat]').check();
  await page.getByRole('button', { name: 'Go on' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who are you?');
  await page.locator('[id="you.firstName"]').fill(HEAD.firstName);
  await page.locator('[id="you.lastName"]').fill(HEAD.lastName);
  await page.locator('[id="you.email"]').fill(HEAD.email);
  await page.locator('#password').fill(HEAD.password);
  await page.getByRole('checkbox', { name: /^Headteacher/ }).check();
  await page.getByRole('button', { name: 'Set up the school' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bring in the class list');
  await alive(page);
  await page
    .locator('#file')
    .setInputFiles({ name: 'roll.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${ROLL}`) });
  await page.locator('input[value=whole-roll]').check();
  await page.getByRole('button', { name: 'Look at it first' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Three join');
  await page.getByRole('button', { name: 'Take this list' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who else works with Gatepost?');
  const line = page.getByRole('group', { name: 'Colleague 1' });
  await line.getByLabel('First name').fill('Priya');
  await line.getByLabel('Last name').fill('Raman');
  await line.getByLabel('Work e-mail').fill('priya.raman@millrace.example');
  await line.getByLabel('Answers for').selectOption({ label: 'Deputy headteacher' });
  await page.getByRole('button', { name: 'Make their links' }).click();
  const invitation = await page.getByLabel('Priya Raman').inputValue();
  await page.getByRole('link', { name: 'I have handed them over' }).click();
  await expect(page.locator('main')).toContainText('is in force');
  await expect(page.locator('main')).toContainText('The roll is in');
  await expect(page.locator('main')).toContainText('Ngozi Okafor is headteacher');

  const priya = await newcomer();
  await priya.goto(invitation);
  await expect(priya.getByRole('heading', { level: 1 })).toHaveText(
    'Millrace Primary School invites you to Gatepost, Priya Raman',
  );
  await priya.getByLabel('Choose a password').fill('violet harbour tidy kettle');
  await priya.getByRole('button', { name: 'Join Millrace Primary School' }).click();
  await expect(priya).toHaveURL(/\/today$/);
  await priya.goto('/people');
  await expect(priya.getByRole('row').filter({ hasText: 'Priya Raman' })).toContainText('Deputy headteacher');

  const stranger = await newcomer();
  await stranger.goto(installation.setUpLink!);
  await expect(stranger).toHaveURL(/\/sign-in$/);
});
