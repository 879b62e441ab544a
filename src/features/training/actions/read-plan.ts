// The training plan: each module with how far everybody is, what was given out to whom, guidance with its last issue, figures to renew.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { namesOf, STAFF_KINDS } from '#features/people/index.ts';
import { settings } from '#features/policy/index.ts';
import { planners } from '../access.ts';
import { factRows } from '../fact-queries.ts';
import { guidanceOf } from '../guidance.ts';
import { learners } from '../learners.ts';
import { listedAs } from '../module-id.ts';
import { comesBeforeRunning, monthsOf } from '../modules.ts';
import { progressFields, progressOf } from '../progress.ts';
import { isAsked, targetInWords, writtenTarget } from '../target.ts';

const clauses = z.array(z.string()).readonly();

export const readPlan = defineAction({
  name: 'training.readPlan',
  kind: 'read',
  summary:
    'Read the training plan: modules, to whom they are given, how far everybody is, and guidance with its last issue.',
  route: 'GET /training/plan',
  scope: 'school',
  who: planners,
  input: z.object({}),
  output: z.object({
    adults: z.number(),
    kindNotSaid: z.number().describe('Members of staff of whom the directory does not say whether they teach'),
    modules: z.array(
      z.object({
        moduleId: z.string(),
        title: z.string(),
        summary: z.string(),
        edition: z.number(),
        own: z.boolean().describe('The school’s own, or changed by it'),
        listed: z.boolean().describe('The policy in force names it'),
        beforeRunning: z.boolean(),
        months: z.number().nullable().describe('Repeated after so many months'),
        retired: z.boolean(),
        ...progressFields,
      }),
    ),
    assignments: z.array(
      z.object({
        id: z.string().nullable().describe('Null where the policy itself gives it'),
        moduleId: z.string(),
        title: z.string(),
        target: z.string(),
        targetWords: z.string(),
        dueOn: z.string(),
        ...progressFields,
      }),
    ),
    guidance: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(['advice', 'update', 'reminder']),
        title: z.string(),
        words: z.string(),
        target: z.string(),
        targetWords: z.string(),
        every: z.enum(['once', 'term', 'year']),
        automatic: z.boolean(),
        retired: z.boolean(),
        due: z.boolean(),
        late: z.boolean(),
        missed: z.array(z.object({ name: z.string(), ended: z.string() })).readonly(),
        last: z.object({ issueId: z.string(), issuedOn: z.string(), given: z.number(), read: z.number() }).nullable(),
      }),
    ),
    oldFacts: z.array(
      z.object({
        id: z.string(),
        moduleId: z.string(),
        claim: z.string(),
        recheckOn: z.string(),
        owner: z.string(),
        asked: z.boolean(),
      }),
    ),
    clauses,
    reminderClauses: clauses,
    factClauses: clauses,
  }),
  controls: ['training.programme', 'training.reminders', 'training.sourced-facts'],
}).handle(async (context) => {
  const { db, scopeId } = context;
  const [{ policy, modules, assignments, policyMonths, people, today }, guidance, facts] = await Promise.all([
    learners(context),
    guidanceOf(context),
    factRows(db, scopeId),
  ]);
  const listed = policy.ruling(settings.training.modules).value as readonly string[];
  const old = facts.filter(({ recheckOn }) => recheckOn < today);
  const named = [
    ...old.map(({ ownerId }) => ownerId),
    ...[...assignments, ...guidance].flatMap(({ target }) => (target.kind === 'person' ? [target.of] : [])),
  ];
  const names = await namesOf(db, scopeId, named);
  const nameOf = (id: string) => names.get(id) ?? 'Somebody who has left';
  return {
    adults: people.length,
    kindNotSaid: people.filter(
      ({ adult: { roles } }) => roles.includes('staff') && !STAFF_KINDS.some((kind) => roles.includes(kind)),
    ).length,
    modules: modules.map((module) => {
      const asked = people.flatMap((one) => one.asked.filter((it) => it.module.moduleId === module.moduleId));
      const answer = listedAs(module.moduleId, module.started);
      return {
        moduleId: module.moduleId,
        title: module.title,
        summary: module.summary,
        edition: module.n,
        own: !module.started || module.writtenBy !== null,
        listed: answer === null || listed.includes(answer),
        beforeRunning: comesBeforeRunning(module),
        months: monthsOf(module, policyMonths),
        retired: module.retiredAt !== null,
        ...progressOf(asked),
      };
    }),
    assignments: assignments.map(({ id, moduleId, target, dueOn }) => ({
      id,
      moduleId,
      title: modules.find((one) => one.moduleId === moduleId)?.title ?? moduleId,
      target: writtenTarget(target),
      targetWords: targetInWords(target, nameOf),
      dueOn,
      ...progressOf(
        people
          .filter(({ adult }) => isAsked(target, adult))
          .flatMap(({ asked }) => asked.filter(({ module }) => module.moduleId === moduleId)),
      ),
    })),
    guidance: guidance.map((one) => ({
      id: one.id,
      kind: one.kind,
      title: one.title,
      words: one.words,
      target: writtenTarget(one.target),
      targetWords: targetInWords(one.target, nameOf),
      every: one.every,
      automatic: one.automatic,
      retired: one.retired,
      due: one.due,
      late: one.missed.length > 0,
      missed: one.missed,
      last: one.last && {
        issueId: one.last.id,
        issuedOn: one.last.issuedOn,
        given: one.last.given,
        read: one.last.read,
      },
    })),
    oldFacts: old.map(({ id, moduleId, claim, recheckOn, ownerId, askedAt }) => ({
      id,
      moduleId,
      claim,
      recheckOn,
      owner: nameOf(ownerId),
      asked: askedAt !== null,
    })),
    clauses: policy.clausesOf('training.programme'),
    reminderClauses: policy.clausesOf('training.reminders'),
    factClauses: policy.clausesOf('training.sourced-facts'),
  };
});
