// Does this school belong to a trust that is to be told how its policy is doing?
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { trustOfSchool } from '#features/schools/index.ts';

export const findTrust = defineAction({
  name: 'evidence.findTrust',
  kind: 'read',
  summary: 'Say whether there is a trust to be told how the policy is doing.',
  route: 'GET /evidence/trust',
  scope: 'school',
  who: onlySystem,
  input: z.object({}),
  output: z.object({ belongs: z.boolean() }),
  controls: ['reports.compliance'],
}).handle(async ({ db }) => ({ belongs: (await trustOfSchool(db)) !== undefined }));
