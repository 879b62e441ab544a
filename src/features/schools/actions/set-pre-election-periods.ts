// Say when the school stands before an election: party politics is then stopped, not only put to the headteacher.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { keepers } from '../access.ts';
import { setPreElectionPeriodsRow } from '../queries.ts';
import { preElectionPeriodSchema } from '../school.ts';

export const setPreElectionPeriods = defineAction({
  name: 'schools.setPreElectionPeriods',
  kind: 'write',
  summary: 'Say from when to when the school stands before an election.',
  route: 'PUT /school/pre-election-periods',
  scope: 'school',
  who: keepers,
  token: 'schools:write',
  input: z.object({ periods: z.array(preElectionPeriodSchema).max(50, 'At most 50.') }),
  output: z.object({}),
  controls: ['schools.calendar', 'checks.election-periods'],
}).handle(async ({ db, scopeId }, { periods }) => {
  await setPreElectionPeriodsRow(db, scopeId, periods);
  return {};
});
