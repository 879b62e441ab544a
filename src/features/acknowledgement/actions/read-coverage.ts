// How many of each group have confirmed, and how far the asking has come.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { askers } from '../access.ts';
import { coverageOf } from '../coverage.ts';
import { GROUPS } from '../groups.ts';
import { asksOf, standings } from '../load.ts';
import { lettersSince, toldRows } from '../reminder-queries.ts';

const counted = {
  people: z.number(),
  confirmed: z.number(),
  refused: z.number(),
  overdue: z.number(),
  due: z.number().describe('Asked, and still in time'),
};

export const readCoverage = defineAction({
  name: 'acknowledgement.readCoverage',
  kind: 'read',
  summary: 'See how many of each group have confirmed the policy, and how far the asking has come.',
  route: 'GET /acknowledgement/coverage',
  scope: 'school',
  who: askers,
  token: 'policy:read',
  input: z.object({}),
  output: z.object({
    versions: z
      .array(
        z.object({
          versionId: z.uuid(),
          n: z.number(),
          title: z.string(),
          effectiveOn: z.string(),
          isAhead: z.boolean(),
          days: z.number().nullable().describe('Within how many days; null where the policy sets no time'),
          all: z.object(counted),
          groups: z.array(z.object({ group: z.enum(GROUPS), label: z.string(), ...counted })),
          asking: z.object({
            of: z.number().describe('Who can be asked here, because they sign in'),
            asked: z.number().describe('Of these, who has been asked at least once'),
            before: z.number().describe('Who answered before they were asked'),
            onPaper: z.number().describe('Who does not sign in, and signs on paper'),
          }),
          clauses: z.array(z.string()).readonly(),
        }),
      )
      .describe('The version in force, then the next one that waits for its day'),
    letters: z
      .object({ asked: z.number(), sent: z.number() })
      .describe('Letters of the last seven days, and how many of them a mail server has taken'),
  }),
  controls: ['people.enrolment', 'policy.acknowledgement'],
}).handle(async (context) => {
  const { db, scopeId, at } = context;
  const [asks, letters] = await Promise.all([
    asksOf(context),
    lettersSince(db, scopeId, at.subtract({ hours: 7 * 24 }).toString()),
  ]);
  const versions = await Promise.all(
    asks.map(async (ask) => {
      const [people, told] = await Promise.all([
        standings(context, ask),
        toldRows(db, scopeId, ask.basis.since.id, ask.countsFrom),
      ]);
      const asked = new Set(told.filter(({ times }) => times > 0).map(({ person_id: id }) => id));
      const here = people.filter(({ signs_in: signsIn }) => signsIn);
      return {
        versionId: ask.basis.version.id,
        n: ask.basis.version.n,
        title: ask.document.title,
        effectiveOn: ask.basis.version.effective_on,
        isAhead: ask.basis.isAhead,
        days: ask.days,
        ...coverageOf(ask.asking.groups, people),
        asking: {
          of: here.length,
          asked: here.filter(({ id }) => asked.has(id)).length,
          before: here.filter(({ id, standing }) => !asked.has(id) && standing.act !== null).length,
          onPaper: people.length - here.length,
        },
        clauses: ask.clauses,
      };
    }),
  );
  return { versions, letters };
});
