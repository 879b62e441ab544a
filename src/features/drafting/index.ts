// Drafting: a policy while it is written, by several people at once, until it is sent on to be adopted.
import { defineFeature } from '#kernel/feature.ts';
import { addClause } from './actions/add-clause.ts';
import { beginDraft } from './actions/begin-draft.ts';
import { bringBackClause } from './actions/bring-back-clause.ts';
import { commentOnDraft } from './actions/comment-on-draft.ts';
import { comparePolicies } from './actions/compare-policies.ts';
import { discardDraft } from './actions/discard-draft.ts';
import { exportPolicy } from './actions/export-policy.ts';
import { importPolicy } from './actions/import-policy.ts';
import { listDocuments } from './actions/list-documents.ts';
import { listDraftSettings } from './actions/list-draft-settings.ts';
import { listDrafts } from './actions/list-drafts.ts';
import { listEdits } from './actions/list-edits.ts';
import { listUnmatched } from './actions/list-unmatched.ts';
import { matchClauses } from './actions/match-clauses.ts';
import { moveClause } from './actions/move-clause.ts';
import { numberAnew } from './actions/number-anew.ts';
import { previewDraft } from './actions/preview-draft.ts';
import { readClause } from './actions/read-clause.ts';
import { readDraft } from './actions/read-draft.ts';
import { readDraftEntries } from './actions/read-draft-entries.ts';
import { readDraftSetting } from './actions/read-draft-setting.ts';
import { removeClause } from './actions/remove-clause.ts';
import { removeEntry } from './actions/remove-entry.ts';
import { renameHeading } from './actions/rename-heading.ts';
import { saveAbout } from './actions/save-about.ts';
import { saveClause } from './actions/save-clause.ts';
import { saveDefinition } from './actions/save-definition.ts';
import { saveLinkedPolicy } from './actions/save-linked-policy.ts';
import { saveNote } from './actions/save-note.ts';
import { saveSetting } from './actions/save-setting.ts';
import { settleComment } from './actions/settle-comment.ts';
import { draftingControls } from './controls.ts';

export { readsDrafts, writesPolicy } from './access.ts';
export { draftStates, type DraftState } from './draft.ts';
export { draftReopened } from './events.ts';
export type { DraftProblem } from './problems.ts';
export { draftDocument, draftState, setDraftState, type DraftStanding } from './standing.ts';

export const drafting = defineFeature({
  name: 'drafting',
  summary: 'Drafts of the policy: written clause by clause, compared, commented on, exported.',
  actions: [
    listDrafts,
    listDocuments,
    beginDraft,
    importPolicy,
    readDraft,
    readClause,
    readDraftEntries,
    listDraftSettings,
    readDraftSetting,
    listUnmatched,
    listEdits,
    previewDraft,
    addClause,
    saveClause,
    moveClause,
    removeClause,
    bringBackClause,
    numberAnew,
    renameHeading,
    matchClauses,
    saveSetting,
    saveAbout,
    saveDefinition,
    saveLinkedPolicy,
    removeEntry,
    saveNote,
    commentOnDraft,
    settleComment,
    discardDraft,
    comparePolicies,
    exportPolicy,
  ],
  controls: draftingControls,
});
