// See who would leave when, and what ends or is left with nobody then.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { keepers } from '#features/schools/index.ts';
import { leaverListFields, planLeavers } from '../leavers-plan.ts';
import { noteSchema, problemSchema } from '../list-file.ts';

export const previewLeavers = defineAction({
  name: 'people.previewLeavers',
  kind: 'read',
  summary: 'See who would leave when, and what ends or is left with nobody then. Nothing is written.',
  route: 'POST /leavers/preview',
  scope: 'school',
  who: keepers,
  perMinute: 20,
  largeInput: true,
  input: z.object(leaverListFields),
  output: z.object({
    usable: z.boolean(),
    problems: z.array(problemSchema),
    problemCount: z.number(),
    notes: z.array(noteSchema),
    ignoredColumns: z.array(z.string()),
    leavers: z.array(
      z.object({
        personId: z.uuid(),
        name: z.string(),
        jobTitle: z.string(),
        lastDay: z.string(),
        responsibilities: z.array(
          z.object({
            responsibility: z.string(),
            isLast: z.boolean().describe('Nobody else holds it on the day after'),
          }),
        ),
        accounts: z.array(z.string()).describe('Accounts they may write for or run until then'),
        decisions: z.number().describe('Decisions that wait for them'),
        decisionsAlone: z.number().describe('Of these, decisions that nobody who stays can take'),
        standsInFor: z.number(),
        signsIn: z.boolean(),
        posts: z.number().describe('Approved posts for a later day, on accounts that nobody else runs'),
      }),
    ),
  }),
  controls: ['people.directory', 'people.responsibilities'],
}).handle(async (context, list) => {
  const found = await planLeavers(context, list);
  if (!found.ok) {
    const { problems, problemCount, notes } = found;
    return { usable: false, problems: [...problems], problemCount, notes: [...notes], ignoredColumns: [], leavers: [] };
  }
  return {
    usable: true,
    problems: [],
    problemCount: 0,
    notes: [...found.notes],
    ignoredColumns: [...found.ignoredColumns],
    leavers: found.leavers.map((one) => ({
      ...one,
      responsibilities: [...one.responsibilities],
      accounts: [...one.accounts],
    })),
  };
});
