// Call off a change, or another policy, before its day has come.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { putsInForce } from '../access.ts';
import { callOff } from '../call-off.ts';

export const cancelChange = defineAction({
  name: 'policy.cancelChange',
  kind: 'write',
  summary: 'Call off a change of a setting, or another policy, before its day has come.',
  route: 'POST /policy/changes/{changeId}/cancel',
  scope: 'school',
  who: putsInForce,
  freshFactorMinutes: 240,
  sealed: true,
  input: z.object({ changeId: z.uuid() }),
  output: z.object({ versionId: z.string(), effectiveOn: z.string() }),
  errors: ['already-in-force', 'already-called-off'],
  controls: ['policy.in-force'],
  about: ({ changeId }, { versionId }) => ({ policyVersion: versionId, change: changeId }),
}).handle((context, { changeId }) => callOff(context, changeId));
