// Commands about the ledger: verify it in the database or from a file, export it.
import { z } from 'zod';
import { defineCommand } from '#surfaces/cli/command.ts';
import { readConfig } from '../config.ts';

const group = 'Proof';
const config = () => readConfig(process.env, process.stderr.isTTY);
const json = z.boolean().default(false).describe('One JSON document instead of words');

export const ledgerCommands = [
  defineCommand({
    name: 'ledger verify',
    group,
    summary: 'Verify the ledger: finds any row that was changed, removed, moved or added.',
    details: ['With a file, an export is verified and no database is needed.', 'Exit 0 = it holds, 1 = it does not.'],
    words: [
      { name: 'FILE', meaning: 'An exported ledger; nothing = the ledgers of this installation', required: false },
    ],
    options: z.object({
      json,
      key: z.string().optional().describe('PEM file of the public key you trust; nothing = the keys in the export'),
    }),
    async run({ words, options, terminal }) {
      const { verifyExport, verifyInstallation, verdictInWords } = await import('../verify-ledger.ts');
      const [file] = words;
      const verdicts =
        file === undefined
          ? await verifyInstallation(config(), (line) => terminal.err(`${line}\n`))
          : await verifyExport(file, options.key);
      const holds = verdicts.every(({ verdict }) => verdict.holds);
      terminal.out(
        options.json
          ? `${JSON.stringify({ holds, ledgers: verdicts })}\n`
          : `${verdicts.map(verdictInWords).join('\n')}\n`,
      );
      return holds ? 0 : 1;
    },
  }),
  defineCommand({
    name: 'ledger export',
    group,
    summary: 'Write the ledgers of this installation to files that anybody can verify.',
    words: [
      {
        name: 'FOLDER',
        meaning: 'Where the files go, one for each school, trust and the installation',
        required: true,
      },
    ],
    options: z.object({}),
    async run({ words, terminal }) {
      const { exportInstallation } = await import('../export-ledger.ts');
      const files = await exportInstallation(config(), words[0]!, (line) => terminal.err(`${line}\n`));
      terminal.out(`${files.join('\n')}\n`);
      return 0;
    },
  }),
];
