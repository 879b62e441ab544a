// What was typed → the command that was meant, run; or help; or one line that says what is wrong and where.
import { EXIT_CODE, isFailure, type Failure } from '#kernel/errors.ts';
import type { Command } from './command.ts';
import { readFlags } from './flags.ts';
import { helpOnAll, helpOnOne, helpOnSome } from './help.ts';
import { harmless } from './table.ts';
import type { Terminal } from './terminal.ts';
import { didYouMean, kebab } from './words.ts';

export interface CommandLine {
  /** As it is called: `gatepost`. */
  readonly program: string;
  /** One sentence above the list of commands. */
  readonly headline: string;
  readonly version: string;
  /** Written by hand; looked at first, so that starting them costs nothing else. */
  readonly commands: readonly Command[];
  /** The rest, fetched only when none of those was meant, or help on everything is. */
  loadMore(): Promise<readonly Command[]>;
  readonly terminal: Terminal;
}

const WRONG_USE = 2;
const HELP = new Set(['--help', '-h']);

/** @returns the exit code */
export async function runCommandLine(line: CommandLine, args: readonly string[]): Promise<number> {
  const { terminal, program } = line;
  if (args[0] === '--version') {
    terminal.out(`${line.version}\n`);
    return 0;
  }
  const asked = args[0] === 'help' || args.some((arg) => HELP.has(arg));
  const typed = (args[0] === 'help' ? args.slice(1) : args).filter((arg) => !asked || !HELP.has(arg));
  const command = find(line.commands, typed) ?? find(await line.loadMore(), typed);
  if (command) {
    if (asked) return say(terminal, helpOnOne(program, command));
    return perform(line, command, typed.slice(wordsOf(command).length));
  }
  const all = [...line.commands, ...(await line.loadMore())];
  if (typed.length === 0) return say(terminal, helpOnAll(program, all, line.headline));
  const begun = all.filter((candidate) => wordsOf(candidate)[0] === typed[0]);
  if (begun.length > 0 && (typed.length === 1 || asked)) {
    const help = helpOnSome(program, typed[0]!, begun);
    if (asked) return say(terminal, help);
    terminal.err(help);
    return WRONG_USE;
  }
  const flags = typed.findIndex((arg) => arg.startsWith('-'));
  const meant = typed.slice(0, flags === -1 ? 2 : Math.min(2, flags)).join(' ') || typed[0]!;
  const names = meant.includes(' ') ? all.map(({ name }) => name) : all.map((candidate) => wordsOf(candidate)[0]!);
  terminal.err(
    complaint(line, program, `there is no "${meant}".${didYouMean(meant, new Set(names))} See: ${program} help`),
  );
  return WRONG_USE;
}

const wordsOf = (command: Command): readonly string[] => command.name.split(' ');

function find(commands: readonly Command[], typed: readonly string[]): Command | undefined {
  return commands
    .filter((command) => wordsOf(command).every((word, place) => typed[place] === word))
    .toSorted((a, b) => wordsOf(b).length - wordsOf(a).length)[0];
}

function say(terminal: Terminal, text: string): number {
  terminal.out(text);
  return 0;
}

async function perform(line: CommandLine, command: Command, args: readonly string[]): Promise<number> {
  const { program, terminal } = line;
  const name = `${program} ${command.name}`;
  try {
    const { options, words } = await readFlags(command, args, terminal);
    return await command.run({ options, words, terminal });
  } catch (error) {
    if (!isFailure(error)) {
      const { stack, message } = error as Error;
      terminal.err(complaint(line, name, `our mistake: ${message}`));
      terminal.err(`${stack}\n`);
      return EXIT_CODE.internal;
    }
    const hint = error.code === 'wrong-use' ? ` See: ${program} help ${command.name}` : '';
    terminal.err(complaint(line, name, inOneLine(error) + hint));
    return EXIT_CODE[error.kind];
  }
}

const complaint = ({ terminal }: CommandLine, where: string, what: string): string =>
  `${terminal.styled('err', 'red', `${where}:`)} ${harmless(what).replaceAll('\n', ' ')}\n`;

/** What is wrong, in which field, by which clauses, and the way out. */
function inOneLine(failure: Failure): string {
  const flags = failure.fields.map(
    ({ field, message }) => `${/^\w/.test(field) ? `--${kebab(field)}` : field}: ${message.replace(/\.$/, '')}`,
  );
  const what = flags.length > 0 ? `${flags.join('; ')}.` : failure.message;
  const clauses = failure.clauses.length > 0 ? ` (${failure.clauses.join(', ')})` : '';
  const remedy = failure.remedy === undefined || flags.length > 0 ? '' : ` ${failure.remedy}`;
  return `${what}${clauses}${remedy}`;
}
