// How far everybody is with one module, and the module as it is written, for those who plan.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { namesOf, TYPE_LABELS, WORKING_TYPES } from '#features/people/index.ts';
import { planners } from '../access.ts';
import { factRows } from '../fact-queries.ts';
import { learners } from '../learners.ts';
import { editionRows } from '../module-queries.ts';
import { moduleIdSchema } from '../module-id.ts';
import { comesBeforeRunning, moduleOf } from '../modules.ts';
import { progressFields, progressOf } from '../progress.ts';

export const readProgress = defineAction({
  name: 'training.readProgress',
  kind: 'read',
  summary: 'Read who has completed a module and who is due, with the module as it is written.',
  route: 'GET /training/plan/{moduleId}',
  scope: 'school',
  who: planners,
  input: z.object({ moduleId: moduleIdSchema }),
  output: z.object({
    moduleId: z.string(),
    started: z.boolean().describe('Gatepost brought it'),
    retired: z.boolean(),
    lesson: z.object({
      title: z.string(),
      summary: z.string(),
      words: z.string(),
      video: z.string(),
      document: z.string(),
      questions: z.array(z.object({ ask: z.string(), answers: z.array(z.string()), right: z.number() })),
      passMark: z.number(),
    }),
    edition: z.number(),
    neededToRun: z.boolean(),
    beforeRunning: z.boolean(),
    repeatMonths: z.number().nullable(),
    policyMonths: z.number().nullable(),
    editions: z.array(
      z.object({
        n: z.number(),
        title: z.string(),
        note: z.string(),
        by: z.string().describe('Empty = as Gatepost brings it'),
        at: z.string(),
        counts: z.boolean().describe('Who completed it need not do it again'),
      }),
    ),
    groups: z
      .array(z.object({ group: z.enum(WORKING_TYPES), label: z.string(), ...progressFields }))
      .describe('Each kind of person of whom somebody is asked; whoever is two counts in both'),
    people: z.array(
      z.object({
        personId: z.string(),
        name: z.string(),
        jobTitle: z.string(),
        state: z.enum(['done', 'due', 'renew', 'overdue']),
        dueOn: z.string().nullable(),
        completedOn: z.string().nullable(),
        edition: z.number().nullable(),
        until: z.string().nullable(),
      }),
    ),
    facts: z.array(
      z.object({
        id: z.string(),
        claim: z.string(),
        source: z.string(),
        address: z.string(),
        datedOn: z.string(),
        recheckOn: z.string(),
        owner: z.string(),
        old: z.boolean(),
      }),
    ),
    clauses: z.array(z.string()).readonly(),
  }),
  controls: ['training.programme', 'training.records', 'training.sourced-facts'],
}).handle(async (context, { moduleId }) => {
  const { db, scopeId } = context;
  const [module, editions, facts, { policy, people, policyMonths, today }] = await Promise.all([
    moduleOf(db, scopeId, moduleId),
    editionRows(db, scopeId, moduleId),
    factRows(db, scopeId, [moduleId]),
    learners(context),
  ]);
  const named = [...editions.map(({ writtenBy }) => writtenBy), ...facts.map(({ ownerId }) => ownerId)];
  const names = await namesOf(db, scopeId, named);
  const nameOf = (id: string | null) => (id === null ? '' : (names.get(id) ?? 'Somebody who has left'));
  const { title, summary, words, video, document, questions, passMark } = module;
  const learning = people.flatMap(({ adult, asked }) =>
    asked.filter((one) => one.module.moduleId === moduleId).map((one) => ({ ...one, adult })),
  );
  return {
    moduleId,
    started: module.started,
    retired: module.retiredAt !== null,
    lesson: { title, summary, words, video, document, questions: [...questions], passMark },
    edition: module.n,
    neededToRun: module.neededToRun,
    beforeRunning: comesBeforeRunning(module),
    repeatMonths: module.repeatMonths,
    policyMonths,
    editions: editions.map((one) => ({
      n: one.n,
      title: one.title,
      note: one.note,
      by: nameOf(one.writtenBy),
      at: one.writtenAt,
      counts: one.n >= module.countsFrom,
    })),
    groups: WORKING_TYPES.map((group) => ({
      group,
      label: TYPE_LABELS[group],
      ...progressOf(learning.filter(({ adult }) => adult.roles.includes(group))),
    })).filter(({ asked }) => asked > 0),
    people: learning.map(({ adult, state, dueOn, standing }) => ({
      personId: adult.personId,
      name: adult.name,
      jobTitle: adult.jobTitle,
      state,
      dueOn,
      completedOn: standing.is === 'never' ? null : standing.by.completedOn,
      edition: standing.is === 'never' ? null : standing.by.edition,
      until: standing.is === 'never' ? null : standing.until,
    })),
    facts: facts.map(({ id, claim, source, address, datedOn, recheckOn, ownerId }) => ({
      id,
      claim,
      source,
      address,
      datedOn,
      recheckOn,
      owner: nameOf(ownerId),
      old: recheckOn < today,
    })),
    clauses: policy.clausesOf('training.programme'),
  };
});
