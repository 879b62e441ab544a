// `gatepost check`: checks drafts from a file or from standard input against a policy, without a server or a database.
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import type { PolicyInForce } from '#kernel/policy.ts';
import { isFailure } from '#kernel/errors.ts';
import { prepareDraft, type Checked } from './check-draft.ts';
import { checkAnswerInWords } from './command-words.ts';
import { readDraftLine, type DraftLine } from './draft-lines.ts';
import type { Facts } from './draft.ts';
import { readPupilsFile, readStaffFile, type RollPerson } from './roll-files.ts';
import { indexRoll, type RollIndex } from './roll-index.ts';

export interface CheckCommand {
  readonly args: readonly string[];
  /** All of standard input. */
  readonly readInput: () => Promise<string>;
  /** A text file; throws where there is none. */
  readonly readFile: (path: string) => Promise<string>;
  /** A model policy by name or a policy file by path; a text says in one line what is wrong with it. */
  readonly loadPolicy: (nameOrFile: string) => Promise<PolicyInForce | string>;
  /** Colour, where a person reads it at a terminal. */
  readonly colour?: boolean;
}

export interface CheckResult {
  /** 0 = clear or warnings only; 1 = stopped, or a named person must decide; 2 = wrong use or unreadable input. */
  readonly exitCode: 0 | 1 | 2;
  readonly output: readonly string[];
  /** For standard error. */
  readonly problem?: string;
}

const usage =
  'gatepost check [FILE|-] --policy NAME|FILE.yaml [--roll pupils.csv] [--staff staff.csv] [--own contacts.txt] [--channel facebook] [--lines] [--json]';

/** Wrong use or unreadable input, told in one line; carried as a value of its own so that nothing else is taken for it. */
const unusable = Symbol('unusable');
interface Unusable {
  readonly [unusable]: string;
}
const wrong = (problem: string): Unusable => ({ [unusable]: problem });
const isUnusable = (thing: unknown): thing is Unusable =>
  typeof thing === 'object' && thing !== null && unusable in thing;

interface Options {
  readonly file: string;
  readonly policy: string;
  readonly roll?: string | undefined;
  readonly staff?: string | undefined;
  readonly own?: string | undefined;
  readonly channel?: string | undefined;
  readonly lines: boolean;
  readonly json: boolean;
}

const readOptions = (args: readonly string[]): Options | Unusable => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        policy: { type: 'string' },
        roll: { type: 'string' },
        staff: { type: 'string' },
        own: { type: 'string' },
        channel: { type: 'string' },
        lines: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    if (positionals.length > 1) return wrong(`one draft at a time: what is “${positionals[1] ?? ''}”? (${usage})`);
    if (values.policy === undefined || values.policy === '') return wrong(`--policy is missing (${usage})`);
    const { policy, roll, staff, own, channel, lines, json } = values;
    return { file: positionals[0] ?? '-', policy, roll, staff, own, channel, lines, json };
  } catch (error) {
    return wrong(
      `${error instanceof Error ? error.message.split('. ')[0] : 'these arguments cannot be read'} (${usage})`,
    );
  }
};

const readText = async (command: CheckCommand, file: string, what: string): Promise<string | Unusable> => {
  try {
    return file === '-' ? await command.readInput() : await command.readFile(file);
  } catch {
    return wrong(`${file === '-' ? 'standard input' : file}: ${what} cannot be read`);
  }
};

interface Knowledge {
  readonly policy: PolicyInForce;
  readonly roll: RollIndex;
  readonly facts: Omit<Facts, 'people'>;
}

const readKnowledge = async (command: CheckCommand, options: Options): Promise<Knowledge | Unusable> => {
  const policy = await command.loadPolicy(options.policy);
  if (typeof policy === 'string') return wrong(policy);
  const people: RollPerson[] = [];
  for (const [file, what, read] of [
    [options.roll, 'the roll', readPupilsFile],
    [options.staff, 'the staff list', readStaffFile],
  ] as const) {
    if (file === undefined) continue;
    const text = await readText(command, file, what);
    if (isUnusable(text)) return text;
    const table = read(text);
    if (!table.ok) return wrong(`${file}: ${table.problem}`);
    people.push(...table.people);
  }
  const own = options.own === undefined ? undefined : await readText(command, options.own, 'the list of own contacts');
  if (isUnusable(own)) return own;
  const ownContacts = own?.split(/\r?\n/).filter((line) => line.trim() !== '');
  return { policy, roll: indexRoll(people), facts: ownContacts === undefined ? {} : { ownContacts } };
};

const check = ({ policy, roll, facts }: Knowledge, { draft }: DraftLine): Checked => {
  const prepared = prepareDraft(draft);
  return prepared.check({ ...facts, people: roll.find(prepared.keys) }, policy);
};

const asJson = (policy: PolicyInForce, checked: Checked, id?: unknown): string =>
  JSON.stringify({
    ...(id === undefined ? {} : { id }),
    outcome: checked.outcome,
    policy: policy.documentId,
    findings: checked.findings,
  });

/** Preparing the searches thoroughly takes three times as long as searching one draft; only a long list of drafts repays it. */
const prepareSearchesLightly = (args: readonly string[]): void => {
  if (!args.includes('--lines')) setFlagsFromString('--no-regexp-optimization');
};

export const runCheck = async (command: CheckCommand): Promise<CheckResult> => {
  prepareSearchesLightly(command.args);
  const answer = await answerTo(command);
  return isUnusable(answer) ? { exitCode: 2, output: [], problem: `gatepost check: ${answer[unusable]}` } : answer;
};

const answerTo = async (command: CheckCommand): Promise<CheckResult | Unusable> => {
  const options = readOptions(command.args);
  if (isUnusable(options)) return options;
  const knowledge = await readKnowledge(command, options);
  if (isUnusable(knowledge)) return knowledge;
  const input = await readText(command, options.file, 'the draft');
  if (isUnusable(input)) return input;

  const drafts: DraftLine[] = [];
  for (const [index, line] of (options.lines ? input.split(/\r?\n/) : [input]).entries()) {
    if (options.lines && line.trim() === '') continue;
    const draft = options.lines
      ? readDraftLine(line, options.channel)
      : { draft: { text: line, ...(options.channel === undefined ? {} : { platform: options.channel }) } };
    if (typeof draft === 'string')
      return wrong(`${options.file === '-' ? 'standard input' : options.file}: line ${index + 1}: ${draft}`);
    drafts.push(draft);
  }

  const output: string[] = [];
  let stopped = false;
  for (const [index, draft] of drafts.entries()) {
    try {
      const checked = check(knowledge, draft);
      stopped ||= checked.outcome === 'block' || checked.outcome === 'review';
      output.push(
        options.json || options.lines
          ? asJson(knowledge.policy, checked, draft.id)
          : checkAnswerInWords(knowledge.policy, checked, command.colour === true),
      );
    } catch (error) {
      if (!isFailure(error)) throw error;
      const place = options.lines ? `line ${index + 1}: ` : '';
      return wrong(
        `${options.file === '-' ? 'standard input' : options.file}: ${place}${error.message} ${error.remedy ?? ''}`.trim(),
      );
    }
  }
  return { exitCode: stopped ? 1 : 0, output };
};
