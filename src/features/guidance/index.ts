// Guidance: short guides where they are needed, “May I…?”, my rules, and the policy for each audience.
import { defineFeature } from '#kernel/feature.ts';
import { guidanceControls } from './controls.ts';

export const guidance = defineFeature({
  name: 'guidance',
  summary: 'What the policy asks of each person, said when they need it and in words for them.',
  actions: [],
  controls: guidanceControls,
});
