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
    options: z.object({}),
    async run({ terminal }) {
      const { startAndWait } = await import('../start.ts');
      return startAndWait(config(), (line) => terminal.out(`${line}\n`));
    },
  }),
  defineCommand({
    name: 'worker',
    group,
    summary: 'Run only the jobs, beside a Gatepost that serves the pages from the same DATABASE_URL.',
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
    options: z.object({}),
    async run({ terminal }) {
      const [{ openGround }, { logFor }] = await Promise.all([import('../ground.ts'), import('../start.ts')]);
      const ground = await openGround(config(), logFor(config()));
      await ground.close();
      terminal.out('The database is at this version’s schema.\n');
      return 0;
    },
  }),
];
