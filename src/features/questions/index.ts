// Questions: asked about the policy, answered by whoever it names, kept, and published as notes beside clauses.
import { defineFeature } from '#kernel/feature.ts';
import { answerQuestion } from './actions/answer-question.ts';
import { askQuestion } from './actions/ask-question.ts';
import { findUnanswered } from './actions/find-unanswered.ts';
import { listNotes } from './actions/list-notes.ts';
import { listQuestions } from './actions/list-questions.ts';
import { publishNote } from './actions/publish-note.ts';
import { remindAnswerers } from './actions/remind-answerers.ts';
import { withdrawNote } from './actions/withdraw-note.ts';
import { questionsControls } from './controls.ts';
import { remindAnswerersJob } from './jobs/remind-answerers-job.ts';

export { clauseIdSchema, clauseInForce } from './clause.ts';
export { questionsDuties } from './duties.ts';
export { noteRows, questionFigureRows } from './queries.ts';
export { answerers, asContact, askable, firstContact, type Asked } from './who-is-asked.ts';

export const questions = defineFeature({
  name: 'questions',
  summary: 'Questions about the policy, their answers, and the notes that come of them.',
  actions: [
    askQuestion,
    answerQuestion,
    listQuestions,
    listNotes,
    publishNote,
    withdrawNote,
    findUnanswered,
    remindAnswerers,
  ],
  controls: questionsControls,
  jobs: [remindAnswerersJob],
});
