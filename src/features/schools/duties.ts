// What the system administrator has to see to before it dies: client secrets of providers that people sign in by.
import type { Duty, FindDuties } from '#kernel/duty.ts';
import { dyingSecretRows } from './provider-queries.ts';

const SEEN_DAYS = 30;
const SOON_DAYS = 7;

export const schoolsDuties: FindDuties = async (context): Promise<Duty[]> => {
  const { actor, db, scopeId, at } = context;
  if (actor.kind !== 'person' || !actor.roles.has('system-administrator')) return [];
  const today = at.toZonedDateTimeISO('Europe/London').toPlainDate();
  const rows = await dyingSecretRows(db, scopeId, today.add({ days: SEEN_DAYS }).toString());
  if (rows.length === 0) return [];
  const clauses = (await context.policy()).clausesOf('people.personal-login');
  return rows.map(({ id, label, secret_expires_on: day }) => ({
    id: `schools.renew-secret:${id}`,
    kind: 'schools.renew-secret',
    title: `Renew the client secret of ${label}`,
    detail:
      day! < today.toString()
        ? 'It has run out, so nobody can sign in by it. Passwords still work.'
        : 'When it runs out nobody can sign in by it. Make a new one there, and enter it here.',
    href: `/school/sign-in/${id}`,
    due: day,
    clauses,
    urgency: urgencyOf(today, day!),
  }));
};

function urgencyOf(today: Temporal.PlainDate, day: string): Duty['urgency'] {
  if (day < today.toString()) return 'overdue';
  return day <= today.add({ days: SOON_DAYS }).toString() ? 'soon' : 'calm';
}
