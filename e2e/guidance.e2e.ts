// Guidance where it is needed: “May I…?”, a question and its answer, a departure, my rules, and the policy for parents and pupils.
import { expect, PHONE, test } from './stage/demo.ts';

test('a teacher on a telephone without script asks, is told that the policy is silent, and sends the question; the answer stands beside the clause for everybody', async ({
  as,
}) => {
  const priya = await as('Priya Raman', { viewport: PHONE, javaScriptEnabled: false });
  await priya.goto('/may-i');
  await priya.getByLabel('What would you like to do?').fill('May I use my own fone for pictures?');
  await priya.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(priya.getByRole('heading', { name: /No pictures on own phones/ })).toBeVisible();
  await expect(priya.locator('main')).toContainText('Only pictures from registered school equipment are taken in.');

  await priya.getByLabel('What would you like to do?').fill('May I keep a hedgehog?');
  await priya.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(priya.getByText('The policy says nothing on this')).toBeVisible();
  await expect(priya.locator('main')).toContainText('Ngozi Okafor, the headteacher, decides.');
  await priya.getByRole('link', { name: /^Ask Ngozi Okafor/ }).click();
  await expect(priya.getByLabel('Your question')).toHaveValue('May I keep a hedgehog?');
  await priya.getByRole('button', { name: 'Send the question' }).click();
  await expect(priya.getByText('Your question is on its way.')).toBeVisible();

  const ngozi = await as('Ngozi Okafor');
  await expect(ngozi.getByText('Somebody has a question about the policy').first()).toBeVisible();
  await ngozi.goto('/policy/questions');
  const asked = ngozi.getByRole('article').filter({ hasText: 'hedgehog' });
  await asked.getByLabel('Your answer').fill('Only a picture of one.');
  await asked.getByRole('button', { name: 'Answer Priya Raman' }).click();
  await expect(ngozi.getByText('Whoever asked is told.')).toBeVisible();
  const answered = ngozi.getByRole('article').filter({ hasText: 'hedgehog' });
  await answered.getByText('Publish it to staff beside the clause').click();
  await answered.getByLabel('The note').fill('A hedgehog may be shown in a picture, and not kept.');
  await answered.getByRole('button', { name: 'Publish the note' }).click();

  const joel = await as('Joel Whitlock');
  await joel.goto('/may-i?q=hedgehog');
  await expect(joel.locator('main')).toContainText('A hedgehog may be shown in a picture, and not kept.');
  await expect(joel.locator('main')).not.toContainText('Priya');
});

test('the “before you post” questions stand in the library of guides and in the composer [SN-84]', async ({ as }) => {
  const teacher = await as('Bethany Sugden');
  await teacher.goto('/guides');
  const guide = teacher.locator('#before-you-post');
  await expect(guide.getByRole('listitem').filter({ hasText: 'Does it fit my role here' })).toBeVisible();
  await expect(guide).toContainText('keep to our policy');
  await expect(guide).toContainText('Is it lawful');

  await teacher.goto('/posts/new');
  const prompt = teacher.getByText('Does it fit my role here');
  await expect(prompt).toBeHidden();
  await teacher.getByText('Before you post', { exact: true }).click();
  await expect(prompt).toBeVisible();
  await expect(teacher.locator('#guide-before-you-post')).toContainText('Before you post');
});

test('my rules stand in three sections, and the scope test answers with the clause', async ({ as }) => {
  const teacher = await as('Bethany Sugden', { viewport: PHONE, javaScriptEnabled: false });
  await teacher.goto('/policy/rules');
  for (const name of ['Educational use', 'Personal use', 'Recreational use'])
    await expect(teacher.getByRole('heading', { name, exact: true })).toBeVisible();
  await teacher.getByLabel('Whom is it about?').selectOption('staff');
  await teacher.getByLabel('What has it to do with the school?').selectOption('represents');
  await teacher.getByLabel('Where was it done?').selectOption('elsewhere');
  await teacher.getByLabel('Who could read it?').selectOption('public');
  await teacher.getByLabel('On what?').selectOption('social-network');
  await teacher.getByRole('button', { name: 'Does it apply?' }).click();
  await expect(teacher.getByText('Yes, the policy applies')).toBeVisible();
});

test('leave to depart from a clause is asked for, and whoever stands in for the headteacher gives it until a day', async ({
  as,
}) => {
  const teacher = await as('Bethany Sugden');
  await teacher.goto('/policy/departures');
  await teacher.getByRole('link', { name: /10\.4/ }).first().click();
  await expect(teacher.getByText('Waits for the decision')).toBeVisible();
  const address = new URL(teacher.url()).pathname;

  // The headteacher of St Bride’s is away: her deputy decides.
  const head = await as('Martin Osei');
  await head.goto(address);
  await head.getByRole('radio', { name: /^Accept it/ }).check();
  await head.getByRole('button', { name: 'Accept it' }).click();
  await expect(head.getByText('Whoever told you of it hears of it.')).toBeVisible();
  await teacher.reload();
  await expect(teacher.locator('main')).toContainText('then it ends by itself');
});

test('where the policy of a school is silent, its trust’s stands on the same page and is found by its clause', async ({
  as,
}) => {
  const priya = await as('Priya Raman', { viewport: PHONE, javaScriptEnabled: false });
  await priya.goto('/policy');
  const trusts = priya.locator('details#trust');
  await expect(trusts.locator('summary')).toContainText('your trust’s policy, used where this one is silent');
  await trusts.locator('summary').click();
  await expect(trusts.locator('[id^="trust:"]').first()).toBeVisible();
});

test('anybody reads what the policy means for parents and for pupils, and may ask', async ({ page }) => {
  await page.goto('/schools/st-brides/policy');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Social media and our school');
  await expect(page.locator('main')).toContainText('Please do not post pictures of other people’s children.');
  await page.getByLabel('Look something up').fill('May I share pictures from the play?');
  await page.getByRole('button', { name: 'Look' }).click();
  await expect(page.getByRole('status')).toContainText(/other people.s children|other children/);
  await page.getByRole('link', { name: 'For pupils' }).click();
  await expect(page.locator('main')).toContainText('We never write your whole name.');
  await expect(page.locator('main')).toContainText('Would I be happy if it was about me?');
});
