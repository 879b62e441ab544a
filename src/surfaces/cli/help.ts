// Help, written from the commands themselves.
import type { Field } from '../fields.ts';
import type { Command } from './command.ts';
import { flagOf } from './flags.ts';

const LINE = 100;

/** Everything there is, by group. */
export function helpOnAll(program: string, commands: readonly Command[], headline: string): string {
  const lines = [headline, '', `Usage: ${program} COMMAND [--flag value…]`];
  for (const group of new Set(commands.map((command) => command.group))) {
    lines.push('', group, ...columns(commands.filter((command) => command.group === group).map(inList)));
  }
  lines.push(
    '',
    `${program} help COMMAND explains one of them. Exit codes: 0 done, 1 the answer is no, 2 wrong use or unreadable input.`,
    '',
  );
  return lines.join('\n');
}

export function helpOnSome(program: string, start: string, commands: readonly Command[]): string {
  return [`Usage: ${program} ${start} …`, '', ...columns(commands.map(inList)), ''].join('\n');
}

const inList = ({ name, summary, note }: Command): [string, string] => [
  name,
  note === undefined ? summary : `${summary} (${note})`,
];

export function helpOnOne(program: string, command: Command): string {
  const fields = command.fields();
  const words = command.words.map((word) => (word.required ? word.name : `[${word.name}]`));
  const flags = fields.filter((field) => field.required).map((field) => usage(field));
  const more = fields.length > flags.length ? ['[--flag value…]'] : [];
  const lines = [command.summary, '', `Usage: ${[program, command.name, ...words, ...flags, ...more].join(' ')}`];
  if (command.words.length > 0) lines.push('', ...columns(command.words.map((word) => [word.name, word.meaning])));
  if (fields.length > 0) lines.push('', ...columns(fields.map((field) => [usage(field), explained(field)])));
  if (command.details.length > 0) lines.push('', ...command.details.flatMap((sentence) => wrap(sentence, LINE)));
  return [...lines, ''].join('\n');
}

const PLACES = { text: 'TEXT', number: 'NUMBER', boolean: 'true|false', json: 'JSON|@FILE' } as const;

function usage(field: Field): string {
  if (field.kind === 'boolean' && !field.list)
    return field.default === true ? `--no-${flagOf(field).slice(2)}` : flagOf(field);
  return `${flagOf(field)} ${field.values.length > 0 && field.values.length < 5 ? field.values.join('|') : PLACES[field.kind]}`;
}

function explained(field: Field): string {
  const { default: standard } = field;
  const notes = [
    ...(field.kind === 'boolean' ? [] : [field.type]),
    ...(field.parts.length > 0 ? [`with ${field.parts.map(({ name }) => name).join(', ')}`] : []),
    ...(field.list ? ['may be repeated'] : []),
    ...(field.required ? ['needed'] : []),
    ...(standard === undefined ||
    standard === false ||
    standard === true ||
    (Array.isArray(standard) && standard.length === 0)
      ? []
      : [`otherwise ${typeof standard === 'string' ? standard : JSON.stringify(standard)}`]),
  ];
  return [field.meaning, notes.length > 0 ? `(${notes.join('; ')})` : ''].filter(Boolean).join(' ');
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const left = Math.min(34, Math.max(0, ...rows.map(([name]) => name.length)));
  return rows.flatMap(([name, words]) => {
    const [first = '', ...rest] = wrap(words, LINE - left - 4);
    const margin = ' '.repeat(left + 4);
    const head =
      name.length > left ? [`  ${name}`, `${margin}${first}`] : [`  ${name.padEnd(left)}  ${first}`.trimEnd()];
    return [...head, ...rest.map((line) => `${margin}${line}`)];
  });
}

function wrap(words: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
