// Operation: what a system administrator keeps an eye on, and puts right: processes, jobs, room, versions.
import { defineFeature } from '#kernel/feature.ts';
import { giveUpJob } from './actions/give-up-job.ts';
import { readOperation } from './actions/read-operation.ts';
import { retryJob } from './actions/retry-job.ts';
import { operationControls } from './controls.ts';

export { operationDuties } from './duties.ts';

export const operation = defineFeature({
  name: 'operation',
  summary: 'What runs, what failed, how much room is left, and which versions these are.',
  actions: [readOperation, retryJob, giveUpJob],
  controls: operationControls,
});
