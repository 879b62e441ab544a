// The first day of the demo's trust: its schools, each with its first person, calendar, lists and roll.
import { operator } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import type { Secret } from '#kernel/secret.ts';
import type { App } from '../compose.ts';
import { ensureInstallation, finishSetUp, setUpFrom } from '../set-up.ts';
import { classList } from './class-list.ts';
import { FROM, loginOf, nameOf } from './joining.ts';
import type { DemoPerson, DemoSchool } from './school.ts';
import { schoolYearAround } from './school-days.ts';
import { passwordOf } from './sign-in-links.ts';

export interface Founded {
  readonly schoolId: string;
  readonly trustId: string;
  /** Of the school's first person. */
  readonly loginId: string;
}

/** The trust and its first school, by the same link that a fresh installation prints. */
export async function foundTrust(app: App, trust: string, school: DemoSchool, secret: Secret): Promise<Founded> {
  const { details, model, first } = school;
  const { setUpLink } = await ensureInstallation(app);
  const token = setUpLink?.split('/').at(-1) ?? '';
  const place = await setUpFrom(app, token);
  if (!place) throw new Error('This installation has been set up already.');
  const { trustId, firstSchoolId: schoolId } = place;
  const password = passwordOf(first.email, secret);
  await finishSetUp(app, token, { trust, school: details, model, you: youOf(first), password }, FROM);
  return { schoolId, trustId, loginId: await loginOf(app, schoolId, first.email) };
}

/** A further school of the trust. */
export async function foundSchool(app: App, trustId: string, school: DemoSchool, secret: Secret): Promise<Founded> {
  const { details, model, first } = school;
  const password = passwordOf(first.email, secret);
  const made = await app.signIn.createLogin({ email: first.email, name: first.name, password });
  if (made.kind !== 'created') throw new Error(`There is a login of ${first.email} already.`);
  const schoolId = newId(app.clock.now());
  const operating = app.as(operator(schoolId));
  await operating.policy.setUp({ trustId, school: details, model, you: { ...youOf(first), loginId: made.loginId } });
  await operating.accounts.fillCatalogue({});
  await operating.accounts.openNoticeboard({});
  return { schoolId, trustId, loginId: made.loginId };
}

/** @param seed which children are on the roll */
export async function keepLists(
  app: App,
  schoolId: string,
  school: DemoSchool,
  seed: number,
  now: Temporal.Instant,
): Promise<void> {
  const { schools, people } = app.as(operator(schoolId));
  await schools.setCalendar(schoolYearAround(now, school.hours));
  await schools.setOwnContacts({ contacts: school.ownContacts });
  await schools.setConfidentialTerms({ terms: school.confidential });
  await people.importPupils({ text: classList(school.classes, seed), covers: 'whole-roll' });
}

const youOf = (person: DemoPerson) => ({ ...nameOf(person), email: person.email, jobTitle: person.jobTitle });
