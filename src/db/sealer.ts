// The sealer: after commit, chains and signs what is not yet sealed, a batch a seal, one process at a time per scope.
import type { KeyObject } from 'node:crypto';
import type pg from 'pg';
import type { Clock } from '#kernel/clock.ts';
import { GENESIS, makeSeal } from '#kernel/ledger.ts';

export interface SigningKey {
  readonly id: string;
  readonly privateKey: KeyObject;
}

export interface Head {
  readonly scopeId: string;
  readonly n: number;
  readonly sha256: string;
}

export interface Sealer {
  /** Resolves once all that is committed in the scope is sealed. */
  sealNow(scopeId: string): Promise<void>;
  /** Something was committed: seal it within a second. */
  wake(scopeId: string): void;
  /** Seals what an earlier process left behind, then on every wake, until closed. */
  start(): Promise<void>;
  close(): Promise<void>;
}

export interface SealerParts {
  readonly pool: pg.Pool;
  readonly key: SigningKey;
  readonly clock: Clock;
  /** Told of each new head, so that it can be kept outside the database. */
  readonly onHead: (head: Head) => void;
  readonly onError: (error: unknown) => void;
}

const EVERY_MS = 200;
/** Entries a seal: bounds the memory of one batch. */
const BATCH = 1_000;

export function createSealer(parts: SealerParts): Sealer {
  const dirty = new Set<string>();
  const running = new Map<string, Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let sweeping: Promise<void> = Promise.resolve();

  /** One at a time per scope in this process; a call made meanwhile runs once more after it. */
  function sealScope(scopeId: string): Promise<void> {
    const before = running.get(scopeId) ?? Promise.resolve();
    const mine = before.catch(() => {}).then(() => sealAll(parts, scopeId));
    running.set(scopeId, mine);
    void mine.catch(() => {}).finally(() => running.get(scopeId) === mine && running.delete(scopeId));
    return mine;
  }

  async function sweep(): Promise<void> {
    const scopes = [...dirty];
    dirty.clear();
    for (const scopeId of scopes) {
      try {
        await sealScope(scopeId);
      } catch (error) {
        dirty.add(scopeId);
        parts.onError(error);
      }
    }
  }

  function schedule(): void {
    if (timer || closed || dirty.size === 0) return;
    timer = setTimeout(() => {
      timer = undefined;
      sweeping = sweep().finally(schedule);
    }, EVERY_MS);
  }

  return {
    sealNow: sealScope,
    wake(scopeId) {
      dirty.add(scopeId);
      schedule();
    },
    async start() {
      const { rows } = await parts.pool.query<{ scope_id: string }>('select distinct scope_id from entry_pending');
      for (const row of rows) dirty.add(row.scope_id);
      await sweep();
      schedule();
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await sweeping;
      await sweep();
      // Whoever waited for a seal of their own is answered before the connections go.
      await Promise.allSettled(running.values());
    },
  };
}

async function sealAll(parts: SealerParts, scopeId: string): Promise<void> {
  while ((await sealBatch(parts, scopeId)) === BATCH);
}

/** @returns how many entries the seal took */
async function sealBatch({ pool, key, clock, onHead }: SealerParts, scopeId: string): Promise<number> {
  const client = await pool.connect();
  let failed: Error | undefined;
  try {
    await client.query('begin');
    // A lock, not a try: whoever waits for a seal must find it done, by this process or another.
    await client.query(`select pg_advisory_xact_lock(hashtextextended('gatepost.seal:' || $1, 0))`, [scopeId]);
    const { rows: pending } = await client.query<{ entry_id: string; sha256: string }>({
      name: 'seal-pending',
      text: `select p.entry_id, e.sha256 from entry_pending p join entry e on e.scope_id = p.scope_id and e.id = p.entry_id
              where p.scope_id = $1 order by p.at, p.entry_id limit ${BATCH}`,
      values: [scopeId],
    });
    if (pending.length === 0) {
      await client.query('rollback');
      return 0;
    }
    const { rows: last } = await client.query<{ n: number; sha256: string }>({
      name: 'seal-last',
      text: 'select n, sha256 from seal where scope_id = $1 order by n desc limit 1',
      values: [scopeId],
    });
    const seal = makeSeal(
      {
        scopeId,
        n: (last[0]?.n ?? 0) + 1,
        at: clock.now().toString(),
        entryIds: pending.map((row) => row.entry_id),
        entrySha256s: pending.map((row) => row.sha256),
        previous: last[0]?.sha256 ?? GENESIS,
      },
      key,
    );
    await client.query({
      name: 'seal-write',
      text: `with gone as (delete from entry_pending where scope_id = $1 and entry_id = any($4::uuid[]))
             insert into seal (scope_id, n, at, entry_ids, entry_sha256s, previous, sha256, key_id, signature)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      values: [
        scopeId,
        seal.n,
        seal.at,
        seal.entryIds,
        seal.entrySha256s,
        seal.previous,
        seal.sha256,
        seal.keyId,
        seal.signature,
      ],
    });
    // In the same transaction, so that the counts of evidence are of all that is sealed and of nothing else.
    await client.query({
      name: 'seal-count',
      text: 'select app.count_sealed($1, $2, $3::uuid[])',
      values: [scopeId, seal.n, seal.entryIds],
    });
    await client.query('commit');
    onHead({ scopeId, n: seal.n, sha256: seal.sha256 });
    return pending.length;
  } catch (error) {
    failed = error as Error;
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release(failed);
  }
}
