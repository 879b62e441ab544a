// Decisions: who must decide, on exactly what, and each vote. Used by posts, and later by applications and adoptions.
import { defineFeature } from '#kernel/feature.ts';
import { listWaiting } from './actions/list-waiting.ts';
import { decisionsControls } from './controls.ts';

export { approversFor, type Approver, type Holder } from './approvers.ts';
export { castVote, type VoteOutcome } from './cast-vote.ts';
export type { Answer, DecisionState } from './decision.ts';
export {
  approverRows,
  decisionsOn,
  decisionsWaitingFor,
  insertDecision,
  latestDecision,
  openDecisionRows,
  replaceApprovers,
  setDecisionState,
  voteRows,
  votesOn,
  insertVote,
} from './queries.ts';

export const decisions = defineFeature({
  name: 'decisions',
  summary: 'Who must decide, on exactly what, and each vote.',
  actions: [listWaiting],
  controls: decisionsControls,
});
