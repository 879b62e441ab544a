// What Gatepost makes real about the policy itself: in force, readable and cited.
import { defineControl } from '#kernel/control.ts';

export const policyControls = [
  defineControl({
    id: 'policy.document',
    kind: 'record',
    promise:
      'The policy is kept as numbered clauses and typed settings, each version unchanged once it is in force, with its date and what changed.',
    settings: [],
  }),
  defineControl({
    id: 'policy.in-force',
    kind: 'enforced',
    promise:
      'The version in force on the day decides what every action does, from its effective date and for that school alone.',
    settings: [],
  }),
  defineControl({
    id: 'policy.page',
    kind: 'guide',
    promise:
      'Everybody bound by the policy can read it with contents, numbered clauses and, for each clause, what Gatepost does about it and what it cannot do.',
    settings: [],
  }),
  defineControl({
    id: 'policy.definitions',
    kind: 'guide',
    promise: 'The terms a policy defines are one tap away wherever they are used on its page.',
    settings: [],
  }),
  defineControl({
    id: 'policy.choices',
    kind: 'record',
    promise:
      'Where a policy contradicts itself or is silent, the choice made is written down with its reason and shown as a choice.',
    settings: [],
  }),
  defineControl({
    id: 'policy.cited',
    kind: 'enforced',
    promise: 'Every refusal, finding and duty names the clause it comes from and what to do instead.',
    settings: [],
  }),
  defineControl({
    id: 'policy.linked',
    kind: 'guide',
    promise:
      'The policies and guidance this one relies on are listed beside it, and one the school has not supplied shows as a gap.',
    settings: [],
  }),
  defineControl({
    id: 'policy.trust-wide',
    kind: 'workflow',
    promise:
      'A trust’s policy is handed to all its schools, answers where theirs are silent, and the trust sees per school which version is in force and how many have confirmed it.',
    settings: [],
    cannot: 'The trust sees counts that each school publishes, and nobody’s name.',
  }),
  defineControl({
    id: 'policy.trust-lock',
    kind: 'enforced',
    promise:
      'A setting the trust has locked can be made stricter by a school and never looser; a school that was looser before sees it as a conflict with a day by which to follow.',
    settings: [],
  }),
];
