// The plan of backups, how old the last good one is, and how the newest went.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { isFirstSchool, systemAdministrators } from '#features/schools/index.ts';
import { notFirstSchool } from '../backup-fields.ts';
import { backupWorry } from '../backup-plan.ts';
import { backupPlanRow, lastBackups, newestBackups } from '../backup-queries.ts';

const SHOWN = 30;
const count = z.int().min(0);

export const readBackups = defineAction({
  name: 'operation.readBackups',
  kind: 'read',
  summary: 'Show the plan of backups, how old the last good one is, and how the newest went.',
  route: 'GET /operation/backups',
  scope: 'school',
  who: systemAdministrators,
  input: z.object({}),
  output: z.object({
    plan: z.object({
      dailyAt: z.string().nullable(),
      folder: z.string(),
      keepDaily: count,
      keepWeekly: count,
      keepMonthly: count,
      recipients: z.array(z.string()),
    }),
    /** When the newest good one was begun. */
    lastGood: z.string().nullable(),
    /** What is worth a word about them; null when all is well. */
    worry: z.object({ title: z.string(), detail: z.string() }).nullable(),
    newest: z.array(
      z.object({
        id: z.string(),
        reason: z.enum(['plan', 'asked', 'command']),
        startedAt: z.string(),
        endedAt: z.string(),
        outcome: z.enum(['good', 'failed']),
        file: z.string(),
        bytes: count,
        tables: count,
        rows: count,
        files: count,
        filesMissing: count,
        isEncrypted: z.boolean(),
        isTried: z.boolean(),
        problem: z.string(),
      }),
    ),
  }),
  errors: ['not-first-school'],
  controls: ['operation.backups'],
}).handle(async ({ db, scopeId, at }) => {
  if (!(await isFirstSchool(db, scopeId))) throw notFirstSchool();
  const [plan, last, rows] = await Promise.all([
    backupPlanRow(db, scopeId),
    lastBackups(db, scopeId),
    newestBackups(db, scopeId, SHOWN),
  ]);
  const worry = backupWorry(last, at);
  return {
    plan: {
      dailyAt: plan?.daily_at ?? null,
      folder: plan?.folder ?? '',
      keepDaily: plan?.keep_daily ?? 7,
      keepWeekly: plan?.keep_weekly ?? 4,
      keepMonthly: plan?.keep_monthly ?? 6,
      recipients: plan?.recipients ?? [],
    },
    lastGood: last.good,
    worry: worry && { title: worry.title, detail: worry.detail },
    newest: rows.map((row) => ({
      id: row.id,
      reason: row.reason as 'plan',
      startedAt: row.started_at,
      endedAt: row.ended_at,
      outcome: row.outcome as 'good',
      file: row.file,
      bytes: row.bytes,
      tables: row.tables,
      rows: row.rows,
      files: row.files,
      filesMissing: row.files_missing,
      isEncrypted: row.is_encrypted,
      isTried: row.is_tried,
      problem: row.problem,
    })),
  };
});
