// The recovery sheet: one page of paper with all that is needed to bring everything back, and its text as a key file.
import { readFile } from 'node:fs/promises';
import { reveal, Secret } from '#kernel/secret.ts';
import { identityFrom, type Identity } from './age/keys.ts';

export interface SheetFacts {
  readonly schools: readonly string[];
  readonly installationId: string;
  /** Such as `20 November 2026`. */
  readonly madeOn: string;
  readonly identity: Secret;
  /** Lines of the key file; null where the key is given by GATEPOST_MASTER_KEY. */
  readonly masterKeys: readonly Secret[] | null;
}

const MASTER = 'Master key:';

const steps = (hasMasterKey: boolean): readonly string[] => [
  'Install Gatepost on a machine, the same version as before or a newer one. Do not set up a school.',
  'Fetch the newest backup file. Its name begins with gatepost- and ends in .backup.age.',
  'Type the text of this sheet into a file sheet.txt (or use the text file, if you kept it on a stick in a safe).',
  ...(hasMasterKey ? [] : ['Set GATEPOST_MASTER_KEY to the master key that you keep apart; it is not on this sheet.']),
  'Run: gatepost restore BACKUP-FILE --identity sheet.txt',
  'Start Gatepost. Everybody signs in again with the password that they had.',
];

/** Also what `age --identity` reads: every line but the key begins with #. */
export function sheetAsText({ schools, installationId, madeOn, identity, masterKeys }: SheetFacts): string {
  const lines = [
    `Gatepost recovery sheet: ${schools.join(', ')}`,
    `Made on ${madeOn}; installation ${installationId}`,
    '',
    'Whoever holds this sheet and a backup can read everything in it. Keep it on paper, in the safe, apart from the',
    'backups. Without it nobody can open them: not you, and not the makers of Gatepost.',
    '',
    'What to do when the machine is lost:',
    ...steps(masterKeys !== null).map((step, i) => `${i + 1}. ${step}`),
    '',
    ...(masterKeys ?? []).map((key) => `${MASTER} ${reveal(key)}`),
    `Public half, by which backups are locked: ${identityFrom(identity).recipient.text}`,
    'Recovery key:',
  ];
  return `${lines.map((line) => `# ${line}`.trimEnd()).join('\n')}\n${reveal(identity)}\n`;
}

export function sheetAsPage(facts: SheetFacts): string {
  const { schools, installationId, madeOn, identity, masterKeys } = facts;
  const key = (name: string, text: string) => `<h2>${name}</h2>\n<p class="key">${grouped(text)}</p>`;
  return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<title>Gatepost recovery sheet</title>
<style>
  body { font: 12pt/1.5 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; color: #000; background: #fff; }
  h1 { font-size: 1.6rem; margin-bottom: 0; } h2 { font-size: 1.1rem; margin: 1.5rem 0 0.25rem; }
  .key { font: 700 13pt/1.7 ui-monospace, monospace; border: 2px solid #000; padding: 0.5rem 0.75rem; overflow-wrap: anywhere; }
  .key span { white-space: nowrap; margin-right: 0.6em; display: inline-block; }
  @page { size: A4; margin: 18mm; } @media print { body { margin: 0; max-width: none; padding: 0; } }
</style>
<h1>Recovery sheet</h1>
<p>Gatepost of ${escaped(schools.join(', '))}. Made on ${escaped(madeOn)}; installation ${escaped(installationId)}.</p>
<p><strong>Whoever holds this sheet and a backup can read everything in it. Keep it on paper, in the safe, apart from the
backups. Without it nobody can open them: not you, and not the makers of Gatepost.</strong></p>
${key('Recovery key', reveal(identity))}
${masterKeys === null ? '' : masterKeys.map((one) => key('Master key', reveal(one))).join('\n')}
<h2>What to do when the machine is lost</h2>
<ol>
${steps(masterKeys !== null)
  .map((step) => `<li>${escaped(step)}</li>`)
  .join('\n')}
</ol>
<p>Keys are shown in groups for reading: type them without the gaps, the recovery key on a line of its own,
the master key behind “# ${MASTER}”.</p>
<h2>Public half, by which backups are locked</h2>
<p>${escaped(identityFrom(identity).recipient.text)}</p>
<p>Tried out on: ______________ by: ______________________________</p>
</html>
`;
}

const grouped = (key: string): string =>
  (key.match(/.{1,8}/g) ?? []).map((group) => `<span>${escaped(group)}</span>`).join('');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export interface ReadSheet {
  readonly identities: readonly Identity[];
  readonly masterKeys: readonly Secret[];
}

/** @param text of a sheet, or of any file of age keys */
export function readSheet(text: Secret): ReadSheet {
  const lines = reveal(text)
    .split(/\r?\n/)
    .map((line) => line.trim());
  const identities = lines.filter((line) => line !== '' && !line.startsWith('#'));
  const masters = lines.map((line) => line.replace(/^#\s*/, '')).filter((line) => line.startsWith(MASTER));
  return {
    identities: identities.map((line) => identityFrom(new Secret(line))),
    masterKeys: masters.map((line) => new Secret(line.slice(MASTER.length).trim())),
  };
}

/** The lines of a master key file that are keys. */
export async function masterKeysIn(path: string): Promise<Secret[]> {
  const lines = (await readFile(path, 'utf8')).split(/\r?\n/).map((line) => line.trim());
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => new Secret(line));
}
