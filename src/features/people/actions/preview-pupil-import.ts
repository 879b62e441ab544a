// See what a class list would change, before anything is changed.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { keepers } from '#features/schools/index.ts';
import { previewFields, previewOf, previewOfUnusable, SHOWN } from '../import-preview.ts';
import { pupilListFields } from '../list-file.ts';
import { planPupils } from '../pupil-plan.ts';

const pupilSchema = z.object({ name: z.string(), yearGroup: z.string(), className: z.string() });
const twinSchema = z.object({ rows: z.array(z.number()) });

export const previewPupilImport = defineAction({
  name: 'people.previewPupilImport',
  kind: 'read',
  summary: 'See what a class list would change on the roll. Nothing is written.',
  route: 'POST /roll/preview',
  scope: 'school',
  who: keepers,
  perMinute: 20,
  largeInput: true,
  input: z.object(pupilListFields),
  output: z.object({
    ...previewFields,
    joining: z.array(pupilSchema).describe('The first hundred'),
    changing: z
      .array(
        z.object({
          row: z.number(),
          name: z.string(),
          fields: z.array(z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
        }),
      )
      .describe('The first hundred'),
    leaving: z.array(pupilSchema).describe('The first hundred'),
    twins: z.array(twinSchema).describe('Rows that hold one name, and are taken for different pupils'),
  }),
  controls: ['people.roll'],
}).handle(async (context, list) => {
  const found = await planPupils(context, list);
  if (!found.ok) return { ...previewOfUnusable(found), twins: [] };
  const { plan } = found;
  return {
    ...previewOf(found),
    joining: plan.joiners.slice(0, SHOWN).map(shownPupil),
    changing: plan.changes
      .slice(0, SHOWN)
      .map(({ row, pupil, fields }) => ({ row, name: shownPupil(pupil).name, fields: [...fields] })),
    leaving: plan.leavers.slice(0, SHOWN).map(shownPupil),
    twins: plan.twins.slice(0, SHOWN).map(({ rows }) => ({ rows: [...rows] })),
  };
});

interface Shown {
  readonly firstName: string;
  readonly lastName: string;
  readonly preferredName?: string | null | undefined;
  readonly yearGroup?: string | null | undefined;
  readonly className?: string | null | undefined;
}
const shownPupil = ({ firstName, lastName, preferredName, yearGroup, className }: Shown) => ({
  name: `${preferredName || firstName} ${lastName}`,
  yearGroup: yearGroup ?? '',
  className: className ?? '',
});
