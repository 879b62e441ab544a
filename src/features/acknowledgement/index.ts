// Acknowledgement: who has read the policy to its end and confirmed, signed or refused it, and reminders until they answer.
import { on } from '#kernel/events.ts';
import { defineFeature } from '#kernel/feature.ts';
import { askedAnew } from '#features/policy/index.ts';
import { addPaper } from './actions/add-paper.ts';
import { answerQuestions } from './actions/answer-questions.ts';
import { askPeople } from './actions/ask-people.ts';
import { confirmPolicy } from './actions/confirm-policy.ts';
import { confirmReference } from './actions/confirm-reference.ts';
import { countReferences } from './actions/count-references.ts';
import { findRemindersDue } from './actions/find-reminders-due.ts';
import { listAsked } from './actions/list-asked.ts';
import { listLed } from './actions/list-led.ts';
import { readCoverage } from './actions/read-coverage.ts';
import { readMine } from './actions/read-mine.ts';
import { readPaper } from './actions/read-paper.ts';
import { readResponsibilities } from './actions/read-responsibilities.ts';
import { readSheet } from './actions/read-sheet.ts';
import { recordPaper } from './actions/record-paper.ts';
import { refusePolicy } from './actions/refuse-policy.ts';
import { remindNext } from './actions/remind-next.ts';
import { signPolicy } from './actions/sign-policy.ts';
import { turnPart } from './actions/turn-part.ts';
import { acknowledgementControls } from './controls.ts';
import { remindPeople } from './jobs/remind-people.ts';

export { openPaper, receivePaper } from './doors.ts';
export { acknowledgementDuties } from './duties.ts';
export { askNow, standings, type Ask, type Asked } from './load.ts';
export { coverageOf } from './coverage.ts';
export { missingAcknowledgement, type Missing } from './missing.ts';

export const acknowledgement = defineFeature({
  name: 'acknowledgement',
  summary: 'Who has read the policy to its end and confirmed, signed or refused it, and who is late.',
  actions: [
    readMine,
    turnPart,
    answerQuestions,
    confirmPolicy,
    signPolicy,
    refusePolicy,
    confirmReference,
    countReferences,
    readCoverage,
    listAsked,
    listLed,
    askPeople,
    findRemindersDue,
    remindNext,
    recordPaper,
    addPaper,
    readPaper,
    readResponsibilities,
    readSheet,
  ],
  controls: acknowledgementControls,
  jobs: [remindPeople],
  subscribers: [on(askedAnew, remindPeople)],
});
