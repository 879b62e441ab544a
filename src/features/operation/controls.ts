// What Gatepost makes real about being looked after.
import { defineControl } from '#kernel/control.ts';

export const operationControls = [
  defineControl({
    id: 'operation.watch',
    kind: 'report',
    promise:
      'The system administrator sees what failed and why, how much room is left and when the certificate ends, and is told before any of it stops the work.',
    settings: [],
    cannot: 'It sees nothing while Gatepost does not run: that is for a watch from outside, on /readyz.',
  }),
];
