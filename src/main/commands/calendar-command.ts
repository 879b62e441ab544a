// `gatepost calendar holidays FILE`: a newer list of bank holidays, for every school of this installation.
import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { defineCommand } from '#surfaces/cli/command.ts';
import { readConfig } from '../config.ts';

const MOST_BYTES = 1_000_000;

export const calendarCommand = defineCommand({
  name: 'calendar holidays',
  group: 'Upkeep',
  summary: 'Read a newer list of bank holidays for every school, as the government publishes it.',
  details: ['Save the file from https://www.gov.uk/bank-holidays.json. Gatepost may be running meanwhile.'],
  words: [{ name: 'FILE.json', meaning: 'The saved list', required: true }],
  options: z.object({}),
  async run({ words, terminal }) {
    const [file] = words;
    const found = await stat(file!).catch(() => null);
    if (!found?.isFile() || found.size > MOST_BYTES) {
      terminal.err(
        found?.isFile() ? `${file} is larger than any list of bank holidays.\n` : `There is no file ${file}.\n`,
      );
      return 2;
    }
    const { readHolidays } = await import('../read-holidays.ts');
    const text = await readFile(file!, 'utf8');
    const { schools, knownUntil } = await readHolidays(readConfig(process.env, process.stderr.isTTY), text);
    terminal.out(
      `Bank holidays are known until ${knownUntil}, at ${schools} ${schools === 1 ? 'school' : 'schools'}.\n`,
    );
    return 0;
  },
});
