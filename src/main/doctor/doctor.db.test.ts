// A whole installation, broken on purpose in one way after another: the doctor says what it is and what to do.
import { randomBytes } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { takeAppLock } from '#db/embedded/app-lock.ts';
import { isRoot, trialFolder } from '#db/embedded/trial.ts';
import { systemClock } from '#kernel/clock.ts';
import { compose } from '../compose.ts';
import { readConfig } from '../config.ts';
import { openGround } from '../ground.ts';
import { createLog } from '../log.ts';
import { ensureInstallation } from '../set-up.ts';
import { examine } from './examine.ts';
import type { Finding } from './finding.ts';
import { realTools, type Tools } from './tools.ts';

const GIGABYTE = 1024 ** 3;
const log = createLog(() => '', () => {}, false); // prettier-ignore
const dataDir = trialFolder();
const keyFile = join(dataDir, 'keys', 'master.keys');
const tools: Tools = {
  ...realTools,
  pages: () => 'fresh',
  roomOf: async () => ({ free: 40 * GIGABYTE, total: 100 * GIGABYTE }),
  patienceMs: 3_000,
};
const mend: (() => unknown)[] = [];
let port: number;

beforeAll(async () => {
  const config = readConfig({ GATEPOST_DATA: dataDir }, false);
  const ground = await openGround(config, log);
  const app = await compose({ ...ground, address: ground.address, dataDir, origin: config.origin, log, uploadLimit: 1_000_000 }); // prettier-ignore
  await ensureInstallation(app);
  await app.close();
  await ground.close();
  port = await listening(createServer());
}, 60_000);
afterEach(async () => {
  for (const step of mend.splice(0).reverse()) await step();
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** Listens and lets go again at the end of the test; on a port that was free a moment ago. */
async function listening(server: ReturnType<typeof createServer>, keep = false): Promise<number> {
  await new Promise<void>((done) => server.listen(keep ? port : 0, '127.0.0.1', done));
  const { port: given } = server.address() as { port: number };
  const close = () => new Promise((done) => server.close(done));
  if (keep) mend.push(close);
  else await close();
  return given;
}

async function doctor(env: Record<string, string> = {}, other: Partial<Tools> = {}): Promise<Finding[]> {
  const findings: Finding[] = [];
  const environment = { GATEPOST_DATA: dataDir, PORT: String(port), ...env };
  for await (const finding of examine(environment, { ...tools, ...other })) findings.push(finding);
  return findings;
}

/** The database of the installation, while the test lasts. */
async function withDatabase(): Promise<{ client: pg.Client; socket: string }> {
  const { startEmbedded } = await import('#db/embedded/start.ts');
  const embedded = await startEmbedded({ dataDir, log, reserveBytes: 0 });
  const client = new pg.Client(embedded.ownerConnection);
  client.on('error', () => {});
  await client.connect();
  mend.push(async () => {
    await client.end();
    await embedded.stop();
  });
  return { client, socket: embedded.ownerConnection.host };
}

async function broken(sql: string, mended: string): Promise<void> {
  const { client } = await withDatabase();
  await client.query(sql);
  mend.push(() => client.query(mended));
}

const about = (findings: readonly Finding[], what: string) => findings.find((one) => one.about === what);
const wrongOnes = (findings: readonly Finding[]) => findings.filter(({ verdict }) => verdict === 'wrong');

describe('a sound installation', () => {
  it('is sound while it is stopped, and nothing is changed by looking', async () => {
    const before = readdirSync(dataDir).sort();
    const findings = await doctor();
    expect(wrongOnes(findings)).toEqual([]);
    expect(findings.map((one) => one.about)).toEqual([
      'Pages', 'Data folder', 'Disk', 'Port', 'Database', 'Schema', 'Clock', 'Master key', 'Jobs', 'Ledger', 'Backup',
      'Mail', 'Sign-in', 'Row policies', 'Address',
    ]); // prettier-ignore
    expect(findings.filter(({ verdict }) => verdict === 'warn').map((one) => one.about)).toEqual(['Backup']);
    expect(readdirSync(dataDir).sort()).toEqual(before);
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  it('is sound while it runs', async () => {
    await withDatabase();
    const lock = await takeAppLock(dataDir, () => ({ pid: process.pid, since: systemClock.now().toString() }));
    mend.push(() => lock.release());
    await listening(
      createServer((_, response) => response.end('{}')),
      true,
    );
    const findings = await doctor();
    expect(wrongOnes(findings)).toEqual([]);
    expect(about(findings, 'Port')!.words).toMatch(/^Gatepost runs and answers/);
  });
});

describe('each of these it explains, and what to do', () => {
  /** The one finding that is wrong. */
  const only = (findings: readonly Finding[]): Finding => {
    expect(wrongOnes(findings)).toHaveLength(1);
    return wrongOnes(findings)[0]!;
  };

  it('another key file', async () => {
    copyFileSync(keyFile, `${keyFile}.kept`);
    writeFileSync(keyFile, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
    mend.push(() => (copyFileSync(`${keyFile}.kept`, keyFile), rmSync(`${keyFile}.kept`)));
    expect(only(await doctor())).toMatchObject({
      about: 'Master key',
      words: 'It is another key than the one this database was locked with.',
      remedy: expect.stringMatching(/Put the key file back.*do not make a new one/),
    });
  });

  it('a key file that everybody may read', async () => {
    chmodSync(keyFile, 0o644);
    mend.push(() => chmodSync(keyFile, 0o600));
    expect(only(await doctor())).toMatchObject({
      about: 'Master key',
      words: expect.stringMatching(/can be used by other people on this machine \(mode 644\)/),
      remedy: expect.stringContaining(`chmod 600 '${keyFile}'`),
    });
  });

  it('a data folder that cannot be written', async () => {
    // Root may write wherever a disk can be written: only the kernel's own folders refuse it.
    const folder = isRoot ? '/sys/kernel' : join(dataDir, 'shut');
    if (!isRoot) {
      mkdirSync(folder, { mode: 0o500 });
      mend.push(() => rmSync(folder, { recursive: true }));
    }
    expect(only(await doctor({ GATEPOST_DATA: folder }))).toMatchObject({
      about: 'Data folder',
      words: expect.stringMatching(/cannot be written by this user \(E\w+\)/),
      remedy: expect.stringContaining('chown'),
    });
  });

  it('a port that another program has', async () => {
    await listening(createServer(), true);
    expect(only(await doctor())).toMatchObject({
      about: 'Port',
      words: `Another program has 127.0.0.1:${port} already.`,
      remedy: expect.stringMatching(/ss -ltnp.*PORT/),
    });
  });

  it('a disk that is nearly full', async () => {
    const roomOf = async () => ({ free: 120 * 1024 ** 2, total: 100 * GIGABYTE });
    expect(only(await doctor({}, { roomOf }))).toMatchObject({
      about: 'Disk',
      words: 'It is nearly full: 120 MB are left.',
      remedy: expect.stringContaining('Make room'),
    });
  });

  it('a database that a newer Gatepost wrote', async () => {
    await broken(
      `insert into schema_migration (name, sha256) values ('9999-later.sql', 'x')`,
      `delete from schema_migration where name = '9999-later.sql'`,
    );
    expect(only(await doctor())).toMatchObject({
      about: 'Schema',
      words: 'This database was written by a newer Gatepost: it knows 9999-later.sql.',
      remedy: expect.stringContaining('Install that version or newer'),
    });
  });

  it('a table without a row policy', async () => {
    await broken('alter table person no force row level security', 'alter table person force row level security');
    expect(only(await doctor())).toMatchObject({
      about: 'Row policies',
      words: 'The table person has no row policy.',
      remedy: expect.stringMatching(/^Run: ALTER TABLE person/),
    });
  });

  it('a role that steps round row policies', async () => {
    await broken('alter role gatepost_app bypassrls', 'alter role gatepost_app nobypassrls');
    expect(only(await doctor())).toMatchObject({
      about: 'Row policies',
      words: expect.stringMatching(/gatepost_app may bypass row policies/),
      remedy: expect.stringMatching(/^Run: ALTER ROLE gatepost_app/),
    });
  });

  it('a wrong password in DATABASE_URL, which it does not repeat', async () => {
    const { socket } = await withDatabase();
    const url = `postgresql://gatepost_owner:wrong-guess@localhost/gatepost?host=${encodeURIComponent(socket)}`;
    const findings = await doctor({ DATABASE_URL: url });
    expect(only(findings)).toMatchObject({
      about: 'Database',
      words: expect.stringMatching(/refuses the password of gatepost_owner/),
      remedy: expect.stringContaining('DATABASE_URL'),
    });
    expect(JSON.stringify(findings)).not.toContain('wrong-guess');
  });

  it('pages without anybody who does the jobs', async () => {
    const { client } = await withDatabase();
    const seen = (does: string) =>
      client.query(
        `insert into running_process (id, does, gatepost, node, host, started_at, seen_at, disk_free, disk_total)
         values (gen_random_uuid(), $1, '0.1.0', '26.10.0', 'post', now(), now(), 1, 1)`,
        [does],
      );
    mend.push(() => client.query('delete from running_process'));
    await seen('pages');
    expect(only(await doctor())).toMatchObject({
      about: 'Jobs',
      words: expect.stringContaining('nobody does the jobs'),
      remedy: expect.stringMatching(/--no-jobs.*gatepost worker/),
    });
    await seen('jobs');
    expect(wrongOnes(await doctor())).toEqual([]);
  });

  it('a mail server that nobody knows', async () => {
    await broken(
      `insert into school (id, name, short_name, slug, division, created_at) values ('01900000-0000-7000-8000-000000000001', 'Millrace', 'Millrace', 'millrace', 'england-and-wales', now());
       insert into mail_server (school_id, host, port, encryption, from_address, from_name, per_minute, set_at)
       values ('01900000-0000-7000-8000-000000000001', 'mail.invalid', 587, 'starttls', 'posts@millrace.example', 'Millrace', 30, now())`,
      'delete from mail_server; delete from school',
    );
    expect(only(await doctor())).toMatchObject({
      about: 'Mail',
      words: expect.stringContaining('There is no server called mail.invalid'),
      remedy: expect.stringContaining('typing error'),
    });
  });

  it('a provider that cannot be reached', async () => {
    await broken(
      `insert into school (id, name, short_name, slug, division, created_at) values ('01900000-0000-7000-8000-000000000001', 'Millrace', 'Millrace', 'millrace', 'england-and-wales', now());
       insert into identity_provider (school_id, id, kind, label, issuer, created_at, proven, enabled)
       values ('01900000-0000-7000-8000-000000000001', gen_random_uuid(), 'other', 'Keycloak', 'https://127.0.0.1:${port}/realms/x', now(), true, true)`,
      'delete from identity_provider; delete from school',
    );
    expect(only(await doctor())).toMatchObject({
      about: 'Sign-in by Keycloak',
      words: expect.stringContaining('cannot be reached (ECONNREFUSED)'),
    });
  });

  it('a clock that is an hour ahead, and one that was', async () => {
    const ahead = { now: () => systemClock.now().add({ hours: 1 }) };
    expect(only(await doctor({}, { clock: ahead }))).toMatchObject({
      about: 'Clock',
      words: 'This machine’s clock is 60 minutes ahead of the database’s.',
      remedy: expect.stringContaining('timedatectl'),
    });
    await broken(
      `insert into entry (scope_id, id, at, body, sha256) values (gen_random_uuid(), gen_random_uuid(), now() + interval '3 hours', '{}', '')`,
      `delete from entry where body = '{}'`,
    );
    expect(only(await doctor()).words).toMatch(/newest entry of the ledger is 3 hours in the future/);
  });

  it('a clock that jumps while one looks', async () => {
    let jump = 0;
    const clock = { now: () => systemClock.now().add({ seconds: jump }) };
    const pages = () => {
      jump = -20;
      return 'fresh' as const;
    };
    const findings = await doctor({}, { clock, pages });
    expect(wrongOnes(findings).map(({ words }) => words)).toContainEqual(
      expect.stringMatching(/^It jumped by -20 seconds/),
    );
  });

  it('pages that are not built', async () => {
    const finding = about(await doctor({}, { pages: () => 'missing' }), 'Pages')!;
    expect(finding).toMatchObject({ verdict: 'warn', words: 'They are not built yet.' });
    expect(finding.remedy).toContain('gatepost build');
  });

  it('a restore that was interrupted', async () => {
    const mark = join(dataDir, 'restore.unfinished');
    writeFileSync(mark, 'monday.backup\n');
    mend.push(() => rmSync(mark));
    expect(only(await doctor())).toMatchObject({ about: 'Restore', remedy: expect.stringContaining('--replace') });
  });

  it('settings that cannot be meant', async () => {
    const findings = await doctor({ PORT: 'eighty', GATEPOST_PROXIES: 'proxy' });
    expect(findings).toEqual([
      expect.objectContaining({ about: 'Settings', verdict: 'wrong', words: expect.stringMatching(/PORT must be a number.*GATEPOST_PROXIES must be addresses/) }),
    ]); // prettier-ignore
  });

  it('an address of another machine, and a folder that is not there', async () => {
    expect(only(await doctor({ HOST: '192.0.2.1' }))).toMatchObject({ about: 'Port', words: expect.stringContaining('no address of this machine') }); // prettier-ignore
    const findings = await doctor({ GATEPOST_DATA: join(dataDir, 'nowhere') });
    expect(about(findings, 'Data folder')).toMatchObject({ verdict: 'warn', words: expect.stringContaining('is not there yet') }); // prettier-ignore
    expect(existsSync(join(dataDir, 'nowhere'))).toBe(false);
  });

  it('https without a proxy that is named, and an address that nobody reaches', async () => {
    const findings = await doctor({ GATEPOST_ORIGIN: `https://localhost:${port}` });
    expect(about(findings, 'Proxy')).toMatchObject({ verdict: 'warn', remedy: expect.stringContaining('GATEPOST_PROXIES') }); // prettier-ignore
    expect(about(findings, 'Address')).toMatchObject({ verdict: 'warn', words: expect.stringContaining('ECONNREFUSED') }); // prettier-ignore
  });
});

it('leaves the key as it was', () => {
  expect(statSync(keyFile).mode & 0o777).toBe(0o600);
});
