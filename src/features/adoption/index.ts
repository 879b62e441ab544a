// Adoption: a draft is approved in order, signed, and in force from its day; nothing else takes the place of what is in force.
import { defineFeature } from '#kernel/feature.ts';
import { adoptPolicy } from './actions/adopt-policy.ts';
import { askApproversAnew } from './actions/ask-approvers-anew.ts';
import { closeEdited } from './actions/close-edited.ts';
import { decideAdoption } from './actions/decide-adoption.ts';
import { findMoved } from './actions/find-moved.ts';
import { listAdoptions } from './actions/list-adoptions.ts';
import { previewAdoption } from './actions/preview-adoption.ts';
import { readAdoption } from './actions/read-adoption.ts';
import { recordMeeting } from './actions/record-meeting.ts';
import { sendForApproval } from './actions/send-for-approval.ts';
import { signAdoption } from './actions/sign-adoption.ts';
import { withdrawAdoption } from './actions/withdraw-adoption.ts';
import { adoptionControls } from './controls.ts';
import { askApproversNightly, askApproversOfLeaver, whenAnApproverLeaves } from './jobs/ask-approvers.ts';
import { closeEditedJob, whenADraftIsEdited } from './jobs/close-edited-draft.ts';

export { adoptionDuties } from './duties.ts';
export { bodyKinds, outcomeOf, votesCast, type BodyKind, type Meeting, type MeetingOutcome } from './meeting.ts';

export const adoption = defineFeature({
  name: 'adoption',
  summary: 'How a draft of the policy is approved, signed and adopted.',
  actions: [
    listAdoptions,
    readAdoption,
    previewAdoption,
    sendForApproval,
    decideAdoption,
    recordMeeting,
    signAdoption,
    adoptPolicy,
    withdrawAdoption,
    findMoved,
    askApproversAnew,
    closeEdited,
  ],
  controls: adoptionControls,
  jobs: [askApproversNightly, askApproversOfLeaver, closeEditedJob],
  subscribers: [whenAnApproverLeaves, whenADraftIsEdited],
});
