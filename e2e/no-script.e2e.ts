// Old tablets and careful browsers: the whole main job without a line of script.
import { DESK, expect, PHONE, test } from './stage/demo.ts';
import { idIn } from './stage/compose.ts';
import { signIn } from './stage/installation.ts';

const WITHOUT = { javaScriptEnabled: false, viewport: DESK };
const ROLL = 'First name,Last name,Year,Class\nIna,Petersen,Year 4,Lapwing\n';

test('somebody is invited, joins, signs out and signs in again', async ({ as, demo, watch }) => {
  const tom = await as('Tom Ashworth', WITHOUT);
  await tom.goto('/people?search=Marguerite');
  await tom.getByRole('link', { name: 'Marguerite Lowe' }).click();
  await tom.getByRole('button', { name: /Make a recovery link/ }).click();
  const link = await tom.getByLabel('Link to set a new password').inputValue();

  const context = await demo.open(WITHOUT);
  watch(context);
  const page = await context.newPage();
  const marguerite = { email: 'marguerite.lowe@millrace.example', password: 'velvet orchard sings quietly' };
  await page.goto(link);
  await page.getByLabel('New password').fill(marguerite.password);
  await page.getByRole('button', { name: 'Set this password' }).click();
  await signIn(page, marguerite);
  await expect(page).toHaveURL(/\/today$/);
  await page.goto('/sign-out');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.locator('main')).toContainText('You are signed out on this device');
  await context.close();

  await tom.goto('/people/add');
  await tom.getByLabel('First name', { exact: true }).fill('Wendy');
  await tom.getByLabel('Last name').fill('Marsh');
  await tom.getByLabel('Work e-mail address').fill('wendy.marsh@millrace.example');
  await tom.locator('input[value=staff]').check();
  await tom.getByRole('button', { name: 'Add to the directory' }).click();
  await tom.getByRole('button', { name: 'Invite Wendy Marsh' }).click();
  await expect(tom.getByLabel('Link to join')).toHaveValue(/\/join\//);
});

test('a list is looked at, then taken', async ({ as }) => {
  const tom = await as('Tom Ashworth', WITHOUT);
  await tom.goto('/people/import/class-list');
  await tom.locator('#file').setInputFiles({ name: 'kingfisher.csv', mimeType: 'text/csv', buffer: Buffer.from(ROLL) });
  await tom.locator('input[value=these-classes]').check();
  await tom.getByRole('button', { name: 'Look at it first' }).click();
  await expect(tom.getByRole('heading', { level: 1 })).toContainText('One joins');
  await tom.getByRole('button', { name: 'Take this list' }).click();
  await expect(tom.getByRole('heading', { level: 1 })).toHaveText('The roll is up to date');
});

test('a post is written, checked, mended, sent, approved and published by hand', async ({ as }) => {
  const priya = await as('Priya Raman', WITHOUT);
  await priya.goto('/posts/new');
  await priya.getByLabel('The words of the post').fill('Amelia Fenwick has read a hundred books.');
  await priya.getByRole('checkbox', { name: /^Millrace Primary on Facebook/ }).check();
  await priya.getByLabel('What kind of post is it?').selectOption({ label: 'Article' });
  await priya.getByRole('button', { name: 'Save and check' }).first().click();
  await expect(priya).toHaveURL(/\/edit(#notes)?$/);
  await priya.getByRole('button', { name: 'Say “Amelia”' }).click();
  await expect(priya.getByLabel('The words of the post')).toHaveValue('Amelia has read a hundred books.');
  const postId = idIn(priya);
  await priya.getByLabel('Address of the article').fill('https://millrace.example/books');
  await priya.getByRole('checkbox', { name: /anybody may find these words/ }).check();
  await priya.getByRole('button', { name: 'Save and check' }).last().click();
  await priya.getByRole('button', { name: /^Send to / }).click();
  await expect(priya).toHaveURL(new RegExp(`/posts/${postId}$`));

  const ros = await as('Ros Kettle', { ...WITHOUT, viewport: PHONE });
  await ros.goto(`/approvals/${postId}`);
  for (const yes of await ros.getByRole('radio', { name: 'Yes' }).all()) await yes.check();
  await ros.getByRole('radio', { name: /^Approve it/ }).check();
  await ros.locator('button.decision-button').click();
  await expect(ros).toHaveURL(new RegExp(`/posts/${postId}`));
  await expect(async () => {
    await ros.goto(`/posts/${postId}/by-hand`);
    await ros
      .getByLabel('Address of the post')
      .fill('https://www.facebook.com/millraceprimary.example/posts/2048', { timeout: 500 });
  }).toPass();
  await ros.getByRole('button', { name: 'It is published' }).click();
  await expect(ros.locator('main')).toContainText('Noted, with its address as proof');
});
