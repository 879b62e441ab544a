// Commands that keep the school’s data safe: backup, its recovery key, restore.
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { fail } from '#kernel/errors.ts';
import { writeFlushed } from '#kernel/flushed-file.ts';
import { Secret } from '#kernel/secret.ts';
import { defineCommand } from '#surfaces/cli/command.ts';
import type { Terminal } from '#surfaces/cli/terminal.ts';
import { readConfig } from '../config.ts';

const group = 'Upkeep';
const config = () => readConfig(process.env, process.stderr.isTTY);
const identity = z.string().optional().describe('File of the recovery sheet, or of age keys');
const MEGABYTE = 1_000_000;

async function sheetIn(path: string | undefined, terminal: Terminal) {
  const { readSheet } = await import('../backup/recovery-sheet.ts');
  return readSheet(new Secret(path === undefined ? '' : await terminal.readFile(path)));
}

const inMegabytes = (bytes: number): string => `${(bytes / MEGABYTE).toFixed(1)} MB`;

export const backupCommands = [
  defineCommand({
    name: 'backup',
    group,
    summary: 'Back up database and files into one locked file, and read it back. Gatepost may be running.',
    details: [
      'Nothing half is left behind: the file has its name only once it is whole.',
      'The master key is never in it; it stands on the recovery sheet (gatepost backup key).',
    ],
    words: [
      {
        name: 'FILE|FOLDER',
        meaning: 'Where it goes; in a folder it is named by its time. Nothing = backups in the data folder',
        required: false,
      },
    ],
    options: z.object({
      to: z
        .string()
        .optional()
        .describe('Public keys (age1…) to lock it for, parted by commas; else those of the plan'),
      plain: z.boolean().default(false).describe('Do not lock it: anybody who has the file can read everything'),
      check: z.boolean().default(false).describe('Restore it into a database made for that, compare, and drop it'),
      identity,
    }),
    async run({ words, options, terminal }) {
      const [{ backUpByCommand }, { logFor }] = await Promise.all([
        import('../backup/by-command.ts'),
        import('../start.ts'),
      ]);
      const made = await backUpByCommand(config(), logFor(config()), {
        where: words[0],
        to: (options.to ?? '').split(',').filter((one) => one.trim() !== ''),
        plain: options.plain,
        check: options.check,
        sheet: await sheetIn(options.identity, terminal),
        progress: (line) => terminal.err(`${line}\n`),
      });
      const { tables, rows, files, missing } = made.footer;
      terminal.out(
        `${made.path}\n  ${inMegabytes(made.bytes)}: ${rows} rows of ${tables} tables, ${files} files; written, read back${options.check ? ', tried in a database of its own' : ''}.\n`,
      );
      if (made.isPlain) terminal.err('It is not locked: guard it like the data itself.\n');
      for (const path of missing) terminal.err(`Not there any more, and so not in it: ${path}\n`);
      if (!made.noted)
        terminal.err('It is not on the list of backups: the database is not at this version’s schema.\n');
      return 0;
    },
  }),
  defineCommand({
    name: 'backup key',
    group,
    summary: 'Make a recovery key, lock backups for it from now on, and write the recovery sheet to print.',
    details: [
      'Older backups still need the sheet of their time: keep it as long as you keep them.',
      'Print the page, put it in the safe, and delete both files.',
    ],
    words: [{ name: 'FOLDER', meaning: 'Where the two files go; nothing = here', required: false }],
    options: z.object({}),
    async run({ words, terminal }) {
      const [{ makeRecoveryKey }, { openExisting }, { logFor }] = await Promise.all([
        import('../backup/by-command.ts'),
        import('../ground.ts'),
        import('../start.ts'),
      ]);
      const folder = resolve(words[0] ?? '.');
      const [page, text] = ['gatepost-recovery-sheet.html', 'gatepost-recovery-sheet.txt'].map((name) =>
        join(folder, name),
      ) as [string, string];
      const log = logFor(config());
      const ground = await openExisting(config(), log);
      try {
        await makeRecoveryKey(config(), log, ground, async (sheet) => {
          await writeNew(page, sheet.page);
          await writeNew(text, sheet.text);
          terminal.out(
            `The recovery sheet, to print and put in the safe:\n  ${page}\n  ${text}\nThen delete both files: whoever has them and a backup can read everything.\n\nBackups are locked for this key from now on:\n  ${sheet.recipient}\n`,
          );
        });
      } finally {
        await ground.close();
      }
      return 0;
    },
  }),
  defineCommand({
    name: 'restore',
    group,
    summary: 'Put a backup in place. Stop Gatepost first.',
    details: [
      'Until its last step nothing of what is there has changed. Everybody signs in again afterwards.',
      'With --replace, what is there is first backed up into before-restore in the data folder.',
    ],
    words: [{ name: 'FILE', meaning: 'The backup', required: true }],
    options: z.object({
      identity,
      replace: z.boolean().default(false).describe('Replace what is there; its school’s name is asked for'),
      withoutBackup: z.boolean().default(false).describe('Do not back up first what is replaced'),
    }),
    async run({ words, options, terminal }) {
      const [{ restore }, { logFor }, { verdictInWords }] = await Promise.all([
        import('../backup/restore.ts'),
        import('../start.ts'),
        import('../verify-ledger.ts'),
      ]);
      const { header, footer, verdicts, kept, due } = await restore({
        config: config(),
        log: logFor(config()),
        path: words[0]!,
        sheet: await sheetIn(options.identity, terminal),
        replace: options.replace,
        withoutBackup: options.withoutBackup,
        typed: (question) => terminal.ask(question),
        progress: (line) => terminal.err(`${line}\n`),
      });
      const lines = [
        `Restored: ${header.schools.join(', ')}, as of ${header.createdAt}. ${footer.rows} rows of ${footer.tables} tables, ${footer.files} files.`,
        ...footer.missing.map((path) => `Not in the backup, because it was gone by then: ${path}`),
        ...(kept === null ? [] : [`What was there before: ${kept}`]),
        ...(due === 0 ? [] : [`${due} waiting jobs are due by now; they run when Gatepost starts.`]),
        ...verdicts.map(verdictInWords),
      ];
      terminal.out(`${lines.join('\n')}\n`);
      return verdicts.every(({ verdict }) => verdict.holds) ? 0 : 1;
    },
  }),
];

/** Readable by nobody else, and never over a sheet that is there. */
async function writeNew(path: string, content: string): Promise<void> {
  try {
    await writeFlushed(path, content, 'wx');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw fail.conflict({
      code: 'sheet-not-written',
      message:
        code === 'EEXIST'
          ? `There is a sheet already: ${path}. No key was made.`
          : `${path} cannot be written (${code}). No key was made.`,
      remedy: 'Give another folder: gatepost backup key FOLDER',
      cause: error,
    });
  }
}
