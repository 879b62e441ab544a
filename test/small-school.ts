// For database tests of one feature: real actions on a real database, schools with people, each under a policy of its choice.
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import { z } from 'zod';
import { openDatabase, type Database } from '#db/open.ts';
import { onlyOperator } from '#kernel/access.ts';
import { defineAction, type Action, type AnyAction, type InputOf, type OutputOf } from '#kernel/action.ts';
import { operator, systemActor, type Actor, type PersonActor } from '#kernel/actor.ts';
import { movableClock, type MovableClock } from '#kernel/clock.ts';
import type { Feature } from '#kernel/feature.ts';
import { newId } from '#kernel/id.ts';
import { keyringOf } from '#kernel/keyring.ts';
import type { PolicyInForce } from '#kernel/policy.ts';
import { createRegistry } from '#kernel/registry.ts';
import { createRun } from '#kernel/run.ts';
import { Secret } from '#kernel/secret.ts';
import { dayOf, grant, insertPerson, type PersonType, type Responsibility } from '#features/people/index.ts';
import { loadModelPolicy, policyInForce, type ModelPolicyName } from '#features/policy/index.ts';
import { insertSchool } from '#features/schools/index.ts';
import { openTestDatabase, type TestDatabase } from './database/open.ts';

export interface SmallSchool {
  readonly id: string;
  /** Enters somebody; their rights are read afresh each time they act. */
  person(name: string, ...roles: (PersonType | Responsibility)[]): Promise<string>;
  /** Does something as that person, signed in with a fresh factor. */
  as<A extends Action>(personId: string, action: A, input: InputOf<A>): Promise<OutputOf<A>>;
  asSystem<A extends Action>(action: A, input: InputOf<A>): Promise<OutputOf<A>>;
  asOperator<A extends Action>(action: A, input: InputOf<A>): Promise<OutputOf<A>>;
  actor(personId: string): Promise<PersonActor>;
}

export interface SmallSchools {
  readonly clock: MovableClock;
  readonly database: Database;
  /** A school of its own for a test, under one of the model policies or one made for it. */
  open(policy: ModelPolicyName | PolicyInForce): Promise<SmallSchool>;
  /** Puts another policy in force from now on. */
  changePolicy(school: SmallSchool, policy: ModelPolicyName | PolicyInForce): Promise<void>;
  run(actor: Actor, action: AnyAction, input: unknown): Promise<unknown>;
}

const START = '2026-11-20T09:00:00Z';

/** @param features those under test and those before them */
export function smallSchools(features: readonly Feature[]): SmallSchools {
  const clock = movableClock(START);
  const policies = new Map<string, PolicyInForce>();
  let testDatabase: TestDatabase;
  let database: Database;
  let run: ReturnType<typeof createRun>;

  beforeAll(async () => {
    testDatabase = await openTestDatabase();
    const onError = (error: unknown) => {
      throw error;
    };
    const keyring = keyringOf([new Secret(new Uint8Array(randomBytes(32)))]);
    database = await openDatabase({ address: testDatabase.owner, keyring, clock, onError, onHead: () => {} });
    const { subscribers, controls } = createRegistry(features);
    run = createRun({
      clock,
      subscribers,
      controls,
      begin: database.begin,
      policyFor: async (_db, schoolId) => policies.get(schoolId)!,
      sealNow: database.sealer.sealNow,
      unsealed: database.sealer.wake,
    });
  });
  afterAll(async () => {
    await database.close();
    await testDatabase.drop();
  });

  const put = async (id: string, policy: ModelPolicyName | PolicyInForce) =>
    void policies.set(id, typeof policy === 'string' ? await modelPolicy(policy) : policy);

  return {
    clock,
    get database() {
      return database;
    },
    run: (actor, action, input) => run(actor, action, input),
    changePolicy: ({ id }, policy) => put(id, policy),
    async open(policy) {
      const id = newId(clock.now());
      await put(id, policy);
      const perform = <A extends Action>(actor: Actor, action: A, input: InputOf<A>) =>
        run(actor, action as unknown as AnyAction, input) as Promise<OutputOf<A>>;
      const asOperator: SmallSchool['asOperator'] = (action, input) => perform(operator(id), action, input);
      await asOperator(foundSchool, { slug: `school-${id}` });
      const actor = async (personId: string): Promise<PersonActor> => {
        const { rows } = await database.owner.query<{ roles: string[] }>(
          'select app.person_roles($1, $2, $3) as roles',
          [id, personId, dayOf(clock.now())],
        );
        return {
          kind: 'person',
          scopeId: id,
          loginId: personId,
          personId,
          name: 'Somebody',
          roles: new Set(rows[0]!.roles),
          via: 'session',
          credentialId: personId,
          factorAt: clock.now(),
          scopes: null,
        };
      };
      return {
        id,
        actor,
        asOperator,
        asSystem: (action, input) => perform(systemActor(id, 'test'), action, input),
        as: async (personId, action, input) => perform(await actor(personId), action, input),
        person: async (name, ...roles) => (await asOperator(enterPerson, { name, roles })).personId,
      };
    },
  };
}

export async function modelPolicy(name: ModelPolicyName): Promise<PolicyInForce> {
  const [document, starter] = await Promise.all([loadModelPolicy(name), loadModelPolicy('starter')]);
  return policyInForce(document, starter);
}

const foundSchool = defineAction({
  name: 'test.foundSchool',
  kind: 'write',
  summary: 'Found a school for a test.',
  route: 'POST /test/school',
  scope: 'school',
  who: onlyOperator,
  input: z.object({ slug: z.string() }),
  output: z.object({}),
}).handle(async ({ db, scopeId, now }, { slug }) => {
  const said = {
    name: 'Millrace Primary School',
    shortName: 'Millrace',
    phase: 'primary',
    division: 'england-and-wales',
  };
  await insertSchool(db, { id: scopeId, trustId: null, slug, ...said }, now);
  return {};
});

const TYPES: readonly string[] = ['pupil', 'staff', 'supply', 'governor', 'volunteer', 'contractor', 'carer'];

const enterPerson = defineAction({
  name: 'test.enterPerson',
  kind: 'write',
  summary: 'Enter somebody for a test.',
  route: 'POST /test/people',
  scope: 'school',
  who: onlyOperator,
  input: z.object({ name: z.string(), roles: z.array(z.string()) }),
  output: z.object({ personId: z.string() }),
}).handle(async (context, { name, roles }) => {
  const [firstName = '', ...rest] = name.split(' ');
  const types = roles.filter((role): role is PersonType => TYPES.includes(role));
  const personId = await insertPerson(context, {
    firstName,
    lastName: rest.join(' '),
    types: types.length > 0 ? types : ['staff'],
  });
  for (const role of roles.filter((word) => !TYPES.includes(word))) {
    await grant(context, { personId, responsibility: role as Responsibility });
  }
  return { personId };
});
