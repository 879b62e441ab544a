// A lock as its trust sees it: what is locked, from when, and which schools are looser still. Pure.
import { z } from 'zod';
import { knownSetting } from '../answer.ts';
import { answerShape } from '../change-input.ts';
import { answerView } from '../setting-view.ts';
import { answerOfLock } from './put-trust-version.ts';
import type { LockRow } from './queries.ts';
import type { SchoolAtTrust } from './schools-at-trust.ts';

export const lockAtTrustShape = z.object({
  lockId: z.string(),
  answer: answerShape,
  clauses: z.array(z.string()),
  effectiveOn: z.string(),
  days: z.number(),
  reason: z.string(),
  liftedOn: z.string().nullable(),
  looser: z
    .array(z.object({ school: z.string(), dueOn: z.string(), state: z.enum(['coming', 'due', 'overdue']) }))
    .describe('Schools that are looser, as they last said'),
});

export const lockAtTrust = (row: LockRow, schools: readonly SchoolAtTrust[]): z.infer<typeof lockAtTrustShape> => ({
  lockId: row.id,
  answer: answerView(knownSetting(row.setting_id), answerOfLock(row)),
  clauses: row.clauses,
  effectiveOn: row.effective_on,
  days: row.days,
  reason: row.reason,
  liftedOn: row.lifted_on,
  looser: schools.flatMap(({ name, conflicts }) =>
    conflicts.filter(({ lockId }) => lockId === row.id).map(({ dueOn, state }) => ({ school: name, dueOn, state })),
  ),
});
