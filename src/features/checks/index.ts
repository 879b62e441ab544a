// Checks: what a draft may say under the policy in force. No data of its own; other features hand it words and facts.
import { defineFeature } from '#kernel/feature.ts';
import { checksControls } from './controls.ts';

export { checkDraft, keysOf, prepareDraft, readerForSeveral, type Checked, type PreparedDraft } from './check-draft.ts';
export { contestKey, longestDraft, type Draft, type DraftMedia, type Facts, type MatchedPerson } from './draft.ts';
export {
  isStronger,
  ruleNames,
  strongest,
  type Finding,
  type MediaPart,
  type Outcome,
  type RuleName,
  type Severity,
} from './finding.ts';

export const checks = defineFeature({
  name: 'checks',
  summary: 'What a draft may say: names, contact details, tone, promises and the rest, each by the policy in force.',
  actions: [],
  controls: checksControls,
});
