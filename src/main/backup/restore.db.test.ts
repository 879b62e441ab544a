// A backup of a whole installation and its way back, on a real database: nothing is lost, and nothing wrong is let in.
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeAppLock } from '#db/embedded/app-lock.ts';
import { systemClock } from '#kernel/clock.ts';
import { verifyDatabase } from '../verify-ledger.ts';
import { recipientFrom } from './age/keys.ts';
import { makeBackup, type MadeBackup } from './make-backup.ts';
import { masterKeysIn } from './recovery-sheet.ts';
import { restore, type RestoreWishes } from './restore.ts';
import {
  addStaff,
  digests,
  fill,
  newSheet,
  openApp,
  openPlace,
  ourTables,
  quiet,
  SCHOOL,
  type Place,
} from './trial.ts';
import { tryBackup } from './try-backup.ts';

let folder: string;
let source: Place;
let made: MadeBackup;
let keys: ReturnType<typeof newSheet>;
let before: Record<string, string>;
const places: Place[] = [];

const newPlace = async (template?: string): Promise<Place> => {
  const place = await openPlace(template);
  places.push(place);
  return place;
};
const backUp = (place: Place, name: string, to = keys.to): Promise<MadeBackup> =>
  makeBackup({
    address: place.address,
    files: join(place.config.dataDir, 'files'),
    lock: { kind: 'age', recipients: [recipientFrom(to)] },
    now: systemClock.now().toString(),
    version: '0.0.0',
    path: () => join(folder, name),
  });
const bringBack = (place: Place, wishes: Partial<RestoreWishes> = {}) =>
  restore({
    config: place.config,
    log: quiet,
    path: made.path,
    sheet: keys.sheet,
    replace: false,
    withoutBackup: false,
    typed: () => Promise.reject(new Error('Nothing should have been asked.')),
    progress: () => {},
    ...wishes,
  });
const isUntouched = async (place: Place) => {
  expect(
    await place.sql(`select count(*)::int as n from pg_class where relnamespace = 'public'::regnamespace`),
  ).toEqual([{ n: 0 }]);
  expect(
    (await readdir(place.config.dataDir)).filter((name) => name.startsWith('files') || name.startsWith('restore')),
  ).toEqual([]);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatepost-backups-'));
  source = await newPlace(ourTables());
  await fill(source);
  keys = newSheet(await masterKeysIn(join(source.config.dataDir, 'keys', 'master.keys')));
  before = await digests(source.address);
  made = await backUp(source, 'whole.backup.age');
}, 120_000);
afterAll(async () => {
  for (const place of places) await place.drop();
  await rm(folder, { recursive: true, force: true });
});

it('brings everything back on another machine: every row, every file, the jobs, the ledger', async () => {
  const place = await newPlace();
  const { verdicts, footer, kept } = await bringBack(place);
  expect(await digests(place.address)).toEqual(before);
  expect(verdicts.length).toBeGreaterThan(1);
  expect(verdicts.filter(({ verdict }) => !verdict.holds)).toEqual([]);
  expect([kept, footer.missing, footer.files]).toEqual([null, [], 3]);
  const job = `select t.identifier, j.run_at, j.key, j.max_attempts, j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id`;
  expect(await place.sql(job)).toEqual(await source.sql(job));
  expect(await place.sql('select * from sign_in.session')).toEqual([]);

  await using running = await openApp(place);
  await addStaff(running, 1);
  const [picture] = await place.sql<{ school_id: string; address: string }>('select school_id, address from media');
  let bytes = 0;
  for await (const part of await running.app.ports.files.read(picture!.address, { school: picture!.school_id }))
    bytes += part.length;
  expect(bytes).toBeGreaterThan(100);
});

it('is a picture of one moment, however much is written meanwhile', async () => {
  const busy = await newPlace(ourTables());
  await fill(busy);
  await using running = await openApp(busy);
  let writing = true;
  const writer = (async () => {
    while (writing) await addStaff(running, 2);
  })();
  const backups: MadeBackup[] = [];
  for (let i = 0; i < 3; i += 1) backups.push(await backUp(busy, `busy-${i}.backup.age`));
  writing = false;
  await writer;
  const busyKeys = newSheet(await masterKeysIn(join(busy.config.dataDir, 'keys', 'master.keys')));
  for (const { path } of backups) {
    const place = await newPlace();
    const sheet = { ...busyKeys.sheet, identities: keys.sheet.identities };
    const { verdicts } = await bringBack(place, { path, sheet });
    expect(verdicts.filter(({ verdict }) => !verdict.holds)).toEqual([]);
  }
}, 120_000);

describe('refuses, and leaves all as it was:', () => {
  it('a file with one byte changed, anywhere', async () => {
    const place = await newPlace();
    const whole = await readFile(made.path);
    const path = join(folder, 'changed.backup.age');
    const places = [
      0,
      30,
      100,
      190,
      205,
      300,
      ...Array.from({ length: 12 }, (_, i) => Math.floor((whole.length * (i + 1)) / 13)),
      whole.length - 1,
    ];
    for (const at of places) {
      const changed = Buffer.from(whole);
      changed[at]! ^= 0x10;
      await writeFile(path, changed);
      await expect(bringBack(place, { path }), `byte ${at}`).rejects.toMatchObject({ kind: 'invalid' });
    }
    await isUntouched(place);
  });

  it('a file cut short, anywhere', async () => {
    const place = await newPlace();
    const whole = await readFile(made.path);
    const path = join(folder, 'cut.backup.age');
    for (const length of [0, 10, 200, 1_000, Math.floor(whole.length / 2), whole.length - 1]) {
      await writeFile(path, whole.subarray(0, length));
      await expect(bringBack(place, { path }), `${length} bytes`).rejects.toMatchObject({ kind: 'invalid' });
    }
    await isUntouched(place);
  });

  it('the wrong key, and no key', async () => {
    const place = await newPlace();
    await expect(bringBack(place, { sheet: newSheet().sheet })).rejects.toMatchObject({ code: 'wrong-recovery-key' });
    await expect(bringBack(place, { sheet: { identities: [], masterKeys: [] } })).rejects.toMatchObject({
      code: 'recovery-key-needed',
    });
    const withoutMaster = { ...keys.sheet, masterKeys: [] };
    await expect(bringBack(place, { sheet: withoutMaster })).rejects.toMatchObject({ code: 'master-key-missing' });
    await isUntouched(place);
  });

  it('a backup of a newer Gatepost', async () => {
    const newer = await newPlace(ourTables());
    await fill(newer);
    await newer.sql(`insert into schema_migration (name, sha256) values ('9999-later.sql', repeat('0', 64))`);
    const { path } = await backUp(newer, 'newer.backup.age');
    const place = await newPlace();
    await expect(bringBack(place, { path })).rejects.toThrow(/newer Gatepost .*9999-later\.sql/);
    await isUntouched(place);
  }, 60_000);

  it('while Gatepost runs on this data folder, or is connected from elsewhere', async () => {
    const place = await newPlace();
    const lock = await takeAppLock(place.config.dataDir, () => ({
      pid: process.pid,
      since: systemClock.now().toString(),
    }));
    await expect(bringBack(place)).rejects.toMatchObject({ code: 'locked-by-another' });
    await lock.release();
    const waiting = place.sql('select pg_sleep(3)');
    await expect
      .poll(async () =>
        place.sql(
          `select count(*)::int as n from pg_stat_activity where query like '%pg_sleep(3)' and datname = current_database()`,
        ),
      )
      .not.toEqual([{ n: 0 }]);
    await expect(bringBack(place)).rejects.toMatchObject({ code: 'database-in-use' });
    await waiting;
  });

  it('another installation’s data, unless its name is typed; what was there is then kept', async () => {
    const other = await newPlace(ourTables());
    await fill(other, 'Thornbeck School');
    const there = await digests(other.address);
    await expect(bringBack(other)).rejects.toThrow(
      /Thornbeck School.*another installation \(Millrace Primary School\)/,
    );
    await expect(bringBack(other, { replace: true, typed: async () => 'Thornbeck' })).rejects.toMatchObject({
      code: 'not-confirmed',
    });
    expect(await digests(other.address)).toEqual(there);
    const { kept, verdicts } = await bringBack(other, { replace: true, typed: async () => 'Thornbeck School' });
    expect(await digests(other.address)).toEqual(before);
    expect(verdicts.every(({ verdict }) => verdict.holds)).toBe(true);
    expect(await readdir(join(other.config.dataDir, 'files'))).toHaveLength(1);

    // … and back again from what was kept, by this installation's own key.
    const typed = async () => SCHOOL;
    await bringBack(other, { path: kept!, replace: true, typed, sheet: { identities: [], masterKeys: [] } });
    expect(await digests(other.address)).toEqual(there);
  }, 60_000);

  it('a database of other programs', async () => {
    const place = await newPlace();
    await place.sql('create table shopping (item text)');
    await expect(bringBack(place)).rejects.toMatchObject({ code: 'database-not-ours' });
  });
});

it('names a picture that was deleted meanwhile, and brings back the rest', async () => {
  const copy = { ...source, config: { ...source.config, dataDir: join(folder, 'copy') } };
  await cp(source.config.dataDir, copy.config.dataDir, { recursive: true });
  const [picture] = await source.sql<{ school_id: string; thumbnail_address: string }>(
    'select school_id, thumbnail_address from media',
  );
  const address = picture!.thumbnail_address;
  const path = `${picture!.school_id}/${address.slice(0, 2)}/${address}`;
  await rm(join(copy.config.dataDir, 'files', path));
  const { footer } = await backUp(copy, 'hole.backup.age');
  expect(footer).toMatchObject({ missing: [path], files: 2 });
});

it('can be tried out in a database of its own, which is gone afterwards', async () => {
  await tryBackup(made.path, { identities: keys.sheet.identities, keyring: null }, source.address);
  expect(await source.sql(`select datname from pg_database where datname like 'gatepost_check_%'`)).toEqual([]);
  const broken = join(folder, 'broken.backup.age');
  const bytes = await readFile(made.path);
  bytes[bytes.length - 100]! ^= 1;
  await writeFile(broken, bytes);
  await expect(
    tryBackup(broken, { identities: keys.sheet.identities, keyring: null }, source.address),
  ).rejects.toMatchObject({ kind: 'invalid' });
  expect(await source.sql(`select datname from pg_database where datname like 'gatepost_check_%'`)).toEqual([]);
  expect((await verifyDatabase(source.address, {}, () => {})).every(({ verdict }) => verdict.holds)).toBe(true);
});
