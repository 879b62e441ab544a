// Policies: documents as data, the version in force of each school, and what other features and the command line may use of them.
import { defineFeature } from '#kernel/feature.ts';
import { cancelChange } from './actions/cancel-change.ts';
import { changeSetting } from './actions/change-setting.ts';
import { clauseNames } from './actions/clause-names.ts';
import { findDefinition } from './actions/find-definition.ts';
import { findTrustFigure } from './actions/find-trust-figure.ts';
import { liftLock } from './actions/lift-lock.ts';
import { listModels } from './actions/list-models.ts';
import { listSettings } from './actions/list-settings.ts';
import { listVersions } from './actions/list-versions.ts';
import { lockSetting } from './actions/lock-setting.ts';
import { previewSetting } from './actions/preview-setting.ts';
import { publishToTrust } from './actions/publish-to-trust.ts';
import { putInForce } from './actions/put-in-force.ts';
import { putTrustInForce } from './actions/put-trust-in-force.ts';
import { readLock } from './actions/read-lock.ts';
import { readPolicy } from './actions/read-policy.ts';
import { readSetting } from './actions/read-setting.ts';
import { readTrustHere } from './actions/read-trust-here.ts';
import { readTrustPolicy } from './actions/read-trust-policy.ts';
import { seeTrustChanges } from './actions/see-trust-changes.ts';
import { setUp } from './actions/set-up.ts';
import { takeTrustPolicy } from './actions/take-trust-policy.ts';
import { policyControls } from './controls.ts';
import { tellTrust } from './jobs/tell-trust.ts';

export { answerInWords, capital, placeInWords } from './answer-in-words.ts';
export { answerCounts, comparePolicies, countsOf, type PolicyDifference } from './compare.ts';
export { policyControls } from './controls.ts';
export { differenceAsText } from './difference-as-text.ts';
export {
  issuedOf,
  type Clause,
  type Definition,
  type GivenSetting,
  type LinkedPolicy,
  type PolicyChoice,
  type PolicyDocument,
} from './document.ts';
export { definitionId } from './definition-id.ts';
export { documentFaults } from './document-faults.ts';
export { problemLine, type DocumentProblem, type Fault } from './document-problem.ts';
export { forces } from './document-schema.ts';
export { policyInForce } from './in-force.ts';
export {
  isModelPolicy,
  loadModelPolicy,
  modelPolicyNames,
  parsedModelPolicy,
  type ModelPolicyName,
} from './model-policies.ts';
export { plannedControls } from './planned-controls.ts';
export { loadPolicy, readPolicyText } from './policy-file.ts';
export type { ReadDocument } from './read-document.ts';
export { roleLabels, roleNames, type RoleName } from './role-names.ts';
export { policyAsText, showPolicy, showSettings, type ShownPolicy, type ShownSetting } from './show-policy.ts';
export { allSettings, settingById, settings } from './settings/index.ts';
export type { Severity } from './settings/checks.ts';
export type { PostCategory } from './settings/publishing.ts';
export type { Setting, Strictness } from './setting.ts';
export { atLeastAsStrict, isStricter, same } from './strictness.ts';
export {
  documentInForce,
  documentsInForce,
  documentsOf,
  localDate,
  policyPort,
  versionNow,
  type Documents,
} from './in-force-at.ts';
export { accountsNamed, documentOf, versionRows, type VersionRow } from './queries.ts';
export { answerAsText, answerFrom, answerOf, directionOf, sameAnswer, type Answer } from './answer.ts';
export { possibleAnswer } from './check-answer.ts';
export { controlsReading } from './controls-reading.ts';
export { placeKinds, placesFor } from './places-read.ts';
export { platformOptions, shapeOf, shapeSchema } from './setting-shape.ts';
export { answerView, doesOf, doesShape, placeView, wordsOf } from './setting-view.ts';
export { CHANGES_HEADING, clauseOfChange } from './with-answer.ts';
export { callOff } from './call-off.ts';
export { askedAnew } from './events.ts';
export { putVersionInForce } from './put-in-force.ts';
export { responsiblePersons, type ResponsibleRow } from './responsible-persons.ts';
export { livingVersions, versionOn, wholeBefore } from './version-line.ts';
export { againstLocks, behindOn, refuseAgainstLocks } from './trust/against-locks.ts';
export { trustDocumentOn, trustVersionRows } from './trust/queries.ts';
export { limitInWords } from './trust/breach-in-words.ts';
export { isOfTrust } from './trust/behind.ts';
export { isNewFigure, publishFigure, trustFigures, type Figure } from './trust/figures.ts';
export { lockConflicts, type LockConflict } from './trust/lock-conflicts.ts';
export { policyDuties } from './duties.ts';
export { putsInForce } from './access.ts';
export { answerShape, changeFields, placeShape } from './change-input.ts';
export { planChange, settingFor, type PlannedChange } from './plan-change.ts';

export const policy = defineFeature({
  name: 'policy',
  summary: 'The policy in force: its clauses, its settings, what Gatepost does about each.',
  actions: [
    readPolicy,
    clauseNames,
    findDefinition,
    listSettings,
    readSetting,
    previewSetting,
    changeSetting,
    cancelChange,
    listVersions,
    putInForce,
    setUp,
    listModels,
    readTrustHere,
    seeTrustChanges,
    takeTrustPolicy,
    findTrustFigure,
    publishToTrust,
    readTrustPolicy,
    putTrustInForce,
    readLock,
    lockSetting,
    liftLock,
  ],
  controls: policyControls,
  jobs: [tellTrust],
});
