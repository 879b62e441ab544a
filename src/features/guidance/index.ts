// Guidance: short guides where they are needed, “May I…?”, my rules, and the policy for each audience.
import { defineFeature } from '#kernel/feature.ts';
import { answerMayI } from './actions/answer-may-i.ts';
import { listGuides } from './actions/list-guides.ts';
import { readRules } from './actions/read-rules.ts';
import { readView } from './actions/read-view.ts';
import { searchView } from './actions/search-view.ts';
import { testScope } from './actions/test-scope.ts';
import { guidanceControls } from './controls.ts';

export const guidance = defineFeature({
  name: 'guidance',
  summary: 'What the policy asks of each person, said when they need it and in words for them.',
  actions: [answerMayI, listGuides, readRules, testScope, readView, searchView],
  controls: guidanceControls,
});
