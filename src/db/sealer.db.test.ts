// Sealing: one chain for a scope, however many seal at once; nothing left out, nothing twice.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '#kernel/clock.ts';
import { newId } from '#kernel/id.ts';
import { makeEntry } from '#kernel/ledger.ts';
import { createVerifier } from '#kernel/verify.ts';
import { openTestApp } from '#test/school.ts';
import { ledgerSteps } from './ledger-rows.ts';
import { createSealer, type Head, type Sealer } from './sealer.ts';
import { openSigningKey, publicSigningKeys } from './signing-key.ts';
import { keyringOf } from '#kernel/keyring.ts';
import { Secret } from '#kernel/secret.ts';
import { randomBytes } from 'node:crypto';

let app: Awaited<ReturnType<typeof openTestApp>>;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.drop());

async function append(scopeId: string): Promise<string> {
  const at = systemClock.now();
  const id = newId(at);
  const entry = makeEntry({
    scopeId,
    id,
    at: at.toString(),
    action: 'probe.x',
    actor: { kind: 'operator' },
    outcome: 'done',
    about: {},
    clauses: [],
    policy: null,
  });
  await app.rows('insert into entry (scope_id, id, at, body, sha256) values ($1, $2, $3, $4, $5)', [
    scopeId,
    id,
    entry.at,
    entry.body,
    entry.sha256,
  ]);
  await app.rows('insert into entry_pending (scope_id, entry_id, at) values ($1, $2, $3)', [scopeId, id, entry.at]);
  return id;
}
const pending = async (scopeId: string) =>
  (await app.rows('select from entry_pending where scope_id = $1', [scopeId])).length;
const sealed = async (scopeId: string) =>
  (await app.rows<{ id: string }>('select unnest(entry_ids) as id from seal where scope_id = $1', [scopeId])).map(
    ({ id }) => id,
  );

/** As a second process would: its own sealer, the same database and key. */
async function another(heads: Head[] = [], errors: unknown[] = []): Promise<Sealer> {
  const { owner } = app.database;
  const { rows } = await owner.query<{ id: string }>('select id from signing_key where retired_at is null');
  const { generateKeyPairSync } = await import('node:crypto');
  const pair = generateKeyPairSync('ed25519');
  const id = `test-${randomUUID().slice(0, 8)}`;
  await owner.query(
    `insert into signing_key (id, algorithm, public_key, private_key_box, created_at, retired_at) values ($1, 'ed25519', $2, '', now(), now())`,
    [id, pair.publicKey.export({ type: 'spki', format: 'pem' }).toString()],
  );
  expect(rows).toHaveLength(1);
  return createSealer({
    pool: owner,
    key: { id, privateKey: pair.privateKey },
    clock: systemClock,
    onHead: (head) => heads.push(head),
    onError: (error) => errors.push(error),
  });
}

async function holds(scopeId: string) {
  const verifier = createVerifier(await publicSigningKeys(app.database.owner), scopeId);
  for await (const step of ledgerSteps(app.database.owner, scopeId)) {
    if (step.kind === 'entry') verifier.entry(step.body);
    else verifier.seal(step.seal);
  }
  return verifier.finish();
}

test('two processes that seal one scope at once make one chain with every entry once', async () => {
  const scope = randomUUID();
  const heads: Head[] = [];
  const [one, two] = [await another(heads), await another(heads)];
  const ids: string[] = [];
  for (let round = 0; round < 12; round++) {
    const made = await Promise.all([append(scope), append(scope), append(scope)]);
    ids.push(...made);
    await Promise.all([one.sealNow(scope), two.sealNow(scope), append(scope).then((id) => ids.push(id))]);
  }
  await one.sealNow(scope);
  expect(await pending(scope)).toBe(0);
  expect((await sealed(scope)).toSorted()).toEqual(ids.toSorted());
  expect(await holds(scope)).toMatchObject({ holds: true, entries: ids.length, unsealed: { count: 0 } });
  // Each process tells of its own seals, so those of the other may be heard of before them.
  expect(heads.map(({ n }) => n).toSorted((a, b) => a - b)).toEqual(heads.map((_, i) => i + 1));
});

test('whoever waits for a seal finds theirs done, also when another process holds it', async () => {
  const scope = randomUUID();
  const [one, two] = [await another(), await another()];
  await append(scope);
  const mine = one.sealNow(scope);
  const id = await append(scope);
  await Promise.all([mine, two.sealNow(scope)]);
  expect(await sealed(scope)).toContain(id);
});

test('woken, it seals by itself; started, it seals what another left behind', async () => {
  const scope = randomUUID();
  const sealer = await another();
  await append(scope);
  sealer.wake(scope);
  while ((await pending(scope)) > 0) await pause(20);
  await append(scope);
  const later = await another();
  await later.start();
  expect(await pending(scope)).toBe(0);
  await Promise.all([sealer.close(), later.close()]);
});

test('closing seals what was woken for', async () => {
  const scope = randomUUID();
  const sealer = await another();
  await append(scope);
  sealer.wake(scope);
  await sealer.close();
  expect(await pending(scope)).toBe(0);
});

test('more than a batch is sealed in several seals of one chain', async () => {
  const scope = randomUUID();
  const sealer = await another();
  const at = systemClock.now();
  const made = Array.from({ length: 1_500 }, () => {
    const id = newId(at);
    return makeEntry({
      scopeId: scope,
      id,
      at: at.toString(),
      action: 'probe.x',
      actor: { kind: 'operator' },
      outcome: 'done',
      about: {},
      clauses: [],
      policy: null,
    });
  });
  await app.rows(
    `with e as (insert into entry (scope_id, id, at, body, sha256) select $1, i, $2, b, s from unnest($3::uuid[], $4::text[], $5::text[]) as t(i, b, s))
     insert into entry_pending (scope_id, entry_id, at) select $1, i, $2 from unnest($3::uuid[]) as i`,
    [scope, at.toString(), made.map(({ id }) => id), made.map(({ body }) => body), made.map((one) => one.sha256)],
  );
  await sealer.sealNow(scope);
  expect(await holds(scope)).toMatchObject({ holds: true, entries: 1_500, seals: 2 });
});

test('two processes that start at once make one signing key, and another master key cannot open it', async () => {
  const { owner } = app.database;
  const ring = keyringOf([new Secret(new Uint8Array(randomBytes(32)))]);
  await owner.query('update signing_key set retired_at = now()');
  const keys = await Promise.all([
    openSigningKey(owner, ring, systemClock),
    openSigningKey(owner, ring, systemClock),
    openSigningKey(owner, ring, systemClock),
  ]);
  expect(new Set(keys.map(({ id }) => id)).size).toBe(1);
  await expect(
    openSigningKey(owner, keyringOf([new Secret(new Uint8Array(randomBytes(32)))]), systemClock),
  ).rejects.toMatchObject({ kind: 'unavailable' });
});
