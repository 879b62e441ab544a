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
  defineControl({
    id: 'operation.backups',
    kind: 'record',
    promise:
      'Backups are made by the clock, locked for those whom the school names, read back after writing, and the system administrator is told when there is no good one.',
    settings: [],
    cannot: 'It cannot bring a backup to another place by itself, nor open one without the recovery key.',
  }),
];
