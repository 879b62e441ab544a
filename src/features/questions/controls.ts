// What Gatepost makes real about questions on the policy.
import { defineControl } from '#kernel/control.ts';

export const questionsControls = [
  defineControl({
    id: 'policy.questions',
    kind: 'workflow',
    promise:
      'A question can be asked from any clause, or where none fits; it goes to whoever the policy names as first contact, who answers is reminded each week while it waits, the asker is told of the answer, and the answer is kept and can be published to staff beside the clause.',
    settings: ['questions.firstContact'],
  }),
];
