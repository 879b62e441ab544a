// What Gatepost makes real about signatures.
import { defineControl } from '#kernel/control.ts';

export const signaturesControls = [
  defineControl({
    id: 'policy.signatures',
    kind: 'enforced',
    promise:
      'Each signature the policy asks for is given in person and bound to the exact version, in the order given, with an open or complete list; it is never removed or carried over, and anybody can verify it from a file.',
    settings: ['adoption.signatures', 'roles.named'],
    cannot:
      'It proves whose login typed the name, with a fresh proof that it was them; it cannot see whose hand it was.',
  }),
];
