// An invented school for tests: a database of its own, a clock that is moved by hand, and people made by the actions themselves.
import { randomBytes, randomUUID } from 'node:crypto';
import { sha256 } from '#kernel/canonical.ts';
import { countCalls } from '#db/call-count.ts';
import { openDatabase, type Database } from '#db/open.ts';
import { people } from '#features/people/index.ts';
import { policy, policyPort, type ModelPolicyName } from '#features/policy/index.ts';
import { schools } from '#features/schools/index.ts';
import { operator, type Actor, type LinkActor, type PersonActor } from '#kernel/actor.ts';
import { movableClock, type MovableClock } from '#kernel/clock.ts';
import type { Feature } from '#kernel/feature.ts';
import { keyringOf, type Keyring } from '#kernel/keyring.ts';
import { callable, createRegistry, type Api, type Registry, type Run } from '#kernel/registry.ts';
import { createRun } from '#kernel/run.ts';
import { Secret } from '#kernel/secret.ts';
import { newId } from '#kernel/id.ts';
import { openTestDatabase } from './database/open.ts';

const GROUND = [schools, people, policy] as const;
type Ground = typeof GROUND;
type PersonType = Parameters<Api<Ground>['people']['add']>[0]['types'][number];
type Responsibility = Parameters<Api<Ground>['people']['grantResponsibility']>[0]['responsibility'];

export interface TestPerson {
  readonly name?: string;
  readonly types?: readonly PersonType[];
  readonly responsibilities?: readonly Responsibility[];
  /** False for somebody who has not joined and so cannot sign in. */
  readonly joined?: boolean;
}

export interface TestSchool {
  readonly id: string;
  readonly slug: string;
  /** The person who set the school up: account administrator and system administrator. */
  readonly first: PersonActor;
  /** Enters a person, gives them what they answer for, lets them join, and signs them in just now with a fresh factor. */
  person(wanted?: TestPerson): Promise<PersonActor>;
  /** The same person as they are now: roles read afresh, the factor just shown. */
  again(person: PersonActor): Promise<PersonActor>;
}

export interface TestApp<Features extends readonly unknown[]> {
  readonly as: (actor: Actor) => Api<Features>;
  readonly run: Run;
  readonly registry: Registry;
  readonly clock: MovableClock;
  readonly keyring: Keyring;
  readonly database: Database;
  /** What the owner of the database sees: every row of every school. */
  rows<Row>(sql: string, values?: unknown[]): Promise<Row[]>;
  school(name?: string, model?: ModelPolicyName): Promise<TestSchool>;
  /** Who comes with this secret of a personal link. */
  linkHolder(token: string): Promise<LinkActor>;
  drop(): Promise<void>;
}

/** A Friday morning in term. */
const START = '2026-11-20T09:00:00Z';

/**
 * @param more features beyond schools, people and policy, in their order
 * @example const app = await openTestApp(); const mill = await app.school(); const head = await mill.person({ responsibilities: ['headteacher'] });
 */
export async function openTestApp<const More extends readonly Feature[] = readonly []>(
  more?: More,
): Promise<TestApp<readonly [...Ground, ...More]>> {
  const features = [...GROUND, ...(more ?? [])] as unknown as readonly [...Ground, ...More];
  const registry = createRegistry(features as unknown as readonly Feature[]);
  const testDatabase = await openTestDatabase();
  const clock = movableClock(START);
  const keyring = keyringOf([new Secret(new Uint8Array(randomBytes(32)))]);
  const troubles: unknown[] = [];
  const database = await openDatabase({
    address: testDatabase.owner,
    keyring,
    clock,
    connections: 4,
    onHead: () => {},
    onError: (error) => void troubles.push(error),
  });
  const run = createRun({
    clock,
    subscribers: registry.subscribers,
    controls: registry.controls,
    actions: registry.actions,
    keyring,
    begin: database.begin,
    policyFor: await policyPort(),
    sealNow: database.sealer.sealNow,
    unsealed: database.sealer.wake,
    tally: countCalls(database.owner),
  });
  const as = callable(features as unknown as readonly Feature[], run) as unknown as (
    actor: Actor,
  ) => Api<readonly [...Ground, ...More]>;
  const ground = as as unknown as (actor: Actor) => Api<Ground>;
  const rows = async <Row>(sql: string, values: unknown[] = []) =>
    (await database.owner.query(sql, values)).rows as Row[];
  const linkHolder = async (token: string): Promise<LinkActor> => {
    const [link] = await rows<{ school_id: string; id: string; purpose: string }>(
      'select * from app.invitation_by_token($1)',
      [sha256(token)],
    );
    if (!link) throw new Error('There is no such link.');
    return { kind: 'link', scopeId: link.school_id, purpose: link.purpose, linkId: link.id };
  };
  const parts: Parts = { ground, rows, clock, linkHolder };
  return {
    as,
    run,
    registry,
    clock,
    keyring,
    database,
    rows,
    linkHolder,
    school: (name, model) => setUpSchool(parts, name, model),
    async drop() {
      await database.close();
      const before = troubles.length; // dropping the database ends what is still connected
      await testDatabase.drop();
      if (before > 0) throw new AggregateError(troubles, 'The database connections had trouble.');
    },
  };
}

interface Parts {
  readonly ground: (actor: Actor) => Api<Ground>;
  readonly rows: TestApp<Ground>['rows'];
  readonly clock: MovableClock;
  readonly linkHolder: (token: string) => Promise<LinkActor>;
}

async function setUpSchool(
  parts: Parts,
  name = 'Millrace Primary School',
  model: ModelPolicyName = 'starter',
): Promise<TestSchool> {
  const { ground, clock } = parts;
  const operating = operator(newId(clock.now()));
  const loginId = randomUUID();
  const { schoolId, personId, slug } = await ground(operating).policy.setUp({
    school: {
      name,
      shortName: name,
      phase: 'primary',
      division: 'england-and-wales',
      slug: `school-${randomBytes(4).toString('hex')}`,
    },
    model,
    you: {
      firstName: 'Gwen',
      lastName: 'Setter',
      email: `gwen.${randomBytes(4).toString('hex')}@example.sch.uk`,
      loginId,
    },
  });
  return {
    id: schoolId,
    slug,
    first: await actorOf(parts, schoolId, personId),
    person: (wanted) => makePerson(parts, schoolId, wanted),
    again: (person) => actorOf(parts, schoolId, person.personId),
  };
}

async function makePerson(parts: Parts, schoolId: string, wanted: TestPerson = {}): Promise<PersonActor> {
  const { ground, linkHolder } = parts;
  const {
    name = `Ada ${INVENTED[randomBytes(1)[0]! % INVENTED.length]}`,
    types = ['staff'],
    responsibilities = [],
    joined = true,
  } = wanted;
  const [firstName = name, ...rest] = name.split(' ');
  const operating = ground(operator(schoolId)).people;
  const { personId } = await operating.add({
    firstName,
    lastName: rest.join(' ') || 'Tester',
    email: types.includes('pupil') ? '' : `p.${randomBytes(6).toString('hex')}@example.sch.uk`,
    types: [...types],
  });
  for (const responsibility of responsibilities) await operating.grantResponsibility({ personId, responsibility });
  if (joined && !types.includes('pupil') && !types.every((type) => type === 'carer' || type === 'visitor')) {
    const { token } = await operating.invite({ personId });
    await ground(await linkHolder(token)).people.acceptInvitation({ loginId: randomUUID() });
  }
  return actorOf(parts, schoolId, personId);
}

const INVENTED = ['Quill', 'Marrow', 'Thistlewood', 'Penhallow', 'Okonjo', 'Rahmani', 'Lindqvist', 'Tregear'];

async function actorOf({ rows, clock }: Parts, schoolId: string, personId: string): Promise<PersonActor> {
  const [person] = await rows<{ login_id: string | null; name: string; roles: string[] }>(
    `select login_id, first_name || ' ' || last_name as name,
            app.person_roles(school_id, id, ($3::timestamptz at time zone 'Europe/London')::date) as roles
       from person where school_id = $1 and id = $2`,
    [schoolId, personId, clock.now().toString()],
  );
  if (!person) throw new Error('There is no such person.');
  return {
    kind: 'person',
    scopeId: schoolId,
    loginId: person.login_id ?? randomUUID(),
    personId,
    name: person.name,
    roles: new Set(person.roles),
    via: 'session',
    credentialId: randomUUID(),
    factorAt: clock.now(),
    scopes: null,
  };
}
