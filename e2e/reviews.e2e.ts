// A missing policy is entered on a phone without script and leaves the policy’s page; a review is held to its end by those who answer for it.
import { expect, PHONE, test } from './stage/demo.ts';
import { sound } from './stage/sound.ts';

// What is refused on purpose: ending a review before its time.
test.use({ expectedErrors: [/status of (403|422)/] });

test('what the policy is read with is entered without script, and the warning on its page goes down', async ({
  as,
}) => {
  const helen = await as('Helen Pryce', { javaScriptEnabled: false, viewport: PHONE });
  await helen.goto('/policy');
  const warning = helen.getByText(/documents that the policy is read with are missing or out of date/);
  const before = Number((await warning.textContent())!.trim().split(' ')[0]);
  await helen.getByRole('link', { name: 'See which' }).click();
  await helen.getByRole('link', { name: /^Disciplinary policy: there is no current version/ }).click();
  await helen.getByRole('link', { name: /^Enter it ?: Disciplinary policy/ }).click();
  await helen.getByLabel('Edition or version').fill('Version 2, 2026');
  await helen.getByLabel('Where is it?').fill('javascript:alert(1)');
  await helen.getByRole('button', { name: 'Save, checked today' }).click();
  await expect(helen.getByRole('alert')).toContainText('Write a web address, or where it is kept.');
  await expect(helen.getByLabel('Edition or version')).toHaveValue('Version 2, 2026');
  await helen.getByLabel('Where is it?').fill('Staff handbook, chapter 9');
  await helen.getByRole('button', { name: 'Save, checked today' }).click();
  await expect(helen.getByRole('status').filter({ hasText: 'Entered, and checked today.' })).toBeVisible();
  await helen.goto('/policy');
  expect(Number((await warning.textContent())!.trim().split(' ')[0])).toBe(before - 1);
});

test('an early review ends only when its sources are confirmed, its reviewers have signed and the governors have it', async ({
  as,
}) => {
  const anna = await as('Anna Kowalczyk');
  await anna.goto('/today');
  await expect(anna.getByRole('heading', { name: 'Review the policy and sign it off' })).toBeVisible();
  await anna.goto('/policy/reviews');
  await sound(anna);
  await anna.getByRole('link', { name: 'Go to the review' }).click();
  await sound(anna);
  await anna.getByLabel('What was found?').fill('It holds.');
  await anna.getByRole('button', { name: 'End the review' }).click();
  await expect(anna.getByRole('alert')).toContainText('Not everything that the policy rests on has been confirmed');
  const review = anna.url().replace(/\?.*/, '');

  for (;;) {
    await anna.goto(review);
    const next = anna.getByRole('button', { name: /^(It is current|Still expected) ?: / }).first();
    if ((await next.count()) === 0) break;
    await next.click();
    await expect(anna.getByRole('status').first()).toBeVisible();
  }
  for (;;) {
    await anna.goto(review);
    const enter = anna.getByRole('link', { name: /^Enter it ?: / }).first();
    if ((await enter.count()) === 0) break;
    await enter.click();
    await anna.getByLabel('Who issued it?').fill('The local authority');
    await anna.getByLabel('Edition', { exact: true }).fill('2026');
    await anna.getByRole('button', { name: 'Save, checked today' }).click();
    await expect(anna.getByRole('status').first()).toBeVisible();
  }
  await anna.getByRole('button', { name: 'I have reviewed the policy' }).click();
  await expect(anna.getByRole('status').filter({ hasText: 'Signed off' })).toBeVisible();
  await anna.getByText('Note that it was shared').click();
  await anna.getByLabel('How?').fill('With the papers of the meeting');
  await anna.getByRole('button', { name: 'Note it, and tell them here' }).click();
  await expect(anna.getByRole('status').filter({ hasText: 'with day and recipients' })).toBeVisible();
  await anna.getByLabel('What was found?').fill('It holds.');
  await anna.getByRole('button', { name: 'End the review' }).click();
  await expect(anna.getByRole('status').filter({ hasText: 'Ended. The next review is set.' })).toBeVisible();
  await anna.goto('/policy/reviews');
  await expect(anna.getByRole('heading', { level: 1 })).toContainText('The policy is reviewed by');
});

test('the list to put a version into practice is ticked off, and the headteacher waits for the computing lead', async ({
  as,
}) => {
  const ngozi = await as('Ngozi Okafor');
  await ngozi.goto('/policy/references');
  await sound(ngozi);
  await ngozi.goto('/policy/implementation');
  await sound(ngozi);
  await ngozi.getByText('Tick it off').first().click();
  await ngozi.getByRole('button', { name: 'It is done' }).first().click();
  await expect(ngozi.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible();
  await ngozi.getByLabel('What did you find?').fill('It is kept.');
  await ngozi.getByRole('button', { name: 'Close the look' }).click();
  await expect(ngozi.getByRole('alert')).toContainText('The computing lead has not said yet');
  const samira = await as('Samira Haddad');
  await samira.goto('/policy/implementation');
  await samira.getByLabel('How does it work in practice?').fill('Two tablets still lack a screen lock.');
  await samira.getByRole('button', { name: 'Say it to the headteacher' }).click();
  await expect(samira.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible();
  await ngozi.goto('/policy/implementation');
  await ngozi.getByLabel('What did you find?').fill('It is kept.');
  await ngozi.getByRole('button', { name: 'Close the look' }).click();
  await expect(ngozi.getByRole('status').filter({ hasText: 'with the figures of today' })).toBeVisible();
});
