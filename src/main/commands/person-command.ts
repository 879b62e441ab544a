// `gatepost person recover`: a way back in, from the machine itself.
import { z } from 'zod';
import { defineCommand } from '#surfaces/cli/command.ts';
import { readConfig } from '../config.ts';

export const personCommand = defineCommand({
  name: 'person recover',
  group: 'Running Gatepost',
  summary: 'Print a link with which somebody sets a new password, when nobody else can hand one out.',
  details: [
    'For the one administrator who has lost password or telephone. The link works once, for a day.',
    'The ledger keeps that it was made here, and everybody who decides at the school is told.',
    'Somebody who has not joined, or whose access was ended, gets a link to join. Gatepost may be running meanwhile.',
  ],
  words: [{ name: 'EMAIL', meaning: 'The address on their entry in the directory', required: true }],
  options: z.object({}),
  async run({ words, terminal }) {
    const { recoverPerson } = await import('../recover-person.ts');
    const { name, school, link, purpose } = await recoverPerson(
      readConfig(process.env, process.stderr.isTTY),
      words[0]!,
    );
    const what = purpose === 'recover' ? 'sets a new password' : 'joins';
    terminal.out(`With this link ${name} of ${school} ${what}. It works once; give it to nobody else:\n\n  ${link}\n`);
    return 0;
  },
});
