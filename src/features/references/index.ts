// References: the policies, the law and the guidance that the policy is read with and rests on.
import { defineFeature } from '#kernel/feature.ts';
import { addGuidance } from './actions/add-guidance.ts';
import { addLinkedPolicy } from './actions/add-linked-policy.ts';
import { addWatchItem } from './actions/add-watch-item.ts';
import { changeGuidance } from './actions/change-guidance.ts';
import { changeLinkedPolicy } from './actions/change-linked-policy.ts';
import { citeGuidance } from './actions/cite-guidance.ts';
import { closeWatchItem } from './actions/close-watch-item.ts';
import { confirmGuidance } from './actions/confirm-guidance.ts';
import { confirmLinkedPolicy } from './actions/confirm-linked-policy.ts';
import { confirmWatchItem } from './actions/confirm-watch-item.ts';
import { endLinkedPolicy } from './actions/end-linked-policy.ts';
import { findOwners } from './actions/find-owners.ts';
import { listGaps } from './actions/list-gaps.ts';
import { listReferences } from './actions/list-references.ts';
import { remindOwners } from './actions/remind-owners.ts';
import { replaceGuidance } from './actions/replace-guidance.ts';
import { referencesControls } from './controls.ts';
import { remindOwnersJob } from './jobs/remind-owners-job.ts';

export { referencesDuties } from './duties.ts';
export { insteadOf, type ReferenceGap } from './gaps.ts';
export type { GuidanceEntry } from './guidance.ts';
export { LINKED_KINDS, type LinkedKind } from './linked-kinds.ts';
export type { LinkedLine } from './linked.ts';
export { closeWatch, confirmGuidanceEntry, confirmWatch } from './look-at.ts';
export { noteReminders, remindersSent } from './queries.ts';
export { closingWords, guidanceKey } from './reference-fields.ts';
export { readRegister, referenceGaps, type ReferenceRegister } from './register.ts';
export { missingForAdoption, requireLinkedPolicies } from './require-linked.ts';

export const references = defineFeature({
  name: 'references',
  summary: 'Linked policies, law and guidance, and what is expected to change.',
  actions: [
    listReferences,
    listGaps,
    addLinkedPolicy,
    changeLinkedPolicy,
    confirmLinkedPolicy,
    endLinkedPolicy,
    addGuidance,
    changeGuidance,
    confirmGuidance,
    replaceGuidance,
    citeGuidance,
    addWatchItem,
    confirmWatchItem,
    closeWatchItem,
    findOwners,
    remindOwners,
  ],
  controls: referencesControls,
  jobs: [remindOwnersJob],
});
