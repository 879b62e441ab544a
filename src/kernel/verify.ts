// Verifies a ledger, from the database or from an exported file alike: anything changed, removed, reordered or inserted is found.
//
// An export is text, a line a thing: a header, then each seal's entries in their order followed by the seal itself, then what is
// not sealed yet. An entry's line is its canonical JSON exactly as hashed; other lines begin with {"gatepost": …}.
import { createPublicKey, type KeyObject } from 'node:crypto';
import { sha256 } from './canonical.ts';
import { GENESIS, sealDigest, sealSignatureHolds, type Seal } from './ledger.ts';

export interface PublicSigningKey {
  readonly id: string;
  /** PEM, SPKI. */
  readonly publicKey: string;
}

export interface KnownHead {
  readonly n: number;
  readonly sha256: string;
}

export interface LedgerProblem {
  readonly what:
    | 'changed'
    | 'removed'
    | 'inserted'
    | 'reordered'
    | 'seal-broken'
    | 'chain-broken'
    | 'bad-signature'
    | 'cut-off'
    | 'unreadable';
  /** The entry's id, or `seal 12`. */
  readonly row: string;
  readonly words: string;
}

export interface LedgerVerdict {
  readonly holds: boolean;
  readonly entries: number;
  readonly seals: number;
  readonly unsealed: { readonly count: number; readonly since: string | null };
  readonly head: KnownHead | null;
  readonly problems: readonly LedgerProblem[];
}

export interface LedgerVerifier {
  /** The canonical text of the next entry, in the order of the ledger. */
  entry(body: string | Uint8Array): void;
  seal(seal: Seal): void;
  /** @param known the last head kept elsewhere, so that newest seals cut off are noticed */
  finish(known?: KnownHead | null): Promise<LedgerVerdict>;
}

const MOST_PROBLEMS = 100;

export function createVerifier(keys: readonly PublicSigningKey[], scopeId?: string): LedgerVerifier {
  const publicKeys = new Map<string, KeyObject>(keys.map((key) => [key.id, createPublicKey(key.publicKey)]));
  const problems: LedgerProblem[] = [];
  let digests: string[] = [];
  let bodies: (string | Uint8Array)[] = [];
  let previous = GENESIS;
  let entries = 0;
  let seals = 0;
  const heads = new Map<number, string>();
  const signatures: { readonly row: string; readonly holds: Promise<boolean> }[] = [];

  const report = (what: LedgerProblem['what'], row: string, words: string) => {
    if (problems.length < MOST_PROBLEMS) problems.push({ what, row, words });
  };

  return {
    entry(body) {
      entries += 1;
      digests.push(sha256(body));
      bodies.push(body);
    },
    seal(seal) {
      seals += 1;
      compareEntries(seal, digests, bodies, report);
      digests = [];
      bodies = [];
      const row = `seal ${seal.n}`;
      if (scopeId !== undefined && seal.scopeId !== scopeId)
        report('seal-broken', row, 'It belongs to another ledger.');
      if (seal.n !== seals)
        report('chain-broken', row, `Seal ${seals} was expected here: seals are missing or out of order.`);
      if (seal.previous !== previous) report('chain-broken', row, 'It does not follow from the seal before it.');
      if (sealDigest(seal) !== seal.sha256) report('seal-broken', row, 'Its contents do not match its own digest.');
      const key = publicKeys.get(seal.keyId);
      if (!key) report('bad-signature', row, `It is signed with a key that is not known here (${seal.keyId}).`);
      else signatures.push({ row, holds: sealSignatureHolds(seal, key).catch(() => false) });
      previous = seal.sha256;
      heads.set(seal.n, seal.sha256);
    },
    async finish(known = null) {
      const held = await Promise.all(signatures.map(({ holds }) => holds));
      held.forEach(
        (holds, i) =>
          holds || report('bad-signature', signatures[i]!.row, 'Its signature is not from this installation.'),
      );
      if (known && heads.get(known.n) !== known.sha256) {
        const words =
          known.n > seals
            ? `Seal ${known.n} was seen before and is no longer there: the newest seals were cut off.`
            : 'It is not the seal that was seen before: the ledger was written anew.';
        report('cut-off', `seal ${known.n}`, words);
      }
      const head = seals > 0 ? { n: seals, sha256: previous } : null;
      const unsealed = { count: bodies.length, since: bodies.length > 0 ? fieldOf(bodies[0]!, 'at') : null };
      return { holds: problems.length === 0, entries, seals, unsealed, head, problems };
    },
  };
}

/** Names the row: compares what stands there with what the seal says should stand there. */
function compareEntries(
  seal: Seal,
  found: readonly string[],
  bodies: readonly (string | Uint8Array)[],
  report: (what: LedgerProblem['what'], row: string, words: string) => void,
): void {
  const wanted = seal.entrySha256s;
  if (found.length === wanted.length && found.every((digest, i) => digest === wanted[i])) return;
  const sameSet = new Set(wanted);
  const ids = bodies.map((body) => fieldOf(body, 'id'));
  const idsWanted = new Set(seal.entryIds);
  let told = false;
  seal.entryIds.forEach((id, i) => {
    const at = ids.indexOf(id);
    if (at < 0) report('removed', id, `Entry ${id} is gone (seal ${seal.n}, place ${i + 1}).`);
    else if (found[at] !== wanted[i])
      report('changed', id, `Entry ${id} was changed after it was sealed (seal ${seal.n}).`);
    else if (at !== i && found.length === wanted.length)
      report('reordered', id, `Entry ${id} stands in the wrong place (seal ${seal.n}).`);
    else return;
    told = true;
  });
  ids.forEach((id, i) => {
    if (idsWanted.has(id) || sameSet.has(found[i]!)) return;
    report('inserted', id, `Entry ${id || '(unreadable)'} was not there when seal ${seal.n} was made.`);
    told = true;
  });
  if (!told) report('seal-broken', `seal ${seal.n}`, 'Its entries do not match it.');
}

function fieldOf(body: string | Uint8Array, field: string): string {
  try {
    const value: unknown = (
      JSON.parse(typeof body === 'string' ? body : Buffer.from(body).toString('utf8')) as Record<string, unknown>
    )[field];
    return typeof value === 'string' ? value : '';
  } catch {
    return '';
  }
}
