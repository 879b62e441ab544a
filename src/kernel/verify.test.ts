// A ledger tampered with in every way we know of: found, and the row named.
import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256, type Json } from './canonical.ts';
import {
  detailDigest,
  fingerprint,
  GENESIS,
  makeEntry,
  makeSeal,
  sealDigest,
  type Entry,
  type Seal,
} from './ledger.ts';
import { createVerifier, type KnownHead } from './verify.ts';

const SCOPE = 'school-1';
function newKey() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  return { id: sha256(pem).slice(0, 16), publicKey: pem, privateKey };
}
const key = newKey();

const entry = (n: number, more: Record<string, Json> = {}): Entry =>
  makeEntry({
    scopeId: SCOPE, id: `entry-${n}`, at: `2026-11-20T09:00:0${n % 10}Z`, action: 'posts.save', actor: { kind: 'system', job: 'x' },
    outcome: 'done', about: { n, ...more }, clauses: ['ST-01'], policy: null,
  }); // prettier-ignore

interface Step {
  readonly entries: readonly string[];
  readonly seal: Seal;
}

/** A ledger of seals with so many entries each. */
function ledgerOf(sizes: readonly number[], signer = key): Step[] {
  let n = 0;
  let previous = GENESIS;
  return sizes.map((size, index) => {
    const entries = Array.from({ length: size }, () => entry(++n));
    const facts = {
      scopeId: SCOPE,
      n: index + 1,
      at: '2026-11-20T09:01:00Z',
      previous,
      entryIds: entries.map(({ id }) => id),
      entrySha256s: entries.map((one) => one.sha256),
    };
    const seal = makeSeal(facts, signer);
    previous = seal.sha256;
    return { entries: entries.map(({ body }) => body), seal };
  });
}

async function verdictOf(
  steps: readonly Step[],
  { rest = [] as string[], known = null as KnownHead | null, keys = [key], scope = SCOPE } = {},
) {
  const verifier = createVerifier(keys, scope);
  for (const { entries, seal } of steps) {
    for (const body of entries) verifier.entry(body);
    verifier.seal(seal);
  }
  for (const body of rest) verifier.entry(body);
  return verifier.finish(known);
}
const changed = <T>(list: readonly T[], at: number, change: (one: T) => T): T[] =>
  list.map((one, i) => (i === at ? change(one) : one));
const what = async (...given: Parameters<typeof verdictOf>) =>
  (await verdictOf(...given)).problems.map((problem) => `${problem.what} ${problem.row}`);

test('a ledger that nobody touched holds, and says what is not sealed yet', async () => {
  const steps = ledgerOf([2, 1, 3]);
  const verdict = await verdictOf(steps, { rest: [entry(7).body] });
  expect(verdict).toMatchObject({
    holds: true,
    entries: 7,
    seals: 3,
    problems: [],
    unsealed: { count: 1, since: '2026-11-20T09:00:07Z' },
  });
  expect(verdict.head).toEqual({ n: 3, sha256: steps[2]!.seal.sha256 });
  expect(await verdictOf([])).toMatchObject({ holds: true, entries: 0, head: null });
});

describe('found, with its row', () => {
  const steps = ledgerOf([2, 3, 2]);

  test('an entry that was changed', async () => {
    const forged = changed(steps, 1, (step) => ({
      ...step,
      entries: changed(step.entries, 0, (body) => body.replace('ST-01', 'ST-02')),
    }));
    expect(await what(forged)).toEqual(['changed entry-3']);
  });
  test('an entry that was removed', async () => {
    expect(await what(changed(steps, 1, (step) => ({ ...step, entries: step.entries.slice(1) })))).toEqual([
      'removed entry-3',
    ]);
  });
  test('entries in another order', async () => {
    const forged = changed(steps, 1, (step) => ({ ...step, entries: step.entries.toReversed() }));
    expect(await what(forged)).toEqual(['reordered entry-3', 'reordered entry-5']);
  });
  test('an entry that was put in', async () => {
    const forged = changed(steps, 1, (step) => ({ ...step, entries: [...step.entries, entry(99).body] }));
    expect(await what(forged)).toEqual(['inserted entry-99']);
  });
  test('an entry moved under another seal', async () => {
    const moved = steps[1]!.entries[0]!;
    const forged = changed(
      changed(steps, 1, (step) => ({ ...step, entries: step.entries.slice(1) })),
      2,
      (step) => ({ ...step, entries: [moved, ...step.entries] }),
    );
    expect(await what(forged)).toEqual(['removed entry-3', 'inserted entry-3']);
  });
  test('the same entry twice', async () => {
    const forged = changed(steps, 1, (step) => ({ ...step, entries: [...step.entries, step.entries[0]!] }));
    expect((await verdictOf(forged)).holds).toBe(false);
  });
  test('a seal in the middle removed, with its entries', async () => {
    expect(await what([steps[0]!, steps[2]!])).toEqual(['chain-broken seal 3', 'chain-broken seal 3']);
  });
  test('seals in another order', async () => {
    expect((await what([steps[1]!, steps[0]!, steps[2]!])).length).toBeGreaterThan(1);
  });
  test('a seal whose list was made to fit a changed entry', async () => {
    const body = steps[1]!.entries[0]!.replace('ST-01', 'ST-02');
    const fitting = changed(steps, 1, ({ entries, seal }) => ({
      entries: changed(entries, 0, () => body),
      seal: { ...seal, entrySha256s: changed(seal.entrySha256s, 0, () => sha256(body)) },
    }));
    expect(await what(fitting)).toEqual(['seal-broken seal 2']);
    const redone = changed(fitting, 1, ({ entries, seal }) => ({
      entries,
      seal: { ...seal, sha256: sealDigest(seal) },
    }));
    expect((await what(redone)).toSorted()).toEqual(['bad-signature seal 2', 'chain-broken seal 3']);
  });
  test('a ledger written anew with another key', async () => {
    const anew = ledgerOf([2, 3, 2], newKey());
    expect(await what(anew)).toEqual(['bad-signature seal 1', 'bad-signature seal 2', 'bad-signature seal 3']);
    const posing = anew.map((step) => ({ ...step, seal: { ...step.seal, keyId: key.id } }));
    expect(await what(posing)).toEqual(['bad-signature seal 1', 'bad-signature seal 2', 'bad-signature seal 3']);
  });
  test('the newest seals cut off, once their head was seen elsewhere', async () => {
    const known = { n: 3, sha256: steps[2]!.seal.sha256 };
    expect(await what(steps.slice(0, 2), { known })).toEqual(['cut-off seal 3']);
    expect(await what(steps, { known })).toEqual([]);
    expect(await what(ledgerOf([2, 2, 3]), { known })).toEqual(['cut-off seal 3']);
  });
  test('another school’s ledger in its place', async () => {
    expect((await what(steps, { scope: 'school-2' }))[0]).toBe('seal-broken seal 1');
  });
  test('what is no entry at all', async () => {
    const forged = changed(steps, 0, (step) => ({ ...step, entries: ['not json', ...step.entries.slice(1)] }));
    expect((await what(forged)).map((problem) => problem.split(' ')[0])).toEqual(['removed', 'inserted']);
  });
});

test('any one character of any sealed entry changed is found', async () => {
  const steps = ledgerOf([3, 4]);
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: 1 }),
      fc.nat({ max: 2 }),
      fc.nat(),
      fc.constantFrom('x', '0', ' ', '"', 'é'),
      async (seal, at, place, put) => {
        const body = steps[seal]!.entries[at]!;
        const i = place % body.length;
        const forged = body.slice(0, i) + put + body.slice(i + 1);
        const told = await verdictOf(
          changed(steps, seal, (step) => ({ ...step, entries: changed(step.entries, at, () => forged) })),
        );
        return told.holds === (forged === body);
      },
    ),
  );
});

test('details are tied by a salted digest: another salt or another word is another digest', () => {
  const digest = detailDigest('salt', { words: 'a' });
  expect(new Set([digest, detailDigest('salt2', { words: 'a' }), detailDigest('salt', { words: 'b' })]).size).toBe(3);
  expect(detailDigest('salt', { a: 1, b: 2 })).toBe(detailDigest('salt', { b: 2, a: 1 }));
});

test('the short code that people compare', () => {
  expect(fingerprint('9f2c81d46b0e77aa')).toBe('9f2c 81d4 6b0e');
});
