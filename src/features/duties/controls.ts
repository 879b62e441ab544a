// What Gatepost makes real about telling each person what is waiting for them.
import { defineControl } from '#kernel/control.ts';

export const dutiesControls = [
  defineControl({
    id: 'duties.today',
    kind: 'workflow',
    promise: 'Everybody has one list of what is waiting for them, with its deadline and the clause that asks for it.',
    settings: [],
  }),
];
