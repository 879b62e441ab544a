// What is wrong with a value, in plain words, where the schema itself has none of its own.
import type { z } from 'zod';

/** Given to a parse as its `error`: zod asks it only about an issue for which the schema says nothing. */
export function inPlainWords(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'This is missing.';
      return `This must be ${KINDS[issue.expected] ?? 'of another kind'}.`;
    case 'too_big':
      if (issue.exact) return exactly(issue.origin, issue.maximum);
      if (issue.inclusive === false) return `Less than ${written(issue.maximum)}.`;
      return `At most ${counted(issue.origin, issue.maximum)}.`;
    case 'too_small':
      if (issue.exact) return exactly(issue.origin, issue.minimum);
      if (issue.inclusive === false) return `More than ${written(issue.minimum)}.`;
      if (issue.origin === 'string' && Number(issue.minimum) === 1) return 'This must not be empty.';
      return `At least ${counted(issue.origin, issue.minimum)}.`;
    case 'not_multiple_of':
      return `This must be a multiple of ${written(issue.divisor)}.`;
    case 'invalid_format':
      if (issue.format === 'starts_with') return `This must begin with “${String(issue['prefix'])}”.`;
      if (issue.format === 'ends_with') return `This must end with “${String(issue['suffix'])}”.`;
      if (issue.format === 'includes') return `This must contain “${String(issue['includes'])}”.`;
      return FORMATS[issue.format] ?? 'This is not written as it must be.';
    case 'invalid_value':
      return oneOf(issue.values);
    case 'unrecognized_keys':
      return `There is no field ${issue.keys.map((key) => `“${key}”`).join(' or ')} here.`;
    case 'invalid_union':
      return Array.isArray(issue['options']) ? oneOf(issue['options']) : 'This has none of the forms that it may have.';
    case 'invalid_key':
      return 'This name may not stand here.';
    default:
      return 'This is not right.';
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};

const FORMATS: Readonly<Record<string, string>> = {
  email: 'This is not an email address.',
  url: 'This is not a web address.',
  uuid: 'This is not an id.',
  date: 'This is not a date such as 2026-09-01.',
  datetime: 'This is not a moment such as 2026-09-01T08:30:00Z.',
  time: 'This is not a time such as 08:30.',
  base64: 'This is not base64.',
};

const UNITS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  string: ['character', 'characters'],
  array: ['entry', 'entries'],
  set: ['entry', 'entries'],
};

const written = (size: number | bigint): string => size.toLocaleString('en-GB');

function counted(origin: string, size: number | bigint): string {
  const [one, many] = UNITS[origin] ?? [];
  const unit = Number(size) === 1 ? one : many;
  return unit === undefined ? written(size) : `${written(size)} ${unit}`;
}

const exactly = (origin: string, size: number | bigint): string => `Exactly ${counted(origin, size)}.`;

const oneOf = (values: readonly unknown[]): string =>
  values.length === 1 ? `This must be ${String(values[0])}.` : `This must be one of: ${values.map(String).join(', ')}.`;
