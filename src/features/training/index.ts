// Training: modules in editions, who is asked by when, inductions, guidance that is read, and what somebody still has to learn.
import { defineFeature } from '#kernel/feature.ts';
import { addFact } from './actions/add-fact.ts';
import { assignModule } from './actions/assign-module.ts';
import { beginInduction } from './actions/begin-induction.ts';
import { completeInduction } from './actions/complete-induction.ts';
import { completeModule } from './actions/complete-module.ts';
import { endAssignment } from './actions/end-assignment.ts';
import { endFact } from './actions/end-fact.ts';
import { issueGuidance } from './actions/issue-guidance.ts';
import { listInductions } from './actions/list-inductions.ts';
import { listRecords } from './actions/list-records.ts';
import { markRead } from './actions/mark-read.ts';
import { noteInductionPoint } from './actions/note-induction-point.ts';
import { readIssue } from './actions/read-issue.ts';
import { readMine } from './actions/read-mine.ts';
import { readModule } from './actions/read-module.ts';
import { readPlan } from './actions/read-plan.ts';
import { readProgress } from './actions/read-progress.ts';
import { recordCertificate } from './actions/record-certificate.ts';
import { recordSession } from './actions/record-session.ts';
import { remindLearners } from './actions/remind-learners.ts';
import { retireGuidance } from './actions/retire-guidance.ts';
import { retireModule } from './actions/retire-module.ts';
import { writeGuidance } from './actions/write-guidance.ts';
import { writeModule } from './actions/write-module.ts';
import { trainingControls } from './controls.ts';
import { remindDaily } from './jobs/remind-daily.ts';

export { trainingDuties } from './duties.ts';
export { learners } from './learners.ts';
export { missingTraining, type Missing } from './missing.ts';
export { usualTermStart } from './term.ts';

export const training = defineFeature({
  name: 'training',
  summary: 'Training, induction and guidance: given out, done, read, and asked for again.',
  actions: [
    readMine,
    readModule,
    completeModule,
    readIssue,
    markRead,
    readPlan,
    readProgress,
    writeModule,
    retireModule,
    assignModule,
    endAssignment,
    listRecords,
    recordSession,
    recordCertificate,
    listInductions,
    beginInduction,
    noteInductionPoint,
    completeInduction,
    writeGuidance,
    issueGuidance,
    retireGuidance,
    addFact,
    endFact,
    remindLearners,
  ],
  controls: trainingControls,
  jobs: [remindDaily],
});
