// One module, as whoever learns it sees it: the page, its film and document, its questions without the answers, its figures.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { dayOf } from '#features/people/index.ts';
import { factRows } from '../fact-queries.ts';
import { learners } from '../learners.ts';
import { lessonBlocks } from '../lesson-blocks.ts';
import { moduleIdSchema } from '../module-id.ts';
import { moduleOf, monthsOf } from '../modules.ts';
import { standingOf } from '../standing.ts';

const span = z.object({ text: z.string(), strong: z.boolean(), href: z.string() });

export const readModule = defineAction({
  name: 'training.readModule',
  kind: 'read',
  summary: 'Read one training module, with its questions and its figures.',
  route: 'GET /training/modules/{moduleId}',
  scope: 'school',
  who: anySignedIn,
  input: z.object({ moduleId: moduleIdSchema }),
  output: z.object({
    moduleId: z.string(),
    title: z.string(),
    summary: z.string(),
    edition: z.number(),
    retired: z.boolean(),
    blocks: z.array(
      z.object({ kind: z.enum(['heading', 'paragraph', 'list']), lines: z.array(z.array(span).readonly()).readonly() }),
    ),
    video: z.string(),
    document: z.string(),
    questions: z.array(z.object({ ask: z.string(), answers: z.array(z.string()).readonly() })),
    passMark: z.number(),
    facts: z.array(
      z.object({
        id: z.string(),
        claim: z.string(),
        source: z.string(),
        address: z.string(),
        datedOn: z.string(),
        recheckOn: z.string(),
        old: z.boolean().describe('The day to look at it again has passed'),
      }),
    ),
    mine: z.object({
      state: z.enum(['never', 'valid', 'over']),
      completedOn: z.string().nullable(),
      edition: z.number().nullable(),
      until: z.string().nullable(),
      dueOn: z.string().nullable(),
      beforeRunning: z.boolean(),
    }),
    clauses: z.array(z.string()).readonly(),
  }),
  controls: ['training.programme', 'training.records', 'training.sourced-facts'],
}).handle(async (context, { moduleId }) => {
  const { db, scopeId, personId, at } = context;
  const [module, facts, { policy, policyMonths, people }] = await Promise.all([
    moduleOf(db, scopeId, moduleId),
    factRows(db, scopeId, [moduleId]),
    learners(context, personId),
  ]);
  const today = dayOf(at);
  const rule = { countsFrom: module.countsFrom, months: monthsOf(module, policyMonths) };
  const mine = (people[0]?.completions ?? []).filter((one) => one.moduleId === moduleId);
  const standing = standingOf(mine, rule, today);
  const asked = people[0]?.asked.find((one) => one.module.moduleId === moduleId);
  return {
    moduleId,
    title: module.title,
    summary: module.summary,
    edition: module.n,
    retired: module.retiredAt !== null,
    blocks: lessonBlocks(module.words),
    video: module.video,
    document: module.document,
    questions: module.questions.map(({ ask, answers }) => ({ ask, answers })),
    passMark: module.passMark,
    facts: facts.map(({ id, claim, source, address, datedOn, recheckOn }) => ({
      id,
      claim,
      source,
      address,
      datedOn,
      recheckOn,
      old: recheckOn < today,
    })),
    mine: {
      state: standing.is,
      completedOn: standing.is === 'never' ? null : standing.by.completedOn,
      edition: standing.is === 'never' ? null : standing.by.edition,
      until: standing.is === 'never' ? null : standing.until,
      dueOn: asked?.dueOn ?? null,
      beforeRunning: asked?.beforeRunning ?? false,
    },
    clauses: policy.clausesOf('training.programme'),
  };
});
