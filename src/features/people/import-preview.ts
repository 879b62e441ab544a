// What a look at a list answers, of pupils and staff alike: how many join, change, stay and leave, or what is wrong with it.
import { z } from 'zod';
import { noteSchema, problemSchema, type Unusable } from './list-file.ts';
import type { ChangeShare } from './roster/change-share.ts';
import type { RosterNote } from './roster/problem.ts';

/** So many of each are shown by name; the counts are of all. */
export const SHOWN = 100;

export const previewFields = {
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
};

interface Plan extends ChangeShare {
  readonly joiners: readonly unknown[];
  readonly changes: readonly unknown[];
  readonly unchanged: readonly unknown[];
  readonly leavers: readonly unknown[];
}
interface Found {
  readonly plan: Plan;
  readonly notes: readonly RosterNote[];
  readonly ignoredColumns: readonly string[];
}

export const previewOf = ({ plan, notes, ignoredColumns }: Found) => ({
  usable: true,
  problems: [],
  problemCount: 0,
  notes: [...notes],
  ignoredColumns: [...ignoredColumns],
  joiners: plan.joiners.length,
  changes: plan.changes.length,
  unchanged: plan.unchanged.length,
  leavers: plan.leavers.length,
  sharePercent: plan.sharePercent,
  needsTypedWord: plan.needsTypedWord,
});

export const previewOfUnusable = ({ problems, problemCount, notes }: Unusable) => ({
  usable: false,
  problems: [...problems],
  problemCount,
  notes: [...notes],
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
});
