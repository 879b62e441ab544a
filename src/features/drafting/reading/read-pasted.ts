// What somebody hands over, as a policy: YAML, Markdown or plain text, told apart by how it looks.
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { readPolicyText, type PolicyDocument } from '#features/policy/index.ts';
import { nextClauseIds } from '../clause-ids.ts';
import { controlIdsOf } from '../sendable.ts';
import { isMarkdown, readMarkdown } from './read-markdown.ts';
import { readText, type ReadClause } from './read-text.ts';

export interface Pasted {
  readonly document: PolicyDocument;
  readonly read: 'yaml' | 'markdown' | 'text';
  readonly words: string;
}

const MOST_TOLD = 20;
const looksLikeYaml = (text: string): boolean => /^clauses:/m.test(text) && /^id:/m.test(text);

/** @throws naming what is wrong, with its line where it has one */
export async function readPasted(context: Context, text: string): Promise<Pasted> {
  if (looksLikeYaml(text)) return { document: await fromYaml(context, text), read: 'yaml', words: 'A policy file' };
  if (isMarkdown(text)) {
    return { document: await fromMarkdown(context, text), read: 'markdown', words: 'A Markdown file' };
  }
  const read = readText(text);
  if (!read.ok) throw notAPolicy([`${read.message} ${read.remedy}`]);
  const ids = await nextClauseIds(context.db, context.scopeId, read.clauses.length);
  return {
    document: {
      ...UNNAMED,
      title: read.title || UNNAMED.title,
      clauses: read.clauses.map((clause, at) => clauseFrom(clause, ids[at]!)),
      settings: {},
    },
    read: 'text',
    words: 'Pasted text',
  };
}

/** The school and its id are put in when the draft is begun. */
const UNNAMED = { id: 'pasted', title: 'Social media policy', school: 'Pasted' };

const clauseFrom = ({ number, under, title, text, binds, force }: ReadClause, id: string) => ({
  id,
  number,
  under,
  title,
  text,
  binds: [...binds],
  force,
  'rests-on': [],
});

async function fromYaml(context: Context, text: string): Promise<PolicyDocument> {
  const read = await readPolicyText(text, 'Line', controlIdsOf(context));
  if (read.ok) return read.document;
  throw notAPolicy(
    read.problems.map(
      ({ line, key, message, remedy }) => `Line ${line}${key === '' ? '' : ` (${key})`}: ${message} ${remedy}`,
    ),
  );
}

async function fromMarkdown(context: Context, text: string): Promise<PolicyDocument> {
  const read = readMarkdown(text);
  if (!read.ok) throw notAPolicy([`${read.message} ${read.remedy}`]);
  const { clauses, ...rest } = read.document;
  const ids = await nextClauseIds(context.db, context.scopeId, clauses.filter(({ id }) => id === null).length);
  const numbers = new Set(clauses.map(({ number }) => number));
  const named = clauses.map(({ id, number, ...clause }, at) => ({
    id: id ?? ids.shift()!,
    number: number || freeNumber(numbers, at + 1),
    ...clause,
  }));
  const first = new Map(named.map(({ id }, at) => [id, at] as const).toReversed());
  const twice = named.find(({ id }, at) => first.get(id) !== at);
  if (twice) throw notAPolicy([`The id ${twice.id} is given to two clauses. Give each its own, or leave it out.`]);
  return { ...UNNAMED, ...rest, title: rest.title || UNNAMED.title, clauses: named };
}

function freeNumber(taken: Set<string>, from: number): string {
  let number = from;
  while (taken.has(String(number))) number += 1;
  taken.add(String(number));
  return String(number);
}

const notAPolicy = (faults: readonly string[]) =>
  fail.invalid({
    code: 'not-a-policy',
    message: 'This cannot be read as a policy.',
    remedy: faults[0] ?? 'Send the policy itself.',
    fields: faults.slice(0, MOST_TOLD).map((message) => ({ field: 'text', message })),
  });
