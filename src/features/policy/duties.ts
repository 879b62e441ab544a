// What the trust asks of whoever leads a school: to see what it has changed, and to follow a lock where the school is looser.
import type { Duty, FindDuties } from '#kernel/duty.ts';
import { trustOfSchool } from '#features/schools/index.ts';
import { localDate } from './in-force-at.ts';
import { unseenChanges } from './trust/changes-here.ts';
import { lockConflicts, type LockConflict } from './trust/lock-conflicts.ts';

const SOON_DAYS = 7;

export const policyDuties: FindDuties = async (context): Promise<Duty[]> => {
  const { actor, db, scopeId, at } = context;
  if (actor.kind !== 'person' || !actor.roles.has('headteacher')) return [];
  const trust = await trustOfSchool(db);
  if (!trust) return [];
  const today = await localDate(db, scopeId, at);
  const [changes, conflicts] = await Promise.all([unseenChanges(context), lockConflicts(context, today)]);
  const [latest] = changes;
  const news: Duty[] = latest
    ? [
        {
          id: `policy.trust-changed:${latest.at}`,
          kind: 'policy.trust-changed',
          title: `${trust.name} has changed its policy`,
          detail: latest.title,
          href: '/policy',
          due: null,
          clauses: [],
          urgency: 'soon',
        },
      ]
    : [];
  return [...news, ...conflicts.map((conflict) => toFollow(trust.name, conflict, today))];
};

const toFollow = (trust: string, { breach, dueOn, state }: LockConflict, today: string): Duty => ({
  id: `policy.follow-lock:${breach.lock.id}`,
  kind: 'policy.follow-lock',
  title: `Follow what ${trust} has locked`,
  detail: breach.setting.question,
  href: `/policy/settings/${breach.lock.settingId}`,
  due: dueOn,
  clauses: [...breach.lock.clauses],
  urgency: state === 'overdue' ? 'overdue' : dueOn <= soon(today) ? 'soon' : 'calm',
});

const soon = (today: string): string => Temporal.PlainDate.from(today).add({ days: SOON_DAYS }).toString();
