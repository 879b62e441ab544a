// Checks: what a draft may say under the policy in force. No data of its own; other features hand it words and facts.
import { defineFeature } from '#kernel/feature.ts';
import { checksControls } from './controls.ts';

export { prepareDraft, readerForSeveral, type PreparedDraft } from './check-draft.ts';
export { contestKey, type Facts } from './draft.ts';
export { isStronger, strongest, type Finding, type Outcome } from './finding.ts';

export const checks = defineFeature({
  name: 'checks',
  summary: 'What a draft may say: names, contact details, tone, promises and the rest, each by the policy in force.',
  actions: [],
  controls: checksControls,
});
