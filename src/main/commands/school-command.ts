// `gatepost school add`: a further school of this installation, from the machine itself.
import { z } from 'zod';
import { defineCommand } from '#surfaces/cli/command.ts';
import { readConfig } from '../config.ts';

export const schoolCommand = defineCommand({
  name: 'school add',
  group: 'Running Gatepost',
  summary: 'Add a school to this installation, and print the link by which its first person joins.',
  details: ['It belongs to the same trust as the first school, where there is one. Gatepost may be running meanwhile.'],
  options: z.object({
    name: z.string().min(1).describe('Full name of the school'),
    shortName: z.string().optional().describe('The name people say; the full name if left out'),
    phase: z.enum(['nursery', 'primary', 'secondary', 'all-through', 'special']).default('primary').describe('Phase'),
    division: z
      .enum(['england-and-wales', 'scotland', 'northern-ireland'])
      .default('england-and-wales')
      .describe('Whose bank holidays apply'),
    policy: z.string().default('starter').describe('The model policy it begins with'),
    firstName: z.string().min(1).describe('First name of its first person, who administers it'),
    lastName: z.string().min(1).describe('Last name of that person'),
    email: z.string().describe('E-mail of that person'),
  }),
  async run({ options, terminal }) {
    const { addSchool } = await import('../add-school.ts');
    const { link, address } = await addSchool(readConfig(process.env, process.stderr.isTTY), options);
    terminal.out(
      `${options.name} has been added: ${address}\nHand this link to ${options.firstName} ${options.lastName}; it works once, for seven days:\n\n  ${link}\n`,
    );
    return 0;
  },
});
