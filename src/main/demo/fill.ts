// Fills a fresh installation with the demo: a trust, three schools, their people, pupils and accounts, and six weeks of posts.
// Everything is done by the actions that anybody uses, each at its own time, so that the ledger is a real one.
import { randomBytes } from 'node:crypto';
import { operator } from '#kernel/actor.ts';
import type { MovableClock } from '#kernel/clock.ts';
import { newId } from '#kernel/id.ts';
import type { From } from '#sign-in/port.ts';
import type { App } from '../compose.ts';
import { joinSignedIn, joinWithPassword } from '../links.ts';
import { ensureInstallation, finishSetUp, setUpFrom } from '../set-up.ts';
import { classList } from './class-list.ts';
import { runDueJobs } from './due-jobs.ts';
import { fairwaterHigh } from './fairwater-high.ts';
import { millrace } from './millrace.ts';
import type { DemoPerson, DemoSchool } from './school.ts';
import { schoolYearAround, whenFrom, type When } from './school-days.ts';
import { stBrides } from './st-brides.ts';
import { createStage, type Stage } from './stage.ts';

export const TRUST = 'Fairwater Learning Trust';
export const SCHOOLS: readonly DemoSchool[] = [millrace, stBrides, fairwaterHigh];

const FROM: From = { ip: '127.0.0.1', userAgent: 'the demo' };

interface Login {
  readonly loginId: string;
  readonly email: string;
  readonly password: string;
}

export interface Filling {
  readonly app: App;
  readonly clock: MovableClock;
  /** Told each step that takes longer than a second. */
  readonly progress: (line: string) => void;
  readonly signal: AbortSignal;
}

/** @param now until when the demo's past lasts */
export async function fillDemo({ app, clock, progress, signal }: Filling, now: Temporal.Instant): Promise<void> {
  const when = whenFrom(now);
  clock.set(when.schoolDay(30, '09:00'));
  const logins = new Map<string, Login>();
  const stages: [DemoSchool, Stage][] = [];
  let trustId: string | null = null;
  for (const school of SCHOOLS) {
    progress(`Filling ${school.details.name} …`);
    const founded: Founded = trustId === null ? await foundTrust(app, school) : await foundSchool(app, school, trustId);
    trustId = founded.trustId;
    logins.set(school.first.key, founded.login);
    await keepSchool(app, founded.schoolId, school, now);
    await enterPeople(app, founded.schoolId, school, logins, when);
    const accounts = await openAccounts(app, founded.schoolId, school, logins, when);
    const cast = {
      schoolId: founded.schoolId,
      logins: new Map([...logins].map(([key, { loginId }]) => [key, loginId])),
      accounts,
    };
    stages.push([school, createStage(app, cast)]);
    signal.throwIfAborted();
  }
  progress('Living through six weeks of posts …');
  const scenes = stages.flatMap(([school, stage]) => school.posts(stage, when));
  for (const scene of scenes.toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))) {
    await runDueJobs(app, clock, scene.at);
    await scene.play();
    signal.throwIfAborted();
  }
  await runDueJobs(app, clock, now);
}

interface Founded {
  readonly schoolId: string;
  readonly trustId: string;
  readonly login: Login;
}

/** The trust and its first school, by the same link that a fresh installation prints. */
async function foundTrust(app: App, { details, model, first }: DemoSchool): Promise<Founded> {
  const { setUpLink } = await ensureInstallation(app);
  const token = setUpLink?.split('/').at(-1) ?? '';
  const place = await setUpFrom(app, token);
  if (!place) throw new Error('This installation has been set up already.');
  const password = newPassword();
  await finishSetUp(app, token, { trust: TRUST, school: details, model, you: youOf(first), password }, FROM);
  const loginId = await loginOf(app, place.firstSchoolId, first.email);
  return { schoolId: place.firstSchoolId, trustId: place.trustId, login: { loginId, email: first.email, password } };
}

/** A further school of the trust. */
async function foundSchool(app: App, { details, model, first }: DemoSchool, trustId: string): Promise<Founded> {
  const password = newPassword();
  const made = await app.signIn.createLogin({ email: first.email, name: first.name, password });
  if (made.kind !== 'created') throw new Error(`There is a login of ${first.email} already.`);
  const schoolId = newId(app.clock.now());
  const operating = app.as(operator(schoolId));
  await operating.policy.setUp({ trustId, school: details, model, you: { ...youOf(first), loginId: made.loginId } });
  await operating.accounts.fillCatalogue({});
  await operating.accounts.openNoticeboard({});
  return { schoolId, trustId, login: { loginId: made.loginId, email: first.email, password } };
}

async function keepSchool(app: App, schoolId: string, school: DemoSchool, now: Temporal.Instant): Promise<void> {
  const { schools, people } = app.as(operator(schoolId));
  await schools.setCalendar(schoolYearAround(now, school.hours));
  await schools.setOwnContacts({ contacts: school.ownContacts });
  await schools.setConfidentialTerms({ terms: school.confidential });
  await people.importPupils({ text: classList(school.classes, SCHOOLS.indexOf(school) + 1), covers: 'whole-roll' });
}

/** Enters everybody, gives them what they answer for, and lets those join who sign in. */
async function enterPeople(
  app: App,
  schoolId: string,
  school: DemoSchool,
  logins: Map<string, Login>,
  when: When,
): Promise<void> {
  const { people } = app.as(operator(schoolId));
  const ids = new Map<string, string>();
  for (const { key, email, jobTitle, signOff = '', types, ...person } of school.people) {
    const { personId } = await people.add({ ...nameOf(person), email, jobTitle, signOff, types });
    ids.set(key, personId);
  }
  const joining = school.people.filter(({ outside }) => outside !== true);
  const joined = await Promise.all(
    joining.map(
      async (person) =>
        [person.key, await join(app, schoolId, ids.get(person.key)!, person, logins.get(person.key))] as const,
    ),
  );
  for (const [key, login] of joined) logins.set(key, login);
  for (const { key, responsibilities = [] } of school.people) {
    for (const responsibility of responsibilities) {
      const deputy = school.deputies.find((one) => one.of === key && one.responsibility === responsibility);
      const deputyId = deputy && ids.get(deputy.by);
      await people.grantResponsibility({
        personId: ids.get(key)!,
        responsibility,
        ...(deputyId === undefined ? {} : { deputyId }),
      });
    }
  }
  for (const { who, days } of school.away) {
    await people.setAbsence({
      personId: ids.get(who)!,
      absences: [{ startsOn: when.dateBack(1), endsOn: when.dateAhead(days) }],
    });
  }
}

/** By an invitation link and a password; whoever works at another school of the trust already keeps their login. */
async function join(
  app: App,
  schoolId: string,
  personId: string,
  person: DemoPerson,
  had: Login | undefined,
): Promise<Login> {
  const { token } = await app.as(operator(schoolId)).people.invite({ personId });
  if (had) {
    const answer = await app.signIn.signIn({ ...had, cookieHeader: null, ...FROM });
    if (answer.kind !== 'session') throw new Error(`${person.name} could not sign in.`);
    await joinSignedIn(app, token, { ...answer, email: had.email });
    return had;
  }
  const password = newPassword();
  await joinWithPassword(app, token, password, FROM);
  return { loginId: await loginOf(app, schoolId, person.email), email: person.email, password };
}

/** @returns the accounts by the names that stories use */
async function openAccounts(
  app: App,
  schoolId: string,
  school: DemoSchool,
  logins: ReadonlyMap<string, Login>,
  when: When,
): Promise<Map<string, string>> {
  const cast = new Map([...logins].map(([key, { loginId }]) => [key, loginId]));
  const stage = createStage(app, { schoolId, logins: cast, accounts: new Map() });
  const keeper = await stage.as(school.first.key);
  const head = await stage.as(
    school.people.find(({ responsibilities }) => responsibilities?.includes('headteacher'))!.key,
  );
  const { platforms } = await keeper.accounts.listPlatforms({});
  const accounts = new Map<string, string>();
  for (const { key, platform, details, authors, runners } of school.accounts) {
    const platformId = platforms.find((one) => one.key === platform)!.id;
    const { accountId } = details
      ? await keeper.accounts.register({ ...details, platformId, openedOn: when.dateBack(400) })
      : await keeper.accounts.openNoticeboard({});
    for (const who of authors)
      await head.accounts.grantAuthority({ accountId, personId: await stage.personId(who), scope: 'draft' });
    for (const who of runners)
      await head.accounts.grantAuthority({ accountId, personId: await stage.personId(who), scope: 'run' });
    accounts.set(key, accountId);
  }
  return accounts;
}

async function loginOf(app: App, schoolId: string, email: string): Promise<string> {
  const { rows } = await app.database.owner.query<{ login_id: string }>(
    'select login_id from person where school_id = $1 and email = $2',
    [schoolId, email],
  );
  return rows[0]!.login_id;
}

function nameOf({ name }: Pick<DemoPerson, 'name'>): { firstName: string; lastName: string } {
  const [firstName = name, ...rest] = name.split(' ');
  return { firstName, lastName: rest.join(' ') };
}

const youOf = (person: DemoPerson) => ({ ...nameOf(person), email: person.email, jobTitle: person.jobTitle });
/** Kept only while the demo is filled; the sign-in links need none. */
const newPassword = (): string => randomBytes(24).toString('base64url');
