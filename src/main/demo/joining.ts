// Everybody else of a school of the demo: entered, given what they answer for, joined by an invitation, some of them away.
import { operator } from '#kernel/actor.ts';
import type { Secret } from '#kernel/secret.ts';
import type { From } from '#sign-in/port.ts';
import type { App } from '../compose.ts';
import { joinSignedIn, joinWithPassword } from '../links.ts';
import type { DemoPerson, DemoSchool } from './school.ts';
import type { When } from './school-days.ts';
import { passwordOf } from './sign-in-links.ts';

export const FROM: From = { ip: '127.0.0.1', userAgent: 'the demo' };

/** @param logins ids of logins by the names that stories use; those who join are added */
export async function enterPeople(
  app: App,
  schoolId: string,
  school: DemoSchool,
  logins: Map<string, string>,
  secret: Secret,
): Promise<void> {
  const { people } = app.as(operator(schoolId));
  const { first } = school;
  // Set-up knows only that its first person is staff.
  await people.setTypes({ personId: (await rowOf(app, schoolId, first.email)).id, types: first.types });
  const ids = new Map<string, string>();
  const idOf = (key: string): string => ids.get(key)!;
  for (const { key, email, jobTitle, signOff = '', types, ...person } of school.people) {
    const { personId } = await people.add({ ...nameOf(person), email, jobTitle, signOff, types });
    ids.set(key, personId);
  }
  for (const person of school.people) {
    if (person.outside !== true) logins.set(person.key, await join(app, schoolId, idOf(person.key), person, secret));
  }
  for (const { key, responsibilities = [] } of school.people) {
    for (const responsibility of responsibilities) {
      const deputy = school.deputies.find((one) => one.of === key && one.responsibility === responsibility);
      await people.grantResponsibility({
        personId: idOf(key),
        responsibility,
        ...(deputy ? { deputyId: idOf(deputy.by) } : {}),
      });
    }
  }
}

/** Says who is away, for as many weekdays from yesterday on. */
export async function sendAway(app: App, schoolId: string, school: DemoSchool, when: When): Promise<void> {
  const { people } = app.as(operator(schoolId));
  for (const { who, days } of school.away) {
    const { email } = school.people.find(({ key }) => key === who)!;
    const absences = [{ startsOn: when.dateBack(1), endsOn: when.dateAhead(days) }];
    await people.setAbsence({ personId: (await rowOf(app, schoolId, email)).id, absences });
  }
}

/** By an invitation link and a password; whoever works at another school of the trust keeps their login. @returns the login's id */
async function join(
  app: App,
  schoolId: string,
  personId: string,
  { email }: DemoPerson,
  secret: Secret,
): Promise<string> {
  const { token } = await app.as(operator(schoolId)).people.invite({ personId });
  const password = passwordOf(email, secret);
  const known = await app.database.owner.query('select from person where email = $1 and login_id is not null limit 1', [
    email,
  ]);
  if (known.rowCount === 0) {
    await joinWithPassword(app, token, password, FROM);
    return loginOf(app, schoolId, email);
  }
  const session = await app.signIn.signIn({ email, password, cookieHeader: null, ...FROM });
  if (session.kind !== 'session') throw new Error(`${email} could not sign in.`);
  await joinSignedIn(app, token, { ...session, email });
  return session.loginId;
}

export async function loginOf(app: App, schoolId: string, email: string): Promise<string> {
  const { login_id } = await rowOf(app, schoolId, email);
  if (login_id === null) throw new Error(`${email} has not joined.`);
  return login_id;
}

async function rowOf(
  { database }: App,
  schoolId: string,
  email: string,
): Promise<{ id: string; login_id: string | null }> {
  const { rows } = await database.owner.query<{ id: string; login_id: string | null }>(
    'select id, login_id from person where school_id = $1 and email = $2',
    [schoolId, email],
  );
  return rows[0]!;
}

export function nameOf({ name }: Pick<DemoPerson, 'name'>): { firstName: string; lastName: string } {
  const [firstName = name, ...rest] = name.split(' ');
  return { firstName, lastName: rest.join(' ') };
}
