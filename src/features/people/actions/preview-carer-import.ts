// See what a list of carers would change, before anything is changed.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { carerKeepers } from '../access.ts';
import { planCarers } from '../carer-plan.ts';
import { previewFields, previewOf, previewOfUnusable, SHOWN } from '../import-preview.ts';
import { carerListFields } from '../list-file.ts';
import type { CarerTie, PlannedCarer } from '../roster/plan-carer-import.ts';
import { RELATIONS } from '../roster/relation-words.ts';

const tie = z.object({
  pupil: z.string(),
  className: z.string(),
  relation: z.enum(RELATIONS),
  parentalResponsibility: z.boolean(),
  doNotContact: z.boolean(),
});

export const previewCarerImport = defineAction({
  name: 'people.previewCarerImport',
  kind: 'read',
  summary: 'See what a list of carers would change. Nothing is written.',
  route: 'POST /carers/preview',
  scope: 'school',
  who: carerKeepers,
  perMinute: 20,
  largeInput: true,
  input: z.object(carerListFields),
  output: z.object({
    ...previewFields,
    joining: z.array(z.object({ row: z.number().nullable(), name: z.string(), ties: z.array(tie) })),
    changing: z.array(
      z.object({
        row: z.number().nullable(),
        name: z.string(),
        fields: z.array(z.enum(['name', 'email', 'telephone', 'carerId'])),
        added: z.array(tie),
        altered: z.array(tie),
        ended: z.number(),
      }),
    ),
    leaving: z.array(z.object({ name: z.string() })),
  }),
  controls: ['people.carers'],
}).handle(async (context, list) => {
  const found = await planCarers(context, list);
  if (!found.ok) return previewOfUnusable(found);
  const { plan } = found;
  return {
    ...previewOf(found),
    joining: plan.joiners
      .slice(0, SHOWN)
      .map((one) => ({ row: one.row, name: nameOf(one), ties: one.added.map(tieOf) })),
    changing: plan.changes.slice(0, SHOWN).map((one) => ({
      row: one.row,
      name: nameOf(one),
      fields: [...one.fields],
      added: one.added.map(tieOf),
      altered: one.altered.map(({ pupil, to }) => tieOf({ ...to, pupil })),
      ended: one.ended.length,
    })),
    leaving: plan.leavers.slice(0, SHOWN).map((one) => ({ name: nameOf(one) })),
  };
});

const nameOf = ({ firstName, lastName }: Pick<PlannedCarer, 'firstName' | 'lastName'>): string =>
  `${firstName} ${lastName}`;

const tieOf = ({
  pupil,
  relation,
  parentalResponsibility,
  doNotContact,
}: CarerTie & Pick<PlannedCarer['added'][number], 'pupil'>) => ({
  pupil: nameOf(pupil),
  className: pupil.className,
  relation,
  parentalResponsibility,
  doNotContact,
});
