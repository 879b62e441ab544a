// Nobody may do anything unless an action says so: every action, tried by a visitor, by somebody without a role, by a bare token.
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase, type Database } from '#db/open.ts';
import { features } from '#features/index.ts';
import { anySignedIn, anyone } from '#kernel/access.ts';
import type { AnyAction } from '#kernel/action.ts';
import { visitor, type Actor, type PersonActor } from '#kernel/actor.ts';
import { movableClock } from '#kernel/clock.ts';
import { isFailure } from '#kernel/errors.ts';
import { keyringOf } from '#kernel/keyring.ts';
import { createRegistry, type Run } from '#kernel/registry.ts';
import { createRun } from '#kernel/run.ts';
import { Secret } from '#kernel/secret.ts';
import { openTestDatabase, type TestDatabase } from '#test/database/open.ts';

/** What somebody who is not signed in may ask for: it shows only what is published. */
const OPEN_TO_VISITORS = [
  'schools.readFront',
  'policy.listModels',
  'guidance.readView',
  'guidance.searchView',
  'accounts.listOfficial',
  'media.readPublished',
  'posts.readNoticeboard',
  'posts.readNotice',
];
/** How an action says that everybody at the school may call it, each for what is their own. */
const EVERYBODY = [anySignedIn.words, 'people who are signed in'];

const registry = createRegistry(features);
const actions = [...registry.actions.values()];
const school = randomUUID();
const clock = movableClock('2026-11-20T09:00:00Z');
let place: TestDatabase;
let database: Database;
let run: Run;

beforeAll(async () => {
  place = await openTestDatabase();
  const onError = (error: unknown): void => console.error(error);
  const keyring = keyringOf([new Secret(new Uint8Array(randomBytes(32)))]);
  database = await openDatabase({
    address: place.owner,
    keyring,
    clock,
    connections: 2,
    onHead: () => undefined,
    onError,
  });
  run = createRun({
    clock,
    subscribers: registry.subscribers,
    controls: registry.controls,
    actions: registry.actions,
    keyring,
    begin: database.begin,
    policyFor: () => Promise.reject(new Error('An action that is denied asks for no policy.')),
    sealNow: database.sealer.sealNow,
    unsealed: database.sealer.wake,
  });
});
afterAll(async () => {
  await database.close();
  await place.drop();
});

const person = (roles: readonly string[], scopes: readonly string[] | null): PersonActor => ({
  kind: 'person',
  scopeId: school,
  loginId: randomUUID(),
  personId: randomUUID(),
  name: 'Invented Person',
  roles: new Set(roles),
  via: scopes === null ? 'session' : 'token',
  credentialId: randomUUID(),
  factorAt: clock.now(),
  scopes: scopes === null ? null : new Set(scopes),
});

/** `posts.submit: invalid` for each action that said anything but the wanted kind of no. */
async function otherAnswers(actor: Actor, wanted: string, tried: readonly AnyAction[]): Promise<string[]> {
  const odd: string[] = [];
  for (const action of tried) {
    const answer = await run(actor, action, {}).then(
      () => 'done',
      (error: unknown) => (isFailure(error) ? error.kind : String(error)),
    );
    if (answer !== wanted) odd.push(`${action.name}: ${answer}`);
  }
  return odd;
}

const entries = async (): Promise<number> =>
  (await database.owner.query<{ n: number }>('select count(*)::int as n from entry where scope_id = $1', [school]))
    .rows[0]!.n;

it('lets a visitor do nothing that is not on the short list', async () => {
  const closed = actions.filter(({ name }) => !OPEN_TO_VISITORS.includes(name));
  expect(await otherAnswers(visitor(school), 'unauthenticated', closed)).toEqual([]);
  const open = actions.filter(({ scope, who }) => scope === 'public' && who.allows(visitor(school)));
  expect(open.map(({ name }) => name).toSorted()).toEqual(OPEN_TO_VISITORS.toSorted());
});

it('lets somebody without a role do only what everybody at the school may, and records each no', async () => {
  const nobody = person([], null);
  const open = actions.filter(({ who }) => who.allows(nobody));
  const meant = open.filter(({ who }) => who === anyone || EVERYBODY.some((words) => who.words.includes(words)));
  expect(open.filter((action) => !meant.includes(action)).map(({ name }) => name)).toEqual([]);
  const closed = actions.filter((action) => !open.includes(action));
  const before = await entries();
  expect(await otherAnswers(nobody, 'forbidden', closed)).toEqual([]);
  expect(await entries()).toBe(before + closed.length);
});

const everyRole = (
  'headteacher deputy-headteacher slt dsl deputy-dsl administrator system-administrator computing-lead business-manager ' +
  'data-protection-lead chair-of-governors governor account-runner author staff supply volunteer contractor carer pupil'
).split(' ');

it('lets an access token without scopes do nothing, whoever holds it', async () => {
  expect(await otherAnswers(person(everyRole, []), 'forbidden', actions)).toEqual([]);
});

it('lets no access token do what needs a person, whatever its scopes', async () => {
  const everyScope = actions.flatMap(({ token }) => token ?? []);
  const personal = actions.filter(({ token }) => token === undefined);
  expect(await otherAnswers(person(everyRole, everyScope), 'forbidden', personal)).toEqual([]);
});

it('asks for the factor again where an action says so, even of the headteacher', async () => {
  const stale = { ...person(everyRole, null), factorAt: null };
  const guarded = actions.filter(
    ({ freshFactorMinutes, who }) => freshFactorMinutes !== undefined && who.allows(stale),
  );
  expect(await otherAnswers(stale, 'forbidden', guarded)).toEqual([]);
});

it('lets the holder of a strange link, or a strange connector, do nothing', async () => {
  const closed = actions.filter(({ who }) => who !== anyone);
  const link: Actor = { kind: 'link', scopeId: school, purpose: 'invented', linkId: randomUUID() };
  const connector: Actor = { kind: 'connector', scopeId: school, connector: 'invented' };
  expect(await otherAnswers(link, 'forbidden', closed)).toEqual([]);
  expect(await otherAnswers(connector, 'forbidden', closed)).toEqual([]);
});
