// `gatepost check`: tries drafts against a policy, without a server or a database.
import { z } from 'zod';
import { defineCommand } from '#surfaces/cli/command.ts';

const text = (meaning: string) => z.string().optional().describe(meaning);

export const checkCommand = defineCommand({
  name: 'check',
  group: 'Policies and drafts, without a server',
  summary: 'Check a draft against a policy, as the editor does.',
  details: ['Exit 0 = clear or warnings only, 1 = stopped or a named person must decide, 2 = unreadable input.'],
  words: [{ name: 'FILE', meaning: 'The draft; - or nothing = standard input', required: false }],
  options: z.object({
    policy: z.string().describe('A model policy by name, or a policy file'),
    roll: text('Pupils: first_name,last_name,preferred_name,year_group,class'),
    staff: text('Staff: first_name,last_name,role'),
    own: text('The school’s own published addresses, numbers and sites, one a line'),
    channel: text('The platform it is meant for'),
    lines: z.boolean().default(false).describe('Each line of input is a draft of its own, as JSON'),
    json: z.boolean().default(false).describe('One JSON document instead of words'),
  }),
  async run({ options, words, terminal }) {
    const [{ runCheck }, { policyOf }] = await Promise.all([
      import('#features/checks/command.ts'),
      import('../policy-of-file.ts'),
    ]);
    const flags = Object.entries(options).flatMap(([name, value]) =>
      value === true ? [`--${name}`] : typeof value === 'string' ? [`--${name}`, value] : [],
    );
    const { exitCode, output, problem } = await runCheck({
      args: [...words, ...flags],
      readInput: () => terminal.input(),
      readFile: (path) => terminal.readFile(path),
      loadPolicy: policyOf,
      colour: terminal.styled('out', 'red', 'x') !== 'x',
    });
    for (const line of output) terminal.out(`${line}\n`);
    if (problem !== undefined) terminal.err(`gatepost check: ${problem}\n`);
    return exitCode;
  },
});
