// What Gatepost makes real about how a policy comes into force.
import { defineControl } from '#kernel/control.ts';

export const adoptionControls = [
  defineControl({
    id: 'policy.adoption',
    kind: 'enforced',
    promise:
      'A version comes into force by a recorded adoption: approved in the order the policy names, by a meeting with its members, votes and minute where a body decides, signed, and from a day. Until then the version before it stays in force.',
    settings: ['adoption.signatures'],
    cannot: 'A meeting is recorded as its minutes say; Gatepost was not in the room.',
  }),
  defineControl({
    id: 'policy.responsible-persons',
    kind: 'enforced',
    promise:
      'The policy prints its table of responsible persons from the register of roles and cannot be adopted with an empty row.',
    settings: ['roles.named', 'roles.accountable'],
  }),
];
