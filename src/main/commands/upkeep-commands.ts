// Commands for whoever keeps the machine: keys, demo.
import { join } from 'node:path';
import { z } from 'zod';
import { defineCommand } from '#surfaces/cli/command.ts';
import { readConfig } from '../config.ts';

const config = () => readConfig(process.env, process.stderr.isTTY);

export const upkeepCommands = [
  defineCommand({
    name: 'keys rotate',
    group: 'Upkeep',
    summary: 'Put a new master key in use and lock files anew with it. Stop Gatepost first.',
    options: z.object({}),
    async run({ terminal }) {
      const { rotateKeys } = await import('../rotate-keys.ts');
      const { files } = await rotateKeys(config(), (line) => terminal.err(`${line}\n`));
      terminal.out(
        `A new master key is in use. ${files} files and every secret were locked anew; older keys stay, to read backups.\n`,
      );
      return 0;
    },
  }),
  defineCommand({
    name: 'demo',
    group: 'Running Gatepost',
    summary: 'Start an invented trust of three schools, with people, pupils and posts in every state.',
    options: z.object({}),
    async run({ terminal }) {
      process.env['GATEPOST_DATA'] ??= join(process.cwd(), 'data', 'demo');
      const { demoAndWait } = await import('../demo/demo.ts');
      return demoAndWait(config(), (line) => terminal.out(`${line}\n`));
    },
  }),
];
