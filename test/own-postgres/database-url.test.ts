// The whole program on somebody's own PostgreSQL, the oldest that it may be, by DATABASE_URL and over TLS.
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { trialFolder } from '#db/embedded/trial.ts';
import { guardFindings } from '#db/guard.ts';
import { compose, type App } from '#main/compose.ts';
import { readConfig, type Config } from '#main/config.ts';
import { openGround, type Ground } from '#main/ground.ts';
import { createLog } from '#main/log.ts';
import { ensureInstallation } from '#main/set-up.ts';
import { verifyInstallation } from '#main/verify-ledger.ts';
import { findPostgres, OLDEST } from './find-postgres.mjs';

const log = createLog(() => '', () => {}, false); // prettier-ignore
const { user, password, port, host, certificateAuthority, strangeAuthority } = inject('ownPostgres');
const name = `gatepost_own_${randomBytes(4).toString('hex')}`;
const dataDir = trialFolder();
const urlOf = (query: string, at: string = host): string =>
  `postgresql://${user}:${encodeURIComponent(password)}@${at}:${port}/${name}${query}`;
const configOf = (query: string, at?: string): Config =>
  readConfig({ GATEPOST_DATA: dataDir, DATABASE_URL: urlOf(query, at) }, false);

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => void (await ask(urlOf('').replace(name, 'postgres'), `create database ${name}`)));
afterAll(async () => {
  await ask(urlOf('').replace(name, 'postgres'), `drop database ${name} with (force)`);
  rmSync(dataDir, { recursive: true, force: true });
});

it(`is PostgreSQL ${OLDEST}, and our login there is no superuser`, async () => {
  expect(findPostgres()).not.toBe(null);
  const [facts] = await ask(
    urlOf(''),
    `select current_setting('server_version_num')::int / 10000 as major, rolsuper from pg_roles where rolname = current_user`,
  );
  expect(facts).toEqual({ major: OLDEST, rolsuper: false });
});

describe('from nothing to a sealed ledger', () => {
  let ground: Ground;
  let app: App;
  beforeAll(async () => {
    ground = await openGround(configOf(''), log);
    app = await compose({ ...ground, address: ground.address, dataDir, origin: 'http://localhost:3000', log, uploadLimit: 1_000_000 });
  }); // prettier-ignore

  it('migrates, keeps schools apart, sets a school up, and signs its first person in', async () => {
    expect(await guardFindings(ground.address)).toEqual([]);
    const { setUpLink } = await ensureInstallation(app);
    const cookies = await app.doors.finishSetUp(
      setUpLink!.split('/').at(-1)!,
      {
        trust: '',
        model: 'starter',
        school: {
          name: 'Millrace Primary School',
          shortName: 'Millrace',
          phase: 'primary',
          division: 'england-and-wales',
        },
        you: { firstName: 'Ngozi', lastName: 'Okafor', email: 'head@millrace.example' },
        password: 'copper lantern drifts sideways',
      },
      { ip: '192.0.2.7', userAgent: 'test' },
    );
    const header = cookies.map(({ name: key, value }) => `${key}=${encodeURIComponent(value)}`).join('; ');
    const { actor } = await app.identify.bySession(header, null);
    expect(actor.kind).toBe('person');
    expect((await app.as(actor).schools.read({})).name).toBe('Millrace Primary School');
  });

  it('leaves ledgers that hold', async () => {
    await app.close();
    await ground.close();
    const verdicts = await verifyInstallation(configOf(''), () => {});
    expect(verdicts.length).toBeGreaterThan(0);
    expect(verdicts.every(({ verdict }) => verdict.holds && verdict.entries > 0)).toBe(true);
  });
});

describe('over TLS', () => {
  const inUse = 'select ssl from pg_stat_ssl where pid = pg_backend_pid()';
  const opened = async (query: string, at?: string) => {
    const config = configOf(query, at);
    const ground = await openGround(config, log);
    await ground.close();
    return ask(urlOf(query, at), inUse);
  };

  it('trusts the authority that it is told to, for the name that was asked', async () => {
    const query = `?sslmode=verify-full&sslrootcert=${certificateAuthority}`;
    expect(await opened(query, 'localhost')).toEqual([{ ssl: true }]);
    await expect(opened(query)).rejects.toThrow(/does not match certificate/);
  });

  it('refuses a server that another authority signed', async () => {
    const query = `?sslmode=verify-full&sslrootcert=${strangeAuthority}`;
    await expect(opened(query, 'localhost')).rejects.toThrow(/certificate/);
  });

  it('encrypts without asking who is there only when told so outright', async () => {
    expect(await opened('?sslmode=no-verify')).toEqual([{ ssl: true }]);
    await expect(opened('?sslmode=require')).rejects.toThrow(/certificate/);
  });
});
