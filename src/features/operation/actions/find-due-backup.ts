// Is a backup due by the plan, or asked for, and how is it to be made?
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { isFirstSchool } from '#features/schools/index.ts';
import { isDue } from '../backup-plan.ts';
import { backupPlanRow, lastBackups, zoneOf } from '../backup-queries.ts';

export const findDueBackup = defineAction({
  name: 'operation.findDueBackup',
  kind: 'read',
  summary: 'Say whether a backup is due now, and how it is to be made.',
  route: 'GET /operation/backups/due',
  scope: 'school',
  who: onlySystem,
  input: z.object({ isAsked: z.boolean() }),
  output: z.object({
    due: z
      .object({
        folder: z.string(),
        recipients: z.array(z.string()),
        keep: z.object({ daily: z.int(), weekly: z.int(), monthly: z.int() }).nullable(),
        zone: z.string(),
      })
      .nullable(),
  }),
  controls: ['operation.backups'],
}).handle(async ({ db, scopeId, at }, { isAsked }) => {
  const plan = await backupPlanRow(db, scopeId);
  if (!plan || !(await isFirstSchool(db, scopeId))) return { due: null };
  const zone = await zoneOf(db, scopeId);
  const planned = { dailyAt: plan.daily_at, setAt: plan.set_at };
  if (!isAsked && !isDue(planned, await lastBackups(db, scopeId), at, zone)) return { due: null };
  const { folder, recipients } = plan;
  // Without a time nothing was said about how many to keep either.
  const keep =
    plan.daily_at === null ? null : { daily: plan.keep_daily, weekly: plan.keep_weekly, monthly: plan.keep_monthly };
  return { due: { folder, recipients, keep, zone } };
});
