// Rough days: killed in the middle, a full disk, the built-in database, an owner who is no superuser.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { isRoot, trialFolder } from '#db/embedded/trial.ts';
import { systemClock } from '#kernel/clock.ts';
import { reveal, Secret } from '#kernel/secret.ts';
import { openGround } from '../ground.ts';
import { ENDINGS, makeBackup, type MadeBackup } from './make-backup.ts';
import { masterKeysIn } from './recovery-sheet.ts';
import { restore } from './restore.ts';
import { ask, digests, fill, newSheet, openPlace, ourTables, quiet, SCHOOL, type Place } from './trial.ts';
import { markUnfinished } from './unfinished.ts';

const PROGRAM = fileURLToPath(new URL('../../../bin/gatepost.mjs', import.meta.url));
let source: Place;
let plain: MadeBackup;
let then: Record<string, string>;
let sheetFile: string;
let keys: ReturnType<typeof newSheet>;
const places: Place[] = [];
const newPlace = async (template?: string): Promise<Place> => {
  const place = await openPlace(template);
  places.push(place);
  return place;
};

beforeAll(async () => {
  source = await newPlace(ourTables());
  await fill(source);
  const { dataDir } = source.config;
  keys = newSheet(await masterKeysIn(join(dataDir, 'keys', 'master.keys')));
  sheetFile = join(dataDir, 'sheet.txt');
  await writeFile(sheetFile, keys.text);
  then = await digests(source.address);
  plain = await makeBackup({
    address: source.address,
    files: join(dataDir, 'files'),
    lock: { kind: 'plain' },
    now: systemClock.now().toString(),
    version: '0.0.0',
    path: () => join(dataDir, `whole${ENDINGS.plain}`),
  });
}, 60_000);
afterAll(async () => {
  for (const place of places) await place.drop();
});

const environment = ({ config }: Pick<Place, 'config'>) => ({
  PATH: process.env['PATH'],
  GATEPOST_DATA: config.dataDir,
  ...(config.databaseUrl === null ? {} : { DATABASE_URL: reveal(config.databaseUrl) }),
});

function gatepost(at: Pick<Place, 'config'>, args: readonly string[], before = '') {
  const line = `${before} exec "$0" "$@"`;
  const child = spawn('/bin/sh', ['-c', line, process.execPath, PROGRAM, ...args], {
    env: environment(at),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...said }));
  return { child, ended };
}

it('a restore that is killed in the middle leaves what was there, and the next one goes through', async () => {
  const place = await newPlace(ourTables());
  await fill(place, 'Thornbeck School');
  const there = await digests(place.address);
  const files = await readdir(join(place.config.dataDir, 'files'));
  const pipe = join(place.config.dataDir, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const { child, ended } = gatepost(place, ['restore', pipe, '--identity', sheetFile, '--replace', '--without-backup']);
  child.stdin.end('Thornbeck School\n');
  const bytes = await readFile(plain.path);
  await using writing = await open(pipe, 'w');
  await writing.write(bytes.subarray(0, -50)); // all but its end: every table is loaded by then, nothing is committed
  const loaded = `select count(*)::int as n from pg_stat_activity where application_name = 'gatepost restore' and state = 'idle in transaction' and datname = current_database() and query ilike 'copy%'`;
  await expect.poll(() => place.sql(loaded), { timeout: 60_000 }).toEqual([{ n: 1 }]);
  child.kill('SIGKILL');
  await ended;
  await writing.close();
  await expect
    .poll(() =>
      place.sql(
        `select count(*)::int as n from pg_stat_activity where application_name = 'gatepost restore' and datname = current_database()`,
      ),
    )
    .toEqual([{ n: 0 }]);
  expect(await digests(place.address)).toEqual(there);
  expect(await readdir(join(place.config.dataDir, 'files'))).toEqual(files);
  await (await openGround(place.config, quiet)).close();

  const again = gatepost(place, ['restore', plain.path, '--identity', sheetFile, '--replace']);
  again.child.stdin.end('Thornbeck School\n');
  const { code, out, err } = await again.ended;
  expect(`${code} ${err}`).toMatch(/^0 /);
  expect(out).toMatch(
    /Restored: Millrace Primary School, as of .*What was there before: .*The ledger of Millrace Primary School holds/s,
  );
  expect(await digests(place.address)).toEqual(then);
  expect(await readdir(place.config.dataDir)).not.toContain('files.restoring');
}, 180_000);

it('one that was broken off at its last step is said at every start, until a restore goes through', async () => {
  const place = await newPlace();
  await markUnfinished(place.config.dataDir, 'whole.backup');
  await expect(openGround(place.config, quiet)).rejects.toMatchObject({
    code: 'restore-unfinished',
    remedy: expect.stringContaining('--replace'),
  });
  const wishes = { replace: true, withoutBackup: false, typed: async () => SCHOOL, progress: () => {} };
  const cut = join(place.config.dataDir, 'cut.backup');
  await writeFile(cut, (await readFile(plain.path)).subarray(0, -50));
  const wanted = { config: place.config, log: quiet, sheet: keys.sheet, ...wishes };
  await expect(restore({ ...wanted, path: cut })).rejects.toMatchObject({ code: 'backup-cut-short' });
  await expect(openGround(place.config, quiet)).rejects.toMatchObject({ code: 'restore-unfinished' });
  await restore({ ...wanted, path: plain.path });
  await (await openGround(place.config, quiet)).close();
});

it('a full disk is told in words, and leaves neither half a file nor an older backup harmed', async () => {
  const folder = join(source.config.dataDir, 'full');
  await mkdir(folder);
  await writeFile(join(folder, 'older.backup'), 'older');
  // The system’s own limit on the size of a file: 8 blocks of 512 bytes.
  const { ended } = gatepost(source, ['backup', folder, '--to', keys.to], `trap '' XFSZ; ulimit -f 8;`);
  const { code, err } = await ended;
  expect(err).toMatch(/disk of .* is full.*Make room/s);
  expect(code).toBe(1);
  expect(await readdir(folder)).toEqual(['older.backup']);
}, 30_000);

it('refuses to back up for nobody, and to write over a file', async () => {
  const nobody = await gatepost(source, ['backup']).ended;
  expect([nobody.code, nobody.err]).toEqual([
    2,
    expect.stringMatching(/Nobody is named.*gatepost backup key.*--plain/),
  ]);
  const over = await gatepost(source, ['backup', plain.path, '--plain']).ended;
  expect([over.code, over.err]).toEqual([1, expect.stringContaining('already')]);
}, 30_000);

it('goes from a server of one’s own into the built-in database and back, by the recovery sheet alone', async () => {
  const sheets = join(source.config.dataDir, 'sheets');
  await mkdir(sheets);
  const made = await gatepost(source, ['backup', 'key', sheets]).ended;
  expect(`${made.code} ${made.err}`).toMatch(/^0/);
  const sheet = join(sheets, 'gatepost-recovery-sheet.txt');
  const twice = await gatepost(source, ['backup', 'key', sheets]).ended;
  expect([twice.code, twice.err]).toEqual([1, expect.stringContaining('No key was made')]);
  const file = join(source.config.dataDir, `moved${ENDINGS.age}`);
  const backedUp = await gatepost(source, ['backup', file, '--check', '--identity', sheet]).ended;
  expect(`${backedUp.code} ${backedUp.err}`).toMatch(/^0/);
  expect(backedUp.out).toMatch(/read back, tried in a database of its own/);
  const [noted] = await source.sql('select reason, outcome, is_tried, is_encrypted from backup');
  expect(noted).toEqual({ reason: 'command', outcome: 'good', is_tried: true, is_encrypted: true });

  const dataDir = trialFolder();
  const builtIn = { config: { ...source.config, dataDir, databaseUrl: null } };
  try {
    const there = await gatepost(builtIn, ['restore', file, '--identity', sheet]).ended;
    expect(`${there.code} ${there.err}`).toMatch(/^0/);
    expect(there.out).toMatch(/The ledger of Millrace Primary School holds/);
    const back = await gatepost(builtIn, ['backup', `${dataDir}/`, '--plain']).ended;
    expect(`${back.code} ${back.err}`).toMatch(/^0/);
    expect(back.out).toMatch(/3 files/);
    const verified = await gatepost(builtIn, ['ledger', 'verify']).ended;
    expect(`${verified.code} ${verified.err}`).toMatch(/^0/);
  } finally {
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}, 120_000);

it('needs no superuser: whoever owns the database can back up and restore', async () => {
  const owner = { ...inject('database').owner };
  const role = 'gatepost_trial_owner';
  await ask(owner, `drop role if exists ${role}`);
  await ask(owner, `create role ${role} login password 'trial' nosuperuser nobypassrls createrole`);
  await ask(owner, `grant gatepost_app, gatepost_visitor, gatepost_sign_in to ${role} with admin option`);
  const place = await newPlace();
  const { database } = place;
  await ask(owner, `alter database ${database} owner to ${role}`);
  const url = new URL(reveal(place.config.databaseUrl!));
  [url.username, url.password] = [role, 'trial'];
  const own = { config: { ...place.config, databaseUrl: new Secret(url.href) } };
  const restored = await gatepost(own, ['restore', plain.path, '--identity', sheetFile]).ended;
  expect(`${restored.code} ${restored.err}`).toMatch(/^0/);
  expect(await digests(place.address)).toEqual(then);
  const again = await gatepost(own, ['backup', join(place.config.dataDir, 'own.backup'), '--plain']).ended;
  expect(`${again.code} ${again.err}`).toMatch(/^0/);
  await ask(owner, `alter database ${database} owner to ${owner.user}`);
  await place.drop();
  places.splice(places.indexOf(place), 1);
  await ask(owner, `drop role ${role}`);
}, 60_000);

it.skipIf(!isRoot)('leaves what root restored to the owner of the data folder', async () => {
  const place = await newPlace();
  const { dataDir } = place.config;
  const [uid, gid] = [65_534, 65_534];
  await chown(dataDir, uid, gid);
  const wishes = { replace: false, withoutBackup: false, typed: async () => '', progress: () => {} };
  await restore({ config: place.config, log: quiet, path: plain.path, sheet: keys.sheet, ...wishes });
  const made = (await readdir(dataDir, { recursive: true })).filter((name) => /^(files|keys|ledger-heads)/.test(name));
  expect(made.length).toBeGreaterThan(6);
  for (const name of made) expect(await stat(join(dataDir, name)), name).toMatchObject({ uid, gid });
});
