// Duties: Today gathers what each feature asks of a person.
import { defineFeature } from '#kernel/feature.ts';
import { findDigests } from './actions/find-digests.ts';
import { listToday } from './actions/list-today.ts';
import { queueDigests } from './actions/queue-digests.ts';
import { dutiesControls } from './controls.ts';
import { sendDigests } from './jobs/send-digests.ts';

export const duties = defineFeature({
  name: 'duties',
  summary: 'Today: what waits for me, with its clause and its time.',
  actions: [listToday, findDigests, queueDigests],
  controls: dutiesControls,
  jobs: [sendDigests],
});
