// Mail that does not go out, for whoever keeps the server. A school without mail hears nothing of it.
import type { Duty, FindDuties } from '#kernel/duty.ts';
import { oldestOverdue } from './queries.ts';
import { serverInUse } from './server-queries.ts';
import { toldOf } from './told.ts';

/** Mail that should have been out for so long is late whatever the reason. */
const LATE_MINUTES = 60;

export const mailDuties: FindDuties = async (context): Promise<Duty[]> => {
  const { actor, db, scopeId, at } = context;
  if (actor.kind !== 'person' || !actor.roles.has('system-administrator')) return [];
  const server = await serverInUse(db);
  if (!server) return [];
  const late = await oldestOverdue(db, scopeId, at.subtract({ minutes: LATE_MINUTES }).toString());
  if (server.failing_since === null && late === null) return [];
  const found =
    server.failing_since === null ? null : toldOf({ ...server, serverId: server.school_id }, scopeId, server);
  return [
    {
      id: `mail.failing:${scopeId}`,
      kind: 'mail.failing',
      title: found ? 'The mail server takes no mail' : 'Mail has been waiting for more than an hour',
      detail: found ? `${found.message} ${found.remedy}` : 'Look at the list of messages, and send a test.',
      href: '/school/mail',
      due: server.failing_since ?? late,
      clauses: [],
      urgency: 'overdue',
    },
  ];
};
