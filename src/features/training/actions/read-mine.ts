// My training: what is asked of me, what I have done and until when it counts, what I was given to read.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { certificateRows } from '../completion-queries.ts';
import { deliveryRows } from '../guidance-queries.ts';
import { learners } from '../learners.ts';
import { lastDayOf } from '../standing.ts';
import { monthsOf } from '../modules.ts';

const clauses = z.array(z.string()).readonly();

export const readMine = defineAction({
  name: 'training.readMine',
  kind: 'read',
  summary: 'Read what training is asked of me, what I have done, and what I was given to read.',
  route: 'GET /training/mine',
  scope: 'school',
  who: anySignedIn,
  input: z.object({}),
  output: z.object({
    asked: z.array(
      z.object({
        moduleId: z.string(),
        title: z.string(),
        summary: z.string(),
        state: z.enum(['done', 'due', 'renew', 'overdue']),
        dueOn: z.string().nullable(),
        beforeRunning: z.boolean().describe('Nothing can be written for an account before it'),
      }),
    ),
    done: z.array(
      z.object({
        id: z.string(),
        moduleId: z.string(),
        title: z.string(),
        edition: z.number(),
        how: z.enum(['read', 'quiz', 'session', 'certificate']),
        completedOn: z.string(),
        until: z.string().nullable().describe('The last day on which it counts; computed'),
      }),
    ),
    others: z.array(z.object({ moduleId: z.string(), title: z.string(), summary: z.string() })),
    toRead: z.array(z.object({ issueId: z.string(), kind: z.string(), title: z.string(), deliveredAt: z.string() })),
    wasRead: z.array(
      z.object({
        issueId: z.string(),
        kind: z.string(),
        title: z.string(),
        deliveredAt: z.string(),
        readAt: z.string(),
      }),
    ),
    certificates: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        issuer: z.string(),
        issuedOn: z.string(),
        expiresOn: z.string().nullable(),
      }),
    ),
    clauses,
  }),
  controls: ['training.programme', 'training.records', 'training.reminders'],
}).handle(async (context) => {
  const { db, scopeId, personId } = context;
  const [{ policy, modules, policyMonths, people }, given, certificates] = await Promise.all([
    learners(context, personId),
    deliveryRows(db, scopeId, { personId }),
    certificateRows(db, scopeId, personId),
  ]);
  const asked = people[0]?.asked ?? [];
  const done = people[0]?.completions ?? [];
  const titles = new Map(modules.map((module) => [module.moduleId, module]));
  return {
    asked: asked.map(({ module, state, dueOn, beforeRunning }) => ({
      moduleId: module.moduleId,
      title: module.title,
      summary: module.summary,
      state,
      dueOn,
      beforeRunning,
    })),
    done: done.map((one) => {
      const module = titles.get(one.moduleId);
      const months = module === undefined ? policyMonths : monthsOf(module, policyMonths);
      return {
        id: one.id,
        moduleId: one.moduleId,
        title: module?.title ?? one.moduleId,
        edition: one.edition,
        how: one.how,
        completedOn: one.completedOn,
        until: lastDayOf(one, { countsFrom: 1, months }),
      };
    }),
    others: modules
      .filter(
        ({ moduleId, retiredAt }) => retiredAt === null && !asked.some(({ module }) => module.moduleId === moduleId),
      )
      .map(({ moduleId, title, summary }) => ({ moduleId, title, summary })),
    toRead: given
      .filter(({ readAt }) => readAt === null)
      .map(({ issueId, kind, title, deliveredAt }) => ({ issueId, kind, title, deliveredAt })),
    wasRead: given.flatMap(({ issueId, kind, title, deliveredAt, readAt }) =>
      readAt === null ? [] : [{ issueId, kind, title, deliveredAt, readAt }],
    ),
    certificates: certificates.map(({ id, title, issuer, issuedOn, expiresOn }) => ({
      id,
      title,
      issuer,
      issuedOn,
      expiresOn,
    })),
    clauses: policy.clausesOf('training.programme'),
  };
});
