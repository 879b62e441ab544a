// What Gatepost makes real about the documents that a policy is read with and rests on.
import { defineControl } from '#kernel/control.ts';

export const referencesControls = [
  defineControl({
    id: 'policy.linked-register',
    kind: 'record',
    promise:
      'Linked policies, of the school or its trust, are held with owner, version and review date; one that is missing or out of date is shown on the policy’s page.',
    settings: [],
    cannot: 'It holds where each of them is, not what it says.',
  }),
  defineControl({
    id: 'policy.linked-in-date',
    kind: 'enforced',
    promise:
      'The policy cannot be adopted while the safeguarding policy or the code of conduct is missing or out of date.',
    settings: [],
  }),
  defineControl({
    id: 'policy.guidance-register',
    kind: 'record',
    promise:
      'Laws and guidance the policy rests on are held with body, edition and successor, and come up to be checked each September and at each review.',
    settings: [],
    cannot: 'It does not read new editions: a person looks whether there is one.',
  }),
];
