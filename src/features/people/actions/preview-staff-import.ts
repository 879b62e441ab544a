// See what a staff list would change, before anything is changed.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { keepers } from '#features/schools/index.ts';
import { previewFields, previewOf, previewOfUnusable, SHOWN } from '../import-preview.ts';
import { staffListFields } from '../list-file.ts';
import { planStaff } from '../staff-plan.ts';

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
    ...previewFields,
    joining: z.array(z.object({ name: z.string(), email: z.string(), jobTitle: z.string(), responsibilities: words })),
    changing: z.array(z.object({ row: z.number(), name: z.string(), fields: words, newResponsibilities: words })),
    leaving: z.array(z.object({ name: z.string() })),
  }),
  controls: ['people.directory', 'people.responsibilities'],
}).handle(async (context, list) => {
  const found = await planStaff(context, list);
  if (!found.ok) return previewOfUnusable(found);
  const { plan } = found;
  return {
    ...previewOf(found),
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
