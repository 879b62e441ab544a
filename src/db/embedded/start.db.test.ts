// The built-in database through good and bad days: each test runs servers of its own in a folder that is thrown away.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isLiveServer, readServerNote } from './postmaster-file.ts';
import { type Embedded, type EmbeddedOptions, startEmbedded } from './start.ts';
import { ask, askUntilAnswered, isRoot, otherProcess, silent, trialFolder, until } from './trial.ts';

let home: string;
let dataDir: string;
const running: Embedded[] = [];

async function start(options: Partial<EmbeddedOptions> = {}): Promise<Embedded> {
  const embedded = await startEmbedded({ dataDir, log: silent, reserveBytes: 0, ...options });
  running.push(embedded);
  return embedded;
}

function serverPid(): number {
  return readServerNote(join(dataDir, 'postgres'))?.pid ?? 0;
}

beforeEach(() => {
  home = trialFolder();
  dataDir = join(home, 'data');
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((embedded) => embedded.stop()));
  rmSync(home, { recursive: true, force: true });
});

describe('an ordinary day', () => {
  it('makes the database at the first start and finds it again at the second', async () => {
    const first = await start();
    expect(first.role).toBe('started');
    expect(first.ownerConnection.host).toBe(join(dataDir, 'postgres'));
    await ask(first.ownerConnection, 'create table kept (word text); insert into kept values ($$here$$)');
    await first.stop();
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);

    const second = await start();
    expect(await ask(second.ownerConnection, 'select word from kept')).toEqual([['here']]);
  });

  it('is careful with what was saved, sorts alike on every machine, and keeps strangers out', async () => {
    const { ownerConnection } = await start();
    expect(
      await ask(
        ownerConnection,
        `select current_setting('fsync'), current_setting('full_page_writes'), current_setting('synchronous_commit'),
                current_setting('data_checksums'), current_setting('listen_addresses'), datlocprovider, datlocale
           from pg_database where datname = current_database()`,
      ),
    ).toEqual([['on', 'on', 'on', 'on', '', 'b', 'C.UTF-8']]);
    expect(statSync(join(dataDir, 'postgres.password')).mode & 0o077).toBe(0);
    expect(statSync(join(dataDir, 'postgres')).mode & 0o077).toBe(0);
    await expect(ask({ ...ownerConnection, password: 'guessed' }, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('listens on loopback where the path is too long for a socket', async () => {
    dataDir = join(home, 'a'.repeat(60), 'b'.repeat(60));
    const first = await start();
    expect(first.ownerConnection.host).toBe('127.0.0.1');
    expect(await ask(first.ownerConnection, 'select 1')).toEqual([[1]]);
    const second = await start();
    expect([second.role, second.ownerConnection.port]).toEqual(['attached', first.ownerConnection.port]);
  });

  it('keeps ballast for a full disk and throws it away once', async () => {
    const embedded = await start({ reserveBytes: 3_000_000 });
    expect(statSync(join(dataDir, 'postgres.reserve')).size).toBe(3_000_000);
    expect(embedded.makeRoom()).toBe(true);
    expect(existsSync(join(dataDir, 'postgres.reserve'))).toBe(false);
    expect(embedded.makeRoom()).toBe(false);
  });

  it.runIf(isRoot)('as root, runs as somebody else, in a folder only root may enter', async () => {
    const { ownerConnection } = await start();
    expect(statSync(home).mode & 0o777).toBe(0o700);
    expect(statSync(join(dataDir, 'postgres')).uid).not.toBe(0);
    const uids = /^Uid:\s+(\d+)\s+(\d+)/m.exec(readFileSync(`/proc/${serverPid()}/status`, 'utf8'));
    expect(Number(uids?.[1])).toBe(statSync(join(dataDir, 'postgres')).uid);
    await ask(ownerConnection, 'create extension pg_trgm; checkpoint; select pg_reload_conf()');
  });
});

describe('two at once', () => {
  it('makes one database; the second start uses the first one’s server, and takes over when that one ends', async () => {
    const [one, other] = await Promise.all([start(), start()]);
    expect([one.role, other.role].sort()).toEqual(['attached', 'started']);
    const [starter, guest] = one.role === 'started' ? [one, other] : [other, one];
    await starter.stop();
    await until(() => guest.role === 'started');
    expect(await ask(guest.ownerConnection, 'select 1')).toEqual([[1]]);
  });

  it('gives up a start that is called off, leaving nothing behind', async () => {
    const calledOff = new AbortController();
    const started = start({ signal: calledOff.signal });
    setTimeout(() => calledOff.abort(), 150);
    await expect(started).rejects.toMatchObject({ name: 'AbortError' });
    expect(readdirSync(dataDir).filter((name) => name.startsWith('postgres.new'))).toEqual([]);
    expect((await start()).role).toBe('started');
  });
});

describe('kill -9', () => {
  it('of the server, five times in a row: it comes back soon, with everything that was acknowledged', async () => {
    const embedded = await start();
    await ask(embedded.ownerConnection, 'create table kept (n int); insert into kept select generate_series(1, 1000)');
    for (let round = 0; round < 5; round += 1) {
      const before = serverPid();
      process.kill(before, 'SIGKILL');
      await until(() => serverPid() !== before);
      expect(await askUntilAnswered(() => embedded.ownerConnection, 'select count(*)::int from kept')).toEqual([
        [1000],
      ]);
    }
  });

  it('of the server while we end: nothing is started again, and we end', async () => {
    const embedded = await start();
    process.kill(serverPid(), 'SIGKILL');
    await embedded.stop();
    expect(isLiveServer(serverPid())).toBe(false);
  });

  it('of the process that started it: the server stops, and the next start works at once', async () => {
    const other = await otherProcess(dataDir);
    expect(other.said).toBe('started');
    const pid = serverPid();
    await other.kill();
    const next = await start();
    expect(await askUntilAnswered(() => next.ownerConnection, 'select 1')).toEqual([[1]]);
    expect(next.role).toBe('started');
    expect(isLiveServer(pid)).toBe(false);
  });

  it('of both together: the next start works at once', async () => {
    const other = await otherProcess(dataDir);
    process.kill(serverPid(), 'SIGKILL');
    await other.kill();
    expect(await ask((await start()).ownerConnection, 'select 1')).toEqual([[1]]);
  });
});

describe('what is found in the data folder', () => {
  it('throws away a first start that was interrupted', async () => {
    mkdirSync(join(dataDir, 'postgres.new', 'base'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres.new', 'PG_VERSION'), '18\n');
    writeFileSync(join(dataDir, 'postgres.password'), 'of the interrupted start');
    expect((await start()).role).toBe('started');
    expect(existsSync(join(dataDir, 'postgres.new'))).toBe(false);
  });

  it('says which file is damaged, missing or wrong when the password is', async () => {
    await (await start()).stop();
    const file = join(dataDir, 'postgres.password');
    const good = readFileSync(file, 'utf8');
    writeFileSync(file, 'garbage');
    await expect(start()).rejects.toThrow(/postgres\.password, is damaged\..*Put that file back from your backup/);
    rmSync(file);
    await expect(start()).rejects.toThrow(/postgres\.password, is missing\./);
    writeFileSync(file, 'x'.repeat(43));
    await expect(start()).rejects.toThrow(/postgres\.password, does not fit the database\./);
    expect(serverPid()).toBe(0);
    writeFileSync(file, good);
    expect((await start()).role).toBe('started');
  });

  it('refuses data of another PostgreSQL, and a folder that is none, and a data folder that is a file', async () => {
    mkdirSync(join(dataDir, 'postgres'), { recursive: true });
    await expect(start()).rejects.toThrow(/it is not a database .* move it away and start again/);
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
    await expect(start()).rejects.toThrow(/made by PostgreSQL 17; this Gatepost has 18/);
    dataDir = join(dataDir, 'postgres', 'PG_VERSION');
    await expect(start()).rejects.toThrow(/it is, or lies below, a file\. Set GATEPOST_DATA/);
  });

  it('tells what the server itself complained about', async () => {
    await (await start()).stop();
    writeFileSync(join(dataDir, 'postgres', 'postgresql.conf'), 'shared_buffers = plenty\n');
    await expect(start()).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringMatching(/did not start \(code 1\).*syntax error|invalid value.*postgres\.log/) as string,
    });
  });

  it.runIf(isRoot)('says whose the data is when it is another user’s', async () => {
    const nobody = { uid: 65534, gid: 65534 };
    mkdirSync(dataDir);
    const { said } = await otherProcess(dataDir, nobody);
    expect(said).toMatch(/cannot be made or opened by nobody|belongs to root, and Gatepost was started by nobody/);
    expect(said).toMatch(/Give that user the folder|Start Gatepost as root/);
  });
});
