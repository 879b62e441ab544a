// `gatepost trust lead`: lets somebody act for the trust, from the machine itself.
import { z } from 'zod';
import { defineCommand } from '#surfaces/cli/command.ts';
import { readConfig } from '../config.ts';

export const trustCommand = defineCommand({
  name: 'trust lead',
  group: 'Running Gatepost',
  summary: 'Let somebody who signs in here act for the trust: write its policy, and lock settings for its schools.',
  details: [
    'They find it under /trust/policy, once they have a second factor, and name others there. Gatepost may be running meanwhile; the trust’s ledger keeps it.',
  ],
  words: [{ name: 'EMAIL', meaning: 'The address with which they sign in', required: true }],
  options: z.object({
    name: z.string().min(1).describe('Their name, as schools will read it'),
    jobTitle: z.string().default('').describe('What they are at the trust'),
  }),
  async run({ words, options, terminal }) {
    const { nameTrustLeadHere } = await import('../trust-lead.ts');
    const config = readConfig(process.env, process.stderr.isTTY);
    const { trust } = await nameTrustLeadHere(config, { email: words[0]!, ...options });
    terminal.out(`${options.name} acts for ${trust} from now on, with a second factor.\n`);
    return 0;
  },
});
