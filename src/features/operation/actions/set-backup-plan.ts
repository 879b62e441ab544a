// Say when and where backups are made, for whom they are locked, and how many are kept.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { isFirstSchool, systemAdministrators } from '#features/schools/index.ts';
import { noRecipient, notFirstSchool, planSchema } from '../backup-fields.ts';
import { writeBackupPlan } from '../backup-queries.ts';

export const setBackupPlan = defineAction({
  name: 'operation.setBackupPlan',
  kind: 'write',
  summary: 'Say when and where backups are made, for whom they are locked, and how many are kept.',
  route: 'PUT /operation/backups/plan',
  scope: 'school',
  who: systemAdministrators,
  freshFactorMinutes: 30,
  input: planSchema,
  output: z.object({}),
  errors: ['not-first-school', 'no-recipient'],
  controls: ['operation.backups'],
  about: ({ dailyAt, recipients }) => ({ dailyAt, recipients }),
}).handle(async ({ db, scopeId, now, remark }, plan) => {
  if (!(await isFirstSchool(db, scopeId))) throw notFirstSchool();
  if (plan.dailyAt !== null && plan.recipients.length === 0) throw noRecipient();
  await writeBackupPlan(db, scopeId, {
    daily_at: plan.dailyAt,
    folder: plan.folder,
    keep_daily: plan.keepDaily,
    keep_weekly: plan.keepWeekly,
    keep_monthly: plan.keepMonthly,
    recipients: plan.recipients,
    set_at: now,
  });
  remark({ detail: { folder: plan.folder } });
  return {};
});
