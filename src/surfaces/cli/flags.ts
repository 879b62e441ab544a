// What was typed after a command → the fields it asks for. Every complaint names the flag.
import { parseArgs } from 'node:util';
import { fail } from '#kernel/errors.ts';
import type { Field } from '../fields.ts';
import { jsonFault } from '../json-fault.ts';
import type { Command } from './command.ts';
import type { Terminal } from './terminal.ts';
import { didYouMean, kebab } from './words.ts';

export const flagOf = (field: Field): string => `--${kebab(field.name)}`;

export interface Typed {
  readonly options: Readonly<Record<string, unknown>>;
  readonly words: readonly string[];
}

export async function readFlags(command: Command, args: readonly string[], terminal: Terminal): Promise<Typed> {
  const fields = new Map(command.fields().map((field) => [kebab(field.name), field]));
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      [...fields].map(([name, field]) => [name, { type: isSwitch(field) ? 'boolean' : 'string' }]),
    ),
    strict: false,
    allowNegative: true,
    tokens: true,
  });
  const given = new Map<string, string[]>();
  const options: Record<string, unknown> = {};
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const field = fields.get(token.name);
    if (!field)
      throw wrong(
        `There is no ${token.rawName} here.${didYouMean(
          token.rawName,
          [...fields.keys()].map((name) => `--${name}`),
        )}`,
      );
    if (isSwitch(field)) {
      if (token.value !== undefined)
        throw wrong(`${flagOf(field)} takes no value; write ${flagOf(field)} or --no-${token.name}.`);
      options[field.name] = !token.rawName.startsWith('--no-');
    } else given.set(field.name, [...(given.get(field.name) ?? []), valueOf(field, token)]);
  }
  for (const field of fields.values()) {
    const texts = given.get(field.name);
    if (texts) options[field.name] = await read(field, texts, terminal);
  }
  complain(command, [...fields.values()], options, words);
  return { options, words };
}

const isSwitch = (field: Field): boolean => field.kind === 'boolean' && !field.list;

function valueOf(field: Field, token: { value?: string | undefined; inlineValue?: boolean | undefined }): string {
  const { value, inlineValue } = token;
  const isNext = inlineValue !== true && value !== undefined && /^--?[a-z]/i.test(value);
  if (value !== undefined && !isNext) return value;
  const way = isNext ? ` (if ${value} is the value, write ${flagOf(field)}=${value})` : '';
  throw wrong(`${flagOf(field)} needs a value${way}.`);
}

async function read(field: Field, texts: readonly string[], terminal: Terminal): Promise<unknown> {
  if (field.list) {
    const values = await Promise.all(texts.map((text) => readOne(field, text, terminal)));
    return field.kind === 'json' ? values.flat() : values;
  }
  if (texts.length > 1) throw wrong(`${flagOf(field)} may be given only once.`);
  return readOne(field, texts[0]!, terminal);
}

async function readOne(field: Field, typed: string, terminal: Terminal): Promise<unknown> {
  const flag = flagOf(field);
  const text = typed === '-' ? (await terminal.input()).replace(/\r?\n$/, '') : typed;
  switch (field.kind) {
    case 'number':
      if (!/^-?\d+(\.\d+)?$/.test(text)) throw wrong(`${flag} must be a number, not "${text}".`);
      return known(field, text, Number(text));
    case 'boolean':
      if (text !== 'true' && text !== 'false') throw wrong(`${flag} must be true or false, not "${text}".`);
      return text === 'true';
    case 'text':
      return known(field, text, text);
    case 'json':
      return text.startsWith('@')
        ? parseJson(`${flag}: ${text.slice(1)}`, await terminal.readFile(text.slice(1)))
        : parseJson(flag, text);
  }
}

function known<T>(field: Field, text: string, value: T): T {
  if (field.values.length === 0 || field.values.includes(text)) return value;
  throw wrong(
    `${flagOf(field)} must be one of ${field.values.join(', ')}, not "${text}".${didYouMean(text, field.values)}`,
  );
}

function parseJson(where: string, text: string): unknown {
  const fault = jsonFault(text);
  if (fault) throw wrong(`${where} is not JSON: it goes wrong at line ${fault.line}, column ${fault.column}.`);
  return JSON.parse(text);
}

function complain(command: Command, fields: readonly Field[], options: object, words: readonly string[]): void {
  const missing = fields.filter((field) => field.required && !(field.name in options)).map(flagOf);
  missing.push(
    ...command.words.filter((word, place) => word.required && words[place] === undefined).map((word) => word.name),
  );
  if (missing.length > 0) throw wrong(`${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} missing.`);
  const extra = words[command.words.length];
  if (extra !== undefined) throw wrong(`"${extra}" is one word too many.`);
}

const wrong = (message: string) => fail.invalid({ code: 'wrong-use', message });
