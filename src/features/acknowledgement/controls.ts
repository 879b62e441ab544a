// What Gatepost makes real about confirming the policy.
import { defineControl } from '#kernel/control.ts';

export const acknowledgementControls = [
  defineControl({
    id: 'people.enrolment',
    kind: 'workflow',
    promise:
      'Everybody of a kind the policy binds or names is asked to confirm it from the day they join, computed from the directory, with a coverage figure for each group.',
    settings: ['scope.personTypes', 'ack.who'],
  }),
  defineControl({
    id: 'policy.acknowledgement',
    kind: 'record',
    promise:
      'Each person reads the version in force to its end, confirms each document that is read with it, and confirms or signs the exact words, with name, date, version and editions kept; refusals are kept as refusals, and reminders go on until there is an answer.',
    settings: ['ack.who', 'ack.kind', 'ack.deadline', 'ack.days', 'ack.yearly'],
    cannot:
      'It shows that each part was sent to the person and turned by them, and that they signed; not that it was taken to heart, nor that a linked document was opened.',
  }),
];
