// What Gatepost makes real about training, induction, guidance and the figures quoted in them.
import { defineControl } from '#kernel/control.ts';

export const trainingControls = [
  defineControl({
    id: 'training.programme',
    kind: 'workflow',
    promise:
      'Training is planned by the leadership team, assigned to groups with a date, given by the policy itself to the kinds of people that it names, asked for again when it runs out, and everybody’s progress is shown to those who plan it, group by group.',
    settings: ['training.modules', 'training.who', 'training.renewalMonths'],
  }),
  defineControl({
    id: 'training.records',
    kind: 'record',
    promise:
      'Each person’s training is on record with the module, the edition that was read, the date and how: on the page, by its questions, at a session or by a certificate.',
    settings: ['training.modules', 'training.renewalMonths'],
    cannot: 'It shows that questions were answered or somebody was there, not what they will do.',
  }),
  defineControl({
    id: 'training.induction',
    kind: 'workflow',
    promise:
      'New people have an induction list that cannot be completed before the talk about social media is on record, with who held it and when.',
    settings: ['training.modules'],
  }),
  defineControl({
    id: 'training.gate',
    kind: 'enforced',
    promise:
      'Nobody begins, sends or publishes a post while training that the policy puts before it is missing or has run out; the refusal says which and leads there.',
    settings: ['runner.gate', 'training.gate', 'training.modules', 'training.renewalMonths'],
  }),
  defineControl({
    id: 'training.platform-module',
    kind: 'enforced',
    promise: 'A short module on a platform is finished before the first post there.',
    settings: ['training.gate', 'training.modules'],
    cannot: 'The school’s own noticeboard and website need none.',
  }),
  defineControl({
    id: 'training.reminders',
    kind: 'workflow',
    promise:
      'Advice, updates and reminders go out once, each term or each year; who was given each one and when, and who has read it, is on record, and one that was forgotten shows as late.',
    settings: [],
  }),
  defineControl({
    id: 'training.sourced-facts',
    kind: 'record',
    promise:
      'Figures quoted in training carry their date, their source and a day to check them again; when training with one that is overdue is given out, its owner is asked to renew it.',
    settings: [],
  }),
];
