// Duties: Today gathers what each feature asks of a person.
import { defineFeature } from '#kernel/feature.ts';
import { listToday } from './actions/list-today.ts';
import { dutiesControls } from './controls.ts';

export const duties = defineFeature({
  name: 'duties',
  summary: 'Today: what waits for me, with its clause and its time.',
  actions: [listToday],
  controls: dutiesControls,
});
