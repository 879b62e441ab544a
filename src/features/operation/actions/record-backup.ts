// Write down how a backup went.
import { z } from 'zod';
import { either, onlyOperator, onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { isFirstSchool } from '#features/schools/index.ts';
import { notFirstSchool } from '../backup-fields.ts';
import { forgetBackupsBefore, insertBackup } from '../backup-queries.ts';

const count = z.int().min(0);
const REMEMBERED = { hours: 24 * 400 } as const;

export const recordBackup = defineAction({
  name: 'operation.recordBackup',
  kind: 'write',
  summary: 'Write down how a backup went.',
  route: 'POST /operation/backups',
  scope: 'school',
  who: either(onlySystem, onlyOperator),
  input: z.object({
    reason: z.enum(['plan', 'asked', 'command']),
    startedAt: z.iso.datetime(),
    outcome: z.enum(['good', 'failed']),
    file: z.string().default(''),
    bytes: count.default(0),
    tables: count.default(0),
    rows: count.default(0),
    files: count.default(0),
    filesMissing: count.default(0),
    isEncrypted: z.boolean().default(false),
    isTried: z.boolean().default(false),
    problem: z.string().max(2_000).default(''),
  }),
  output: z.object({ backupId: z.string() }),
  errors: ['not-first-school'],
  controls: ['operation.backups'],
  about: ({ reason, outcome, bytes, rows, files }, { backupId }) => ({ backupId, reason, outcome, bytes, rows, files }),
}).handle(async ({ db, scopeId, at, now, newId }, made) => {
  if (!(await isFirstSchool(db, scopeId))) throw notFirstSchool();
  const { startedAt, filesMissing, isEncrypted, isTried, ...rest } = made;
  const id = newId();
  await insertBackup(db, scopeId, {
    id,
    ...rest,
    started_at: startedAt,
    ended_at: now < startedAt ? startedAt : now, // the clock was set back meanwhile
    files_missing: filesMissing,
    is_encrypted: isEncrypted,
    is_tried: isTried,
  });
  await forgetBackupsBefore(db, scopeId, at.subtract(REMEMBERED).toString());
  return { backupId: id };
});
