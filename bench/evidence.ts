// How fast the evidence of every clause is counted over a million entries, and how fast the entries behind a number are found.
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import pg from 'pg';
import { startEmbedded } from '#db/embedded/start.ts';
import { trialFolder } from '#db/embedded/trial.ts';
import { migrate } from '#db/migrate.ts';
import { databaseOver } from '#db/transaction.ts';
import { countRows, entryRows } from '#features/evidence/queries.ts';
import { median, share, type Figure } from './figure.ts';

const ENTRIES = 1_000_000;
const A_SEAL = 1_000;
const ROUNDS = 7;
const YEAR = { since: '2025-08-01', until: '2026-07-31' };

export async function* figures(): AsyncGenerator<Figure> {
  const dataDir = trialFolder();
  const log = { info: () => undefined, warn: console.warn, error: console.error };
  const embedded = await startEmbedded({ dataDir, log, reserveBytes: 0 });
  try {
    await migrate(embedded.ownerConnection);
    yield* measured(embedded.ownerConnection);
  } finally {
    await embedded.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function* measured(connection: pg.ClientConfig): AsyncGenerator<Figure> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const scope = randomUUID();
    await fill(client, scope);
    const db = databaseOver(client as unknown as pg.PoolClient);
    const counts = await countRows(db, scope, YEAR);
    const kinds = counts.filter(({ clause, action }) => clause === '' && action.endsWith('.act7'));
    const question = { kinds, from: '2025-08-01T00:00:00Z', before: '2026-08-01T00:00:00Z', after: null, limit: 51 };
    const plain = await timed(() =>
      client.query('select count(*) from entry where scope_id = $1 and at >= $2 and at < $3', [
        scope,
        question.from,
        question.before,
      ]),
    );
    const counted = await timed(() => countRows(db, scope, YEAR));
    const found = await timed(() => entryRows(db, scope, question));
    yield {
      figure: `Counts of a year with 1,000,000 entries (${counted.toFixed(0)} ms)`,
      value: share(counted / plain),
      goal: '≤ 50 %',
      met: counted / plain <= 0.5,
      against: 'counting the entries themselves, of all kinds together',
    };
    yield {
      figure: `The newest 51 of ${ENTRIES / 40} entries of a kind (${found.toFixed(1)} ms)`,
      value: share(found / plain),
      goal: '≤ 10 %',
      met: found / plain <= 0.1,
      against: 'the same',
    };
  } finally {
    await client.end();
  }
}

/** A year of a busy school: forty actions, one in five naming a clause, sealed a thousand at a time. */
async function fill(client: pg.Client, scope: string): Promise<void> {
  await client.query(
    `insert into entry (scope_id, id, at, body, sha256)
     select $1::uuid, id, at, body, encode(sha256(convert_to(body, 'UTF8')), 'hex') from (
       select id, at, format('{"about":{"post":"%s"},"action":"posts.act%s","actor":{"kind":"person","person":"%s","via":"session"},"at":"%s","clauses":[%s],"id":"%s","outcome":"%s","policy":null,"scope":"%s","v":1}',
         gen_random_uuid(), i % 40, gen_random_uuid(), to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
         case when i % 5 = 0 then format('"AB-%s"', i % 60) else '' end, id, case when i % 50 = 0 then 'forbidden' else 'done' end, $1::uuid) as body
       from (select i, gen_random_uuid() as id, timestamptz '2025-08-01 00:00Z' + i * interval '31 seconds' as at
               from generate_series(0, $2::int - 1) as i) as n) as made`,
    [scope, ENTRIES],
  );
  await client.query(
    `insert into seal (scope_id, n, at, entry_ids, entry_sha256s, previous, sha256, key_id, signature)
     select $1, 1 + n / $2, max(at), array_agg(id order by at), array_agg(sha256 order by at), '', '', '', ''
       from (select id, at, sha256, row_number() over (order by at) - 1 as n from entry where scope_id = $1) as numbered
      group by n / $2`,
    [scope, A_SEAL],
  );
  for (let n = 1; n <= ENTRIES / A_SEAL; n += 1) {
    await client.query('select app.count_sealed(scope_id, n, entry_ids) from seal where scope_id = $1 and n = $2', [
      scope,
      n,
    ]);
  }
  await client.query('analyze');
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  return median(times);
}
