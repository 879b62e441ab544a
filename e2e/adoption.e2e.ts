// A policy on its way: one signs on a telephone without script, takes the signature along and has it verified; the head sees who is missing.
import { readFile, writeFile } from 'node:fs/promises';
import { gatepost } from './stage/command-line.ts';
import { expect, PHONE, test } from './stage/demo.ts';
import { sound } from './stage/sound.ts';

const NAME = 'The policy for the coming year';

test('a responsible person signs on a telephone without script, and anybody can verify the signature', async ({
  as,
}, info) => {
  const tom = await as('Tom Ashworth', { javaScriptEnabled: false, viewport: PHONE });
  await expect(tom.locator('main')).toContainText('Sign the policy as a responsible person');
  await tom.goto('/policy/adoption');
  await tom.getByRole('link', { name: NAME }).click();
  await expect(tom.getByRole('heading', { level: 1 })).toHaveText(NAME);
  await expect(tom.locator('main')).toContainText('4 of 7 lines.');

  await tom.getByLabel('Type your name').fill('Thomas Ashworth');
  await tom.getByRole('button', { name: 'Sign it' }).click();
  await expect(tom.locator('main')).toContainText('Type your own name, Tom Ashworth.');
  await tom.getByLabel('Type your name').fill('tom ashworth');
  await tom.getByRole('button', { name: 'Sign it' }).click();
  await expect(tom.locator('main')).toContainText('Signed, and sealed in the ledger.');
  await expect(tom.locator('main')).toContainText('5 of 7 lines.');

  const saving = tom.waitForEvent('download');
  await tom.getByRole('link', { name: /Take it with you.*Tom Ashworth/ }).click();
  const file = info.outputPath('signature.json');
  await (await saving).saveAs(file);
  expect(await gatepost(['signature', 'verify', file], {})).toMatchObject({
    code: 0,
    text: expect.stringMatching(/^YES\. tom ashworth \(responsible-person\) signed exactly this text/),
  });
  await writeFile(file, (await readFile(file, 'utf8')).replace('tom ashworth', 'Tom Ashworth'));
  expect((await gatepost(['signature', 'verify', file], {})).code).toBe(1);
});

// The refusal of a wrong name, above, and what is not adopted yet.
test.use({ expectedErrors: [/status of 422/] });

test('the headteacher sees who is missing by name, and who approved it', async ({ as }) => {
  const ngozi = await as('Ngozi Okafor');
  await ngozi.goto('/policy');
  await ngozi.getByRole('link', { name: 'How to adopt it' }).click();
  await expect(ngozi.locator('main')).toContainText('is in force, and not adopted yet');
  await sound(ngozi);
  await ngozi.getByRole('link', { name: NAME }).click();
  await expect(ngozi.locator('main')).toContainText('Leah Goldberg and Miriam Adler are missing.');
  await expect(ngozi.locator('main')).toContainText(/Approved\s+Ngozi Okafor/);
  await expect(ngozi.getByRole('button', { name: 'Adopt it from that day' })).toHaveCount(0);
  await sound(ngozi);
});
