// What a trust has locked, as its school is told it: by whom, with which clause, from when, and whether the school is looser.
import { z } from 'zod';
import type { Context } from '#kernel/context.ts';
import { trustOfSchool } from '#features/schools/index.ts';
import { answerShape } from '../change-input.ts';
import { knownSetting } from '../answer.ts';
import { answerView } from '../setting-view.ts';
import { conflictInWords } from './breach-in-words.ts';
import { lockConflicts } from './lock-conflicts.ts';
import { isStanding, lockOf, lockRows } from './queries.ts';

export const lockShape = z.object({
  lockId: z.string(),
  settingId: z.string(),
  question: z.string(),
  trust: z.string().describe('Whose lock it is'),
  answer: answerShape.describe('Stricter is allowed, looser is not'),
  fixed: z.boolean().describe('Of these answers none is stricter than another: only this one is allowed'),
  clauses: z.array(z.string()),
  effectiveOn: z.string(),
  reason: z.string(),
  conflict: z
    .object({
      words: z.string(),
      dueOn: z.string().describe('The last day on which the school may still be looser'),
      state: z.enum(['coming', 'due', 'overdue']),
    })
    .nullable()
    .describe('The school is looser, and nothing of it was changed'),
});
export type LockHere = z.infer<typeof lockShape>;

export async function locksHere(
  context: Pick<Context, 'db' | 'scopeId'>,
  today: string,
  settingId?: string,
): Promise<LockHere[]> {
  const { db } = context;
  const rows = (await lockRows(db, 'of-this-school', settingId)).filter((row) => isStanding(row, today));
  if (rows.length === 0) return [];
  const [trust, conflicts] = await Promise.all([trustOfSchool(db), lockConflicts(context, today, settingId)]);
  return rows.map((row) => {
    const lock = lockOf(row);
    const setting = knownSetting(lock.settingId);
    const conflict = conflicts.find(({ breach }) => breach.lock.id === lock.id);
    return {
      lockId: lock.id,
      settingId: lock.settingId,
      question: setting.question,
      trust: trust?.name ?? 'The trust',
      answer: answerView(setting, lock.answer),
      fixed: setting.order === 'none',
      clauses: [...lock.clauses],
      effectiveOn: lock.effectiveOn,
      reason: lock.reason,
      conflict: conflict
        ? { words: conflictInWords(conflict.breach), dueOn: conflict.dueOn, state: conflict.state }
        : null,
    };
  });
}
