// Every setting with its answer in force, who says so and what reads it; found by any of their words.
import { z } from 'zod';
import { anySignedIn, either, onlyOperator } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { placeShape } from '../change-input.ts';
import { controlsReading } from '../controls-reading.ts';
import { documentInForce, localDate } from '../in-force-at.ts';
import { versionRows } from '../queries.ts';
import { findsAll } from '../search-words.ts';
import { allSettings } from '../settings/index.ts';
import { doesOf, doesShape, placeView, sources, wordsOf } from '../setting-view.ts';
import { lockShape, locksHere } from '../trust/locks-here.ts';
import { behindOn } from '../trust/against-locks.ts';
import { sourceOf } from '../trust/behind.ts';
import { livingVersions } from '../version-line.ts';
import { clauseOfChange } from '../with-answer.ts';

export const listSettings = defineAction({
  name: 'policy.listSettings',
  kind: 'read',
  summary: 'List the settings of the policy: each question, its answer, who says so and what reads it.',
  route: 'GET /policy/settings',
  scope: 'school',
  who: either(anySignedIn, onlyOperator),
  token: 'policy:read',
  input: z.object({
    search: z
      .string()
      .trim()
      .max(200, 'At most 200 characters.')
      .default('')
      .describe('Words of the question, the answer, a clause or what Gatepost does; all must be found'),
  }),
  output: z.object({
    settings: z.array(
      z.object({
        id: z.string(),
        question: z.string(),
        words: z.string().describe('The answer in force'),
        source: sources,
        clauses: z.array(z.string()),
        overrides: z.array(z.object({ ...placeShape, words: z.string(), clauses: z.array(z.string()) })),
        does: doesShape,
        locks: z.array(lockShape).describe('What the trust has locked here, or will'),
        waiting: z.array(z.string()).describe('Days from which another answer is to hold'),
      }),
    ),
    all: z.number().describe('How many there are'),
    silent: z.number().describe('On how many the policy says nothing'),
  }),
  controls: ['policy.document', 'policy.cited'],
}).handle(async (context, { search }) => {
  const { db, scopeId, at, controls } = context;
  const today = await localDate(db, scopeId, at);
  const [{ document }, starter, rows, locks] = await Promise.all([
    documentInForce(db, scopeId, at),
    behindOn(db, today),
    versionRows(db, scopeId),
    locksHere(context, today),
  ]);
  const named = new Map([...starter.clauses, ...document.clauses].map((clause) => [clause.id, clause]));
  const coming = livingVersions(rows).filter(({ effective_on: day }) => day > today);
  const settings = allSettings.map((setting) => {
    const own = document.settings[setting.id];
    const given = own ?? starter.settings[setting.id]!;
    const overrides = (given.overrides ?? []).map((one) => ({
      ...placeView(one),
      words: wordsOf(setting, one.is),
      clauses: [...one.by],
    }));
    return {
      id: setting.id,
      question: setting.question,
      words: wordsOf(setting, given.is),
      source: clauseOfChange(document, setting.id) ? ('change' as const) : sourceOf(own, given),
      clauses: [...given.by],
      overrides,
      does: doesOf(controlsReading(setting.id, controls)),
      locks: locks.filter((lock) => lock.settingId === setting.id),
      waiting: coming.filter(({ changes }) => changes === setting.id).map(({ effective_on: day }) => day),
    };
  });
  return {
    settings: settings.filter(({ id, question, words, clauses, overrides, does, locks: locked }) =>
      findsAll(search, [
        id,
        question,
        words,
        ...overrides.flatMap((one) => [one.where, one.words]),
        ...[...clauses, ...overrides.flatMap((one) => one.clauses)].flatMap((clauseId) => {
          const clause = named.get(clauseId);
          return clause ? [clause.id, clause.number, clause.title] : [];
        }),
        ...does.flatMap(({ control, promise }) => [control, promise]),
        ...locked.map(({ trust }) => `locked by ${trust}`),
      ]),
    ),
    all: settings.length,
    silent: settings.filter(({ source }) => source === 'default').length,
  };
});
