// What backups ask of the system administrator of the first school: that there are any.
import { holds } from '#kernel/access.ts';
import type { Duty, FindDuties } from '#kernel/duty.ts';
import { isFirstSchool, SYSTEM_ADMINISTRATOR } from '#features/schools/index.ts';
import { backupWorry } from './backup-plan.ts';
import { lastBackups } from './backup-queries.ts';

export const backupDuties: FindDuties = async (context): Promise<Duty[]> => {
  const { actor, db, scopeId, at } = context;
  if (!holds(actor, SYSTEM_ADMINISTRATOR) || !(await isFirstSchool(db, scopeId))) return [];
  const worry = backupWorry(await lastBackups(db, scopeId), at);
  if (worry === null) return [];
  const { thing, title, detail, urgency } = worry;
  const clauses = (await context.policy()).clausesOf('operation.backups');
  return [
    {
      id: `operation.${thing}:${scopeId}`,
      kind: `operation.${thing}`,
      title,
      detail,
      href: '/school/operation',
      due: null,
      clauses,
      urgency,
    },
  ];
};
