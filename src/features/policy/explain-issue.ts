// Turns what the schema found wrong into plain words with a remedy.
import type { z } from 'zod';
import type { Fault } from './document-problem.ts';
import { nearestName } from './nearest-name.ts';
import { allSettings, settingById } from './settings/index.ts';

type Issue = z.core.$ZodIssue;

export function explainIssue(issue: Issue): Fault[] {
  const { path } = issue;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path, key, ...unknownKey(path, key) }));
    case 'invalid_type':
      return [
        { path, message: wrongType(issue), remedy: remedyAt(path) ?? `Write ${typeInWords(issue.expected)} here.` },
      ];
    case 'invalid_value':
      return [
        {
          path,
          message: 'This is not one of the answers that are possible here.',
          remedy: [remedyAt(path) ?? [], `Write one of: ${issue.values.map(String).join(', ')}.`].flat().join(' '),
        },
      ];
    case 'invalid_union':
      return [
        {
          path,
          message: 'This is not an answer that is possible here.',
          remedy: remedyAt(path) ?? 'See the policy format.',
        },
      ];
    case 'too_small':
      return [
        { path, message: 'This is too short, too small or empty.', remedy: `At least ${issue.minimum} is needed.` },
      ];
    case 'too_big':
      return [{ path, message: 'This is too long or too large.', remedy: `At most ${issue.maximum} is possible.` }];
    default:
      return [{ path, message: issue.message, remedy: remedyAt(path) ?? 'Correct it as the policy format says.' }];
  }
}

function unknownKey(path: readonly PropertyKey[], key: string): Pick<Fault, 'message' | 'remedy'> {
  if (path.length === 1 && path[0] === 'settings') {
    const meant = nearestName(
      key,
      allSettings.map((setting) => setting.id),
    );
    return {
      message: `There is no setting “${key}”.`,
      remedy: meant ? `Did you mean ${meant}?` : 'Take it out, or see the list of settings.',
    };
  }
  return { message: `Nothing is called “${key}” here.`, remedy: 'Take it out, or correct the spelling.' };
}

function wrongType(issue: Extract<Issue, { code: 'invalid_type' }>): string {
  return issue.input === undefined && 'input' in issue
    ? 'This is missing.'
    : `This should be ${typeInWords(issue.expected)}.`;
}

/** For the answer to a setting: the question, so that the answer can be found. */
function remedyAt(path: readonly PropertyKey[]): string | undefined {
  if (path[0] !== 'settings' || typeof path[1] !== 'string') return undefined;
  const setting = settingById(path[1]);
  if (!setting || !path.includes('is')) return undefined;
  const answers = setting.answers ? ` Possible: ${Object.keys(setting.answers).join(', ')}.` : '';
  return `It answers “${setting.question}”${answers}`;
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of named entries',
  record: 'a group of named entries',
};
const typeInWords = (expected: string): string => TYPES[expected] ?? expected;
