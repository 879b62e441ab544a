// For the tests of this folder: a whole installation with a school, people, a picture and a ledger, on a database of its own.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import sharp from 'sharp';
import { inject } from 'vitest';
import { dropDatabase } from '#test/database/open.ts';
import type { Address } from '#db/pool.ts';
import { receivePicture } from '#features/media/index.ts';
import { operator, type PersonActor } from '#kernel/actor.ts';
import { systemClock, type Clock } from '#kernel/clock.ts';
import { reveal, Secret } from '#kernel/secret.ts';
import { compose, type App } from '../compose.ts';
import { readConfig, type Config } from '../config.ts';
import { openGround } from '../ground.ts';
import type { Log } from '../log.ts';
import { ensureInstallation, finishSetUp } from '../set-up.ts';
import { identityFrom, newIdentity } from './age/keys.ts';
import { tablesToBackUp, withColumns } from './our-tables.ts';
import { readSheet, sheetAsText, type ReadSheet } from './recovery-sheet.ts';

export const quiet: Log = { info() {}, warn() {}, error: (message, facts) => console.error(message, facts) };
export const SCHOOL = 'Millrace Primary School';
const PASSWORD = 'a-long-walk-by-the-millrace-42';
const FROM = { ip: '127.0.0.1', userAgent: 'trial' };

export interface Place {
  readonly config: Config;
  readonly database: string;
  readonly address: Address;
  sql<Row = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/** The database with our tables and no rows. */
export const ourTables = (): string => inject('database').template;

/** A data folder, and a database on the server of the tests: an empty one, or a copy of another. */
export async function openPlace(template = 'template0'): Promise<Place> {
  const { owner } = inject('database');
  const dataDir = await mkdtemp(join(tmpdir(), 'gatepost-backup-'));
  const database = `gatepost_trial_${dataDir
    .slice(-6)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '_')}`;
  await ask({ ...owner }, `create database ${database} template ${template} strategy file_copy`);
  const { user, password, host, port } = owner;
  const base = `postgresql://${user}:${encodeURIComponent(String(password))}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
  const config = readConfig({ GATEPOST_DATA: dataDir, DATABASE_URL: base }, false);
  const address = { connectionString: reveal(config.databaseUrl!) };
  return {
    config,
    database,
    address,
    sql: (text, values) => ask(address, text, values) as never,
    async drop() {
      await dropDatabase(owner, database);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export async function ask(address: pg.ClientConfig, text: string, values: unknown[] = []): Promise<unknown[]> {
  const client = new pg.Client(address);
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text, values)).rows as unknown[];
  } finally {
    await client.end().catch(() => {});
  }
}

export interface Running extends AsyncDisposable {
  readonly app: App;
  readonly schoolId: string;
}

/** Gatepost on it, without pages and jobs. */
export const openApp = (place: Place): Promise<Running> => openAppAt(place, systemClock);

export async function openAppAt({ config }: Place, clock: Clock): Promise<Running> {
  const ground = await openGround(config, quiet);
  const { dataDir, origin, uploadLimit } = config;
  const app = await compose({ ...ground, dataDir, origin, log: quiet, uploadLimit, clock, connections: 4 });
  const { rows } = await app.database.owner.query<{ id: string }>('select first_school_id as id from installation');
  return {
    app,
    schoolId: rows[0]?.id ?? '',
    async [Symbol.asyncDispose]() {
      await app.close();
      await ground.close();
    },
  };
}

/** Set up as people do it, with a picture in the file store and a job that waits. */
export async function fill(place: Place, name = SCHOOL): Promise<void> {
  {
    await using running = await openApp(place);
    const { app } = running;
    const { setUpLink } = await ensureInstallation(app);
    const school = { name, shortName: name, phase: 'primary', division: 'england-and-wales' };
    const you = { email: 'gwen@millrace.example', firstName: 'Gwen', lastName: 'Setter' };
    const answers = { trust: 'Invented Trust', school, model: 'starter', you, password: PASSWORD };
    await finishSetUp(app, setUpLink!.split('/').at(-1)!, answers, FROM);
  }
  await using running = await openApp(place);
  const { app, schoolId } = running;
  await addStaff(running, 30);
  const actor = await person(running, place);
  const picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#3a6b35' } })
    .jpeg()
    .toBuffer();
  const body = new Blob([new Uint8Array(picture)]).stream() as never;
  await receivePicture({ ports: app.ports, as: app.as, limitBytes: 5_000_000 } as never, actor, {
    body,
    originalName: 'yard.jpg',
    announcedBytes: picture.length,
  });
  await place.sql(
    `select graphile_worker.add_job('posts.publish', '{"scope": "x", "payload": {"postId": "y"}}', run_at => '2099-01-01T09:00:00Z', job_key => 'k', max_attempts => 9)`,
  );
  await app.database.sealer.sealNow(schoolId);
}

/** Whoever set it up, signed in. */
export async function person({ app, schoolId }: Running, place: Place): Promise<PersonActor> {
  const [row] = await place.sql<{ id: string; login_id: string }>(
    'select id, login_id from person where school_id = $1 and login_id is not null',
    [schoolId],
  );
  return {
    kind: 'person',
    scopeId: schoolId,
    loginId: row!.login_id,
    personId: row!.id,
    name: 'Gwen Setter',
    roles: new Set(['staff', 'author', 'system-administrator']),
    via: 'session',
    credentialId: row!.id,
    factorAt: app.clock.now(),
    scopes: null,
  };
}

/** Writes as people do: rows, ledger entries, seals. */
export async function addStaff({ app, schoolId }: Running, count: number): Promise<void> {
  const as = app.as(operator(schoolId));
  for (let i = 0; i < count; i += 1) {
    const email = `${randomBytes(6).toString('hex')}@millrace.example`;
    await as.people.add({ firstName: 'Invented', lastName: `Number ${i}`, email, types: ['staff'] });
  }
}

/** Every row of every table that goes into backups, as one digest a table. */
export async function digests(address: Address): Promise<Record<string, string>> {
  const client = new pg.Client({ ...address });
  await client.connect();
  try {
    const found: Record<string, string> = {};
    for (const table of await tablesToBackUp(client)) {
      const { rows } = await client.query<{ digest: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from (select ${table.columns.map((name) => `"${name}"`).join(', ')} from ${withColumns(table).split(' (')[0]}) t`,
      );
      found[`${table.schema}.${table.name}`] = rows[0]!.digest;
    }
    return found;
  } finally {
    await client.end();
  }
}

/** A recovery key with its sheet, as `gatepost backup key` makes it. */
export function newSheet(masterKeys: readonly Secret[] | null = null): { sheet: ReadSheet; text: string; to: string } {
  const identity = newIdentity();
  const text = sheetAsText({
    schools: [SCHOOL],
    installationId: '01a0b1c2-0000-7000-8000-00001a2b3c4d',
    madeOn: '20 November 2026',
    identity,
    masterKeys,
  });
  return { sheet: readSheet(new Secret(text)), text, to: identityFrom(identity).recipient.text };
}
