// Training: somebody without it is led there and back; the leadership team gives it out and sees who has done it.
import { DESK, expect, PHONE, test } from './stage/demo.ts';
import { sound } from './stage/sound.ts';

// What is refused on purpose: a password asked for once more.
test.use({ expectedErrors: [/status of (403|422)/] });

test('an untrained author is refused a draft with the reason, does it on a telephone without script, and may write', async ({
  as,
}) => {
  const ngozi = await as('Ngozi Okafor', { viewport: DESK });
  await ngozi.goto('/accounts');
  await ngozi
    .getByRole('link', { name: /^Millrace Primary/ })
    .first()
    .click();
  await ngozi.getByLabel('Whom?').fill('Daniel');
  await ngozi.getByRole('button', { name: 'Find' }).click();
  await ngozi.getByRole('radio', { name: 'Write for it' }).check();
  await ngozi.getByRole('button', { name: 'Authorise from today' }).click();
  await expect(
    ngozi.getByRole('status').filter({ hasText: 'It can be used once what comes before it is done' }),
  ).toBeVisible();

  const daniel = await as('Daniel Hale', { javaScriptEnabled: false, viewport: PHONE });
  await daniel.goto('/posts/new');
  await expect(daniel.getByRole('heading', { level: 1 })).toHaveText('Before you write');
  await expect(daniel.locator('main')).toContainText('ambassador');
  await expect(daniel.getByLabel('The words of the post')).toHaveCount(0);
  await daniel.getByRole('button', { name: 'I have read this and keep to it' }).click();
  await expect(daniel).toHaveURL(/\/posts\/new/);
  await expect(daniel.getByLabel('The words of the post')).toBeVisible();
});

test('a module is done on a telephone without script: wrong answers are marked, right ones go on record', async ({
  as,
}) => {
  const daniel = await as('Daniel Hale', { javaScriptEnabled: false, viewport: PHONE });
  await daniel.goto('/training/prevent');
  await daniel.getByRole('button', { name: 'Answer, and finish' }).click();
  await expect(daniel.getByRole('alert')).toContainText('0 per cent are right');
  await daniel.getByRole('radio', { name: /I tell the safeguarding lead today/ }).check();
  await daniel.getByRole('radio', { name: 'A worry is enough' }).check();
  await daniel.getByRole('button', { name: 'Answer, and finish' }).click();
  await expect(daniel.getByRole('status').filter({ hasText: 'Done, and on your record.' })).toBeVisible();
  await expect(daniel.getByRole('table', { name: 'Everything you have completed' })).toContainText('Prevent');
});

test('the leadership team gives a module out, notes an induction, gives guidance out; the pages are sound', async ({
  as,
}) => {
  const ngozi = await as('Ngozi Okafor', { viewport: DESK });
  const said = (words: string) => expect(ngozi.getByRole('status').filter({ hasText: words })).toBeVisible();
  await ngozi.goto('/training/manage');
  await ngozi.getByLabel('Which module?').selectOption({ label: 'Professional boundaries online' });
  await ngozi.getByLabel('For whom?').selectOption({ label: 'Governor' });
  await ngozi.getByLabel('By when?').fill('2099-01-31');
  await ngozi.getByRole('button', { name: 'Give it out' }).click();
  await said('Given out. Everybody in the group is told');
  await expect(ngozi.getByRole('table', { name: 'What is given to whom, by when' })).toContainText('Governor');
  await sound(ngozi);

  await ngozi.goto('/training/manage/induction');
  await ngozi.getByLabel('Whose induction?').selectOption({ label: 'Marguerite Lowe' });
  await ngozi.getByRole('button', { name: 'Begin it' }).click();
  await ngozi.getByRole('button', { name: /^The induction is complete/ }).click();
  await expect(ngozi.locator('main')).toContainText('The induction is not complete without this');
  await sound(ngozi);

  await ngozi.goto('/training/manage/guidance');
  await ngozi.getByRole('button', { name: /^Give it out now.*Protect yourself and your privacy/ }).click();
  await said('Given out.');
  await sound(ngozi);
  for (const path of [
    '/training',
    '/training/prevent',
    '/training/manage/boundaries',
    '/training/manage/records',
    '/training/manage/new',
    '/posts/before',
  ]) {
    await ngozi.goto(path);
    await sound(ngozi);
  }
});
