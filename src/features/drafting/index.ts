// Drafting: a policy while it is written, by several people at once, until it is sent on to be adopted.
import { defineFeature } from '#kernel/feature.ts';
import { draftingControls } from './controls.ts';

export { readsDrafts, writesPolicy } from './access.ts';
export { draftStates, type DraftState } from './draft.ts';
export { draftReopened } from './events.ts';
export type { DraftProblem } from './problems.ts';
export { draftDocument, draftState, setDraftState, type DraftStanding } from './standing.ts';

export const drafting = defineFeature({
  name: 'drafting',
  summary: 'Drafts of the policy: written clause by clause, compared, commented on, exported.',
  actions: [],
  controls: draftingControls,
});
