// Operation: what a system administrator keeps an eye on, and puts right: processes, jobs, room, versions.
import { defineFeature } from '#kernel/feature.ts';
import { backUpNow } from './actions/back-up-now.ts';
import { findDueBackup } from './actions/find-due-backup.ts';
import { giveUpJob } from './actions/give-up-job.ts';
import { readBackups } from './actions/read-backups.ts';
import { readOperation } from './actions/read-operation.ts';
import { recordBackup } from './actions/record-backup.ts';
import { retryJob } from './actions/retry-job.ts';
import { setBackupPlan } from './actions/set-backup-plan.ts';
import { setBackupRecipients } from './actions/set-backup-recipients.ts';
import { operationControls } from './controls.ts';
import { makeAskedBackup } from './jobs/make-asked-backup.ts';
import { makePlannedBackup } from './jobs/make-planned-backup.ts';

export { operationDuties } from './duties.ts';

export const operation = defineFeature({
  name: 'operation',
  summary: 'What runs, what failed, how much room is left, and which versions these are.',
  actions: [
    readOperation,
    retryJob,
    giveUpJob,
    readBackups,
    setBackupPlan,
    setBackupRecipients,
    backUpNow,
    findDueBackup,
    recordBackup,
  ],
  controls: operationControls,
  jobs: [makeAskedBackup, makePlannedBackup],
});
