// What the three answers to a waiting post are given, and what each may be met with.
import { z } from 'zod';

export const ballotFields = {
  postId: z.uuid(),
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('The hash of what was read'),
  checklist: z
    .record(z.string(), z.enum(['yes', 'no']))
    .default({})
    .describe('The answer to each point that the policy lists; all of them to approve'),
};

export const BALLOT_ERRORS = [
  'already-decided',
  'post-is-draft',
  'post-is-approved',
  'post-is-expired',
  'changed-meanwhile',
  'not-the-decider',
  'own-post',
] as const;
