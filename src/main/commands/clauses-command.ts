// `gatepost clauses`: what was done under each clause of the policy in force, from the sealed ledger.
import { z } from 'zod';
import { defineCommand } from '#surfaces/cli/command.ts';
import { harmless } from '#surfaces/cli/table.ts';
import { readConfig } from '../config.ts';

export const clausesCommand = defineCommand({
  name: 'clauses',
  group: 'Proof',
  summary: 'Show the evidence of each clause of the policy in force: done, stopped, refused, overdue, missing.',
  details: [
    'Counted are sealed entries of the ledger, on the day on which something happened. Gatepost may be running meanwhile.',
    'evidence = it works and something happened; none yet = it works; not yet = nobody makes it real.',
  ],
  words: [{ name: 'CLAUSE', meaning: 'One clause by its id or number, such as TP-46; nothing = all', required: false }],
  options: z.object({
    school: z.string().optional().describe('A school, as in its public address; every school, if left out'),
    since: z.string().optional().describe('First day that counts, such as 2026-09-01; the first of the school year'),
    until: z.string().optional().describe('Last day that counts; today'),
    state: z.enum(['working', 'quiet', 'not-yet']).optional().describe('Only clauses in this state'),
    json: z.boolean().default(false).describe('One JSON document instead of words'),
  }),
  async run({ words, options: { json, ...options }, terminal }) {
    const { clausesInWords, clausesOfSchools } = await import('../clauses-of-schools.ts');
    const config = readConfig(process.env, process.stderr.isTTY);
    const schools = await clausesOfSchools(config, { ...options, clause: words[0] });
    terminal.out(
      json
        ? `${JSON.stringify({ schools })}\n`
        : `${schools.map((one) => harmless(clausesInWords(one))).join('\n\n')}\n`,
    );
    return 0;
  },
});
