// Have a backup made at once, as the plan says where and for whom.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { isFirstSchool, systemAdministrators } from '#features/schools/index.ts';
import { noRecipient, notFirstSchool } from '../backup-fields.ts';
import { backupPlanRow } from '../backup-queries.ts';
import { makeAskedBackup } from '../jobs/make-asked-backup.ts';

export const backUpNow = defineAction({
  name: 'operation.backUpNow',
  kind: 'write',
  summary: 'Have a backup made at once.',
  route: 'POST /operation/backups/now',
  scope: 'school',
  who: systemAdministrators,
  input: z.object({}),
  output: z.object({}),
  errors: ['not-first-school', 'no-recipient'],
  controls: ['operation.backups'],
}).handle(async ({ db, scopeId, enqueue }) => {
  if (!(await isFirstSchool(db, scopeId))) throw notFirstSchool();
  const plan = await backupPlanRow(db, scopeId);
  if (!plan || plan.recipients.length === 0) throw noRecipient();
  enqueue(makeAskedBackup, {}, { key: `operation.backup:${scopeId}` });
  return {};
});
