// Commands that run Gatepost: start, worker, migrate.
import { z } from 'zod';
import { defineCommand } from '#surfaces/cli/command.ts';
import { readConfig } from '../config.ts';

const group = 'Running Gatepost';
const config = () => readConfig(process.env, process.stderr.isTTY);

export const serveCommands = [
  defineCommand({
    name: 'start',
    group,
    summary: 'Start Gatepost: database, pages and jobs.',
    options: z.object({
      jobs: z.boolean().default(true).describe('Also run the jobs; --no-jobs leaves them to `gatepost worker`'),
      beside: z
        .boolean()
        .default(false)
        .describe('Serve pages beside a Gatepost that runs on the same data, on another PORT'),
    }),
    async run({ options, terminal }) {
      const { startAndWait } = await import('../start.ts');
      return startAndWait(config(), (line) => terminal.out(`${line}\n`), { with: options });
    },
  }),
  defineCommand({
    name: 'worker',
    group,
    summary: 'Run only the jobs, beside a Gatepost that serves the pages from the same data.',
    options: z.object({}),
    async run({ terminal }) {
      const { workAndWait } = await import('../work.ts');
      return workAndWait(config(), (line) => terminal.out(`${line}\n`));
    },
  }),
  defineCommand({
    name: 'build',
    group,
    summary: 'Build the pages now, so that a start under a user who may not write the program need not.',
    options: z.object({}),
    async run({ terminal }) {
      const { freshenPages } = await import('../build-pages.ts');
      await freshenPages((line) => terminal.err(`${line}\n`));
      terminal.out('The pages are built.\n');
      return 0;
    },
  }),
  defineCommand({
    name: 'migrate',
    group,
    summary: 'Bring the database to this version’s schema.',
    details: [
      'What is there is first backed up into before-upgrade in the data folder; the last three stay.',
      'It is done even beneath a Gatepost that runs; every other command, and a start, refuses then.',
    ],
    options: z.object({
      withoutBackup: z.boolean().default(false).describe('Do not back up first: you have a backup of your own'),
    }),
    async run({ options, terminal }) {
      const [{ openGround }, { logFor }] = await Promise.all([import('../ground.ts'), import('../start.ts')]);
      const ground = await openGround(config(), logFor(config()), {
        withoutBackup: options.withoutBackup,
        beneathAnother: true,
      });
      await ground.close();
      terminal.out('The database is at this version’s schema.\n');
      return 0;
    },
  }),
];
