// What Gatepost makes real about writing a policy.
import { defineControl } from '#kernel/control.ts';

export const draftingControls = [
  defineControl({
    id: 'policy.drafting',
    kind: 'workflow',
    promise:
      'People with the right to write policy draft the next version from the one in force, an earlier one, a model, a file or pasted text; every change is marked, with who made it and when.',
    cannot: 'Text that is pasted is matched to what Gatepost does by a person; it only suggests.',
    settings: [],
  }),
];
