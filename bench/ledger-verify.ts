// How fast an exported ledger is verified, against SHA-256 alone over the same bytes.
import { createHash, generateKeyPairSync, hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Json } from '#kernel/canonical.ts';
import { newId } from '#kernel/id.ts';
import { GENESIS, makeEntry, makeSeal, type Entry } from '#kernel/ledger.ts';
import { headerLine, stepLine, verifyFile } from '#main/ledger-file.ts';
import { median, share, type Figure } from './figure.ts';

const SEALS = 2_000;
const ENTRIES_A_SEAL = 50;
const ROUNDS = 5;
const START = Temporal.Instant.from('2026-01-05T08:00:00Z');

export async function* figures(): AsyncGenerator<Figure> {
  const folder = await mkdtemp(join(tmpdir(), 'gatepost-bench-'));
  try {
    const file = join(folder, 'ledger.jsonl');
    await writeLedger(file);
    const lines: number[] = [];
    const whole: number[] = [];
    const verified: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      lines.push(await timed(() => hashLines(file)));
      whole.push(await timed(() => hashWhole(file)));
      verified.push(await timed(() => verify(file)));
    }
    const rate = `${Math.round((SEALS * ENTRIES_A_SEAL) / (median(verified) / 1000) / 1000)}k entries/s`;
    const ratio = median(lines) / median(verified);
    yield {
      figure: `Ledger verification of an export of 100,000 entries (${rate})`,
      value: share(ratio),
      goal: '≥ 50 %',
      met: ratio >= 0.5,
      against: 'SHA-256 of each line of the same file, nothing else',
    };
    yield {
      figure: 'The same verification',
      value: share(median(whole) / median(verified)),
      goal: '–',
      met: null,
      against: 'one SHA-256 over the same file as a stream, not read line by line',
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** An export as `gatepost ledger export` writes it: each seal's entries, then the seal. */
async function writeLedger(file: string): Promise<void> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = { id: 'bench', privateKey };
  const scopeId = newId(START);
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const lines = [headerLine(scopeId, 'an invented school', [{ id: key.id, publicKey: pem }])];
  let previous = GENESIS;
  for (let n = 1; n <= SEALS; n += 1) {
    const at = START.add({ seconds: n * 30 });
    const entries = Array.from({ length: ENTRIES_A_SEAL }, () => inventedEntry(scopeId, at));
    const seal = makeSeal(
      {
        scopeId,
        n,
        at: at.toString(),
        entryIds: entries.map(({ id }) => id),
        entrySha256s: entries.map(({ sha256 }) => sha256),
        previous,
      },
      key,
    );
    previous = seal.sha256;
    lines.push(...entries.map(({ body }) => body), stepLine({ kind: 'seal', seal }));
  }
  await writeFile(file, `${lines.join('\n')}\n`);
}

function inventedEntry(scopeId: string, at: Temporal.Instant): Entry {
  const about: Record<string, Json> = { postId: newId(at), versionId: newId(at), decision: newId(at) };
  return makeEntry({
    scopeId,
    id: newId(at),
    at: at.toString(),
    action: 'posts.submit',
    actor: { kind: 'person', person: newId(at), via: 'session' },
    outcome: 'done',
    about,
    clauses: ['TP-30', 'TP-59'],
    policy: newId(at),
    detailSha256: hash('sha256', at.toString()),
  });
}

async function verify(file: string): Promise<void> {
  const { verdict } = await verifyFile(file, null, null);
  if (!verdict.holds || verdict.entries !== SEALS * ENTRIES_A_SEAL)
    throw new Error('The ledger of the benchmark does not hold.');
}

async function hashLines(file: string): Promise<void> {
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
  for await (const line of lines) hash('sha256', line);
}

async function hashWhole(file: string): Promise<void> {
  const whole = createHash('sha256');
  for await (const part of createReadStream(file)) whole.update(part as Buffer);
  whole.digest('hex');
}

/** In milliseconds. */
async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
