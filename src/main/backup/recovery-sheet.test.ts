// The sheet on paper and as a file: it holds what a restore needs, and `age` itself reads its text.
import { expect, it } from 'vitest';
import { reveal, Secret } from '#kernel/secret.ts';
import { newIdentity } from './age/keys.ts';
import { readSheet, sheetAsPage, sheetAsText } from './recovery-sheet.ts';

const master = new Secret('AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA');
const facts = {
  schools: ['Millrace <Primary> School'],
  installationId: '01a0b1c2-0000-7000-8000-00001a2b3c4d',
  madeOn: '20 November 2026',
  identity: newIdentity(),
  masterKeys: [master],
};

it('is read back with both keys, also when it came by way of Windows', () => {
  for (const text of [sheetAsText(facts), sheetAsText(facts).replaceAll('\n', '\r\n')]) {
    const { identities, masterKeys } = readSheet(new Secret(text));
    expect(identities).toHaveLength(1);
    expect(masterKeys.map(reveal)).toEqual([reveal(master)]);
  }
});

it('has one line that is not a remark: the key, as age wants it', () => {
  const lines = sheetAsText(facts).split('\n');
  expect(lines.filter((line) => line !== '' && !line.startsWith('#'))).toEqual([reveal(facts.identity)]);
});

it('shows both keys on the page, whole once the gaps are taken out, and nothing of a name as markup', () => {
  const page = sheetAsPage(facts);
  const words = page.replaceAll(/<[^>]+>/g, '');
  expect(words).toContain(reveal(facts.identity));
  expect(words).toContain(reveal(master));
  expect(page).toContain('Millrace &lt;Primary&gt; School');
});

it('says that the master key lies elsewhere where the environment gives it', () => {
  const text = sheetAsText({ ...facts, masterKeys: null });
  expect(text).toContain('GATEPOST_MASTER_KEY');
  expect(readSheet(new Secret(text)).masterKeys).toEqual([]);
});
