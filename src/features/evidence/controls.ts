// What Gatepost makes real about showing what is done under the policy.
import { defineControl } from '#kernel/control.ts';

export const evidenceControls = [
  defineControl({
    id: 'reports.compliance',
    kind: 'report',
    promise: 'The headteacher sees what is done, due and missed under the policy.',
    settings: ['roles.accountable'],
    cannot: 'It counts what passed through Gatepost; what was done by another way is not in it.',
  }),
  defineControl({
    id: 'reports.governors',
    kind: 'report',
    promise:
      'Governors see figures by purpose, account and objective, good and bad, each walking back to its evidence.',
    settings: [],
    cannot: 'How many an account reached is read on the platform and typed in; Gatepost does not see it itself.',
  }),
];
