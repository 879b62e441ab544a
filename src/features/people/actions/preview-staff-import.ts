// See what a staff list would change, before anything is changed.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { keepers } from '#features/schools/index.ts';
import { noteSchema, problemSchema, staffListFields } from '../list-file.ts';
import { planStaff } from '../staff-plan.ts';

const SHOWN = 100;
const words = z.array(z.string());

export const previewStaffImport = defineAction({
  name: 'people.previewStaffImport',
  kind: 'read',
  summary: 'See what a staff list would change in the directory. Nothing is written.',
  route: 'POST /staff/preview',
  scope: 'school',
  who: keepers,
  perMinute: 20,
  largeInput: true,
  input: z.object(staffListFields),
  output: z.object({
    usable: z.boolean(),
    problems: z.array(problemSchema).describe('The first hundred'),
    problemCount: z.number(),
    notes: z.array(noteSchema),
    ignoredColumns: z.array(z.string()),
    joiners: z.number(),
    changes: z.number(),
    unchanged: z.number(),
    leavers: z.number(),
    sharePercent: z.number(),
    needsTypedWord: z.boolean(),
    joining: z.array(z.object({ name: z.string(), email: z.string(), jobTitle: z.string(), responsibilities: words })),
    changing: z.array(z.object({ row: z.number(), name: z.string(), fields: words, newResponsibilities: words })),
    leaving: z.array(z.object({ name: z.string() })),
  }),
  controls: ['people.directory', 'people.responsibilities'],
}).handle(async (context, list) => {
  const found = await planStaff(context, list);
  if (!found.ok)
    return { ...NOTHING, problems: [...found.problems], problemCount: found.problemCount, notes: [...found.notes] };
  const { plan } = found;
  return {
    usable: true,
    problems: [],
    problemCount: 0,
    notes: [...found.notes],
    ignoredColumns: [...found.ignoredColumns],
    joiners: plan.joiners.length,
    changes: plan.changes.length,
    unchanged: plan.unchanged.length,
    leavers: plan.leavers.length,
    sharePercent: plan.sharePercent,
    needsTypedWord: plan.needsTypedWord,
    joining: plan.joiners.slice(0, SHOWN).map((row) => ({
      name: nameOf(row),
      email: row.email ?? '',
      jobTitle: row.jobTitle ?? '',
      responsibilities: [...row.responsibilities],
    })),
    changing: plan.changes.slice(0, SHOWN).map(({ row, person, fields, newResponsibilities }) => ({
      row,
      name: nameOf(person),
      fields: fields.map(({ field }) => field),
      newResponsibilities: [...newResponsibilities],
    })),
    leaving: plan.leavers.slice(0, SHOWN).map((person) => ({ name: nameOf(person) })),
  };
});

const nameOf = ({ firstName, lastName }: { readonly firstName: string; readonly lastName: string }): string =>
  `${firstName} ${lastName}`;

const NOTHING = {
  usable: false,
  ignoredColumns: [],
  joiners: 0,
  changes: 0,
  unchanged: 0,
  leavers: 0,
  sharePercent: 0,
  needsTypedWord: false,
  joining: [],
  changing: [],
  leaving: [],
};
