// What Gatepost makes real about who decides something and what exactly was decided.
import { defineControl } from '#kernel/control.ts';

export const decisionsControls = [
  defineControl({
    id: 'decisions.named-decider',
    kind: 'enforced',
    promise: 'Only a person the policy names for a decision, or their dated deputy, can make it.',
    settings: [],
  }),
  defineControl({
    id: 'decisions.not-your-own',
    kind: 'enforced',
    promise: 'Nobody decides on their own work or their own request, whatever their role.',
    settings: [],
  }),
  defineControl({
    id: 'decisions.deputies',
    kind: 'workflow',
    promise:
      'When the person who should decide is away or took part, the decision passes to the dated deputy and then along the order the policy gives; if nobody is left it waits and says so.',
    settings: ['roles.deputies'],
  }),
  defineControl({
    id: 'decisions.exact-thing',
    kind: 'enforced',
    promise: 'A decision is bound to exactly what was shown, so that any later change needs a new decision.',
    settings: [],
  }),
  defineControl({
    id: 'decisions.record',
    kind: 'record',
    promise: 'Each decision keeps who decided, when, on what, which way and why, and the person who asked is told.',
    settings: [],
  }),
];
