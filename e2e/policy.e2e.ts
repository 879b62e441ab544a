// The policy where people meet it: at the head of its own page, beside the editor, and with its date on every view.
import { alive, expect, test } from './stage/demo.ts';

test('the school’s ethos stands at the head of its policy and in the panel on tone beside the editor [SJ-01]', async ({
  as,
}) => {
  const ethos = 'Each of us is cared for, and says so of others.';
  const ngozi = await as('Ngozi Okafor');
  await ngozi.goto('/school');
  await ngozi.getByText('Change the details').click();
  await ngozi.getByLabel('Statement of ethos').fill(ethos);
  await ngozi.getByRole('button', { name: 'Keep the details' }).click();
  await expect(ngozi.locator('main')).toContainText(ethos);
  await ngozi.goto('/policy');
  await expect(ngozi.locator('blockquote')).toHaveText(ethos);

  const priya = await as('Priya Raman');
  await priya.goto('/posts/new');
  await alive(priya);
  await expect(priya.getByText(ethos)).toBeHidden();
  await priya.getByText(/^How we want to sound/).click();
  await expect(priya.getByText(ethos)).toBeVisible();
});

test('the month of issue stands on every view of a version [GR-01]', async ({ as, page }) => {
  const martin = await as('Martin Osei');
  for (const view of ['/policy', '/policy/settings', '/policy/versions', '/policy/sign']) {
    await martin.goto(view);
    await expect(martin.locator('main')).toContainText(/[Ii]ssued May 2018/);
  }
  await page.goto('/schools/st-brides/policy');
  await expect(page.locator('main')).toContainText('Issued May 2018');
});
