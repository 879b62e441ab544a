// A policy is written: begun, edited by two people at once, answered, compared, exported; pasted text is matched by hand. The first without script.
import { DESK, expect, PHONE, test } from './stage/demo.ts';

// What is refused on purpose: a save that came second, and nonsense.
test.use({ expectedErrors: [/status of (403|409|422)/] });

test('a draft is begun, a clause reworded and an answer given, without script [SJ-20]', async ({ as }) => {
  const ngozi = await as('Ngozi Okafor', { javaScriptEnabled: false, viewport: PHONE });
  await ngozi.goto('/policy/drafts');
  await ngozi.getByLabel('What do you call it?').first().fill('Names');
  await ngozi.getByRole('button', { name: 'Begin the draft' }).click();
  await expect(ngozi.getByRole('heading', { level: 1, name: 'Names' })).toBeVisible();
  const draft = new URL(ngozi.url()).pathname;

  await ngozi.goto(`${draft}/clauses/TP-30`);
  const words = ngozi.getByLabel('Its words');
  await words.fill(`${await words.inputValue()} First names are enough.`);
  await ngozi.getByRole('button', { name: 'Look at what it would change' }).click();
  await expect(ngozi.locator('#look')).toContainText('First names are enough.');
  await ngozi.getByRole('button', { name: 'Save the clause' }).click();
  await expect(ngozi.locator('main ins').first()).toContainText('First names are enough.');
  await expect(ngozi.locator('#edits')).toContainText('Ngozi Okafor');

  await ngozi.goto(`${draft}/settings/ack.days`);
  await ngozi.getByLabel('What does the draft answer?').fill('7');
  await ngozi.getByLabel('Another clause').selectOption({ index: 3 });
  await ngozi.getByRole('button', { name: 'Save the answer' }).click();
  await ngozi.goto(draft);
  await expect(ngozi.locator('main')).toContainText('One clause is reworded and one answer differs.');
  await ngozi.getByRole('link', { name: 'See it side by side' }).click();
  await expect(ngozi.locator('main ins').first()).toContainText('First names are enough.');
  await expect(ngozi.locator('main')).toContainText('Stricter');

  const [file] = await Promise.all([
    ngozi.waitForEvent('download'),
    ngozi
      .getByText('Take it with you')
      .last()
      .click()
      .then(() => ngozi.getByRole('link', { name: 'PDF' }).last().click()),
  ]);
  expect(file.suggestedFilename()).toMatch(/^millrace-policy-draft.*\.pdf$/);
});

test('of two editors at once the second sees both texts, and loses nothing', async ({ as }) => {
  const ngozi = await as('Ngozi Okafor');
  const daniel = await as('Daniel Hale');
  await ngozi.goto('/policy/drafts');
  await ngozi.getByRole('button', { name: 'Begin the draft' }).click();
  const clause = `${new URL(ngozi.url()).pathname}/clauses/TP-31`;
  await ngozi.goto(clause);
  await daniel.goto(clause);
  await ngozi.getByLabel('Its words').fill('The head’s words about tone.');
  await ngozi.getByRole('button', { name: 'Save the clause' }).click();
  await expect(ngozi.getByText('Saved. The draft keeps')).toBeVisible();
  await daniel.getByLabel('Its words').fill('The deputy’s words about tone.');
  await expect(daniel.locator('#look')).toContainText('The deputy’s words about tone.');
  await daniel.getByRole('button', { name: 'Save the clause' }).click();
  await expect(daniel.getByRole('alert')).toContainText('The head’s words about tone.');
  await expect(daniel.getByRole('alert')).toContainText('The deputy’s words about tone.');
  await expect(daniel.getByLabel('Its words')).toHaveValue('The deputy’s words about tone.');
  await daniel.getByLabel('Its words').fill('The words of both about tone.');
  await daniel.getByRole('button', { name: 'Save the clause' }).click();
  await expect(daniel.locator('#edits')).toContainText('Ngozi Okafor');
  await expect(daniel.locator('#edits')).toContainText('Daniel Hale');
});

test('pasted text becomes clauses that are matched by hand; nonsense is refused and stays in its box', async ({
  as,
}) => {
  const helen = await as('Helen Pryce', { viewport: DESK });
  await helen.goto('/policy/drafts');
  const box = helen.getByLabel('Or its text, pasted from Word or a PDF');
  await box.fill('˜Ž ’œ Š ™˜•’Œ¢ ˜ ‘Ž œŒ‘˜˜• '.repeat(20));
  await helen.getByRole('button', { name: 'Make a draft of it' }).click();
  await expect(helen.getByRole('alert')).toContainText('did not survive copying');
  await box.fill(
    '1. Pictures\n\n1.1 Photographs of pupils are only published with the consent of their parents.\n1.2 Staff must not publish the full name of a pupil with a photograph.',
  );
  await helen.getByRole('button', { name: 'Make a draft of it' }).click();
  await expect(helen.getByRole('heading', { level: 1 })).toHaveText('2 clauses are to be matched');
  await expect(helen.getByRole('checkbox', { checked: true })).toHaveCount(0);
  await helen.getByRole('checkbox').first().check();
  await helen.getByRole('button', { name: 'Save these' }).click();
  await expect(helen.getByRole('heading', { level: 1 })).toHaveText('One clause is to be matched');
});

test('a member of staff is told who writes the policy, and finds no draft [SJ-20]', async ({ as }) => {
  const priya = await as('Priya Raman');
  const answer = await priya.goto('/policy/drafts');
  expect(answer?.status()).toBe(403);
  await priya.goto('/policy/compare?from=in-force&to=model:starter');
  await expect(priya.getByRole('heading', { name: 'Question by question' })).toBeVisible();
});

test('an account is registered and shown beside what the policy calls social media', async ({ as }) => {
  const martin = await as('Martin Osei');
  const meaning = async () => {
    await martin.getByRole('link', { name: /^What counts as social media/ }).click();
    await expect(martin).toHaveURL(/\/policy#definition-social-media$/);
    await expect(martin.locator('#definition-social-media')).toContainText('social media');
  };
  await martin.goto('/accounts/new');
  await meaning();
  await martin.goto('/accounts');
  await martin.getByRole('table').getByRole('link').first().click();
  await expect(martin).toHaveURL(/\/accounts\/[0-9a-f-]{36}$/);
  await meaning();
});
