// What the database is like: its schema, its row policies, its clock, and whether our key opens what lies in it.
import { join } from 'node:path';
import type pg from 'pg';
import { guardFindings } from '#db/guard.ts';
import { readMigrations } from '#db/migrate.ts';
import type { Address } from '#db/pool.ts';
import type { Clock } from '#kernel/clock.ts';
import { keyringFor, type Keyring } from '#kernel/keyring.ts';
import { openMasterKeys, parseMasterKeys } from '#kernel/master-key.ts';
import { openText } from '#kernel/secret-box.ts';
import type { Config } from '../config.ts';
import { ok, warn, wrong, wrongBy, type Finding } from './finding.ts';

/** @returns whether the tables are there to be asked, besides */
export async function schemaFinding(client: pg.Client): Promise<{ finding: Finding; usable: boolean }> {
  const about = 'Schema';
  const { rows: found } = await client.query<{ there: boolean }>(`select to_regclass('public.schema_migration') is not null as there`); // prettier-ignore
  if (!found[0]!.there) return { finding: warn(about, 'The database is empty.', 'The first start makes the tables. If there should be some, this is the wrong database.'), usable: false }; // prettier-ignore
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from schema_migration order by name'); // prettier-ignore
  const ours = new Map(readMigrations().map(({ name, sha256 }) => [name, sha256]));
  const newer = rows.filter(({ name }) => !ours.has(name)).at(-1);
  if (newer) return { finding: wrong(about, `This database was written by a newer Gatepost: it knows ${newer.name}.`, 'Install that version or newer. Going back is by a backup from before.'), usable: true }; // prettier-ignore
  const changed = rows.find(({ name, sha256 }) => ours.get(name) !== sha256);
  if (changed) return { finding: wrong(about, `Migration ${changed.name} is not the one that ran.`, 'Install Gatepost anew: its files were changed.'), usable: true }; // prettier-ignore
  const waiting = ours.size - rows.length;
  if (waiting > 0) return { finding: warn(about, `It is older than this program: ${waiting} ${waiting === 1 ? 'migration waits' : 'migrations wait'}.`, 'The next start runs them, after a backup. To do it now: gatepost migrate'), usable: false }; // prettier-ignore
  return {
    finding: ok(about, `It is the one that this version needs (${rows.at(-1)!.name.slice(0, 4)}).`),
    usable: true,
  };
}

export async function guardLines(address: Address): Promise<Finding[]> {
  const about = 'Row policies';
  const faults = await guardFindings(address);
  if (faults.length === 0)
    return [ok(about, 'Every table is closed to other schools, and no role can get round that.')];
  return faults.map((fault) => {
    const [words = fault, remedy = 'Use a newer server.'] = fault.split(/ (?=Run: )/);
    return wrong(about, words, remedy);
  });
}

const A_LITTLE = 2;
const TOO_MUCH = 30;

/** Deadlines, codes of authenticator apps and the ledger all go by the clock. */
export async function clockFinding(client: pg.Client, clock: Clock, hasLedger: boolean): Promise<Finding> {
  const about = 'Clock';
  const remedy = 'Let both machines keep time by the network: sudo timedatectl set-ntp true';
  const before = clock.now();
  const { rows } = await client.query<{ ms: number }>('select extract(epoch from clock_timestamp())::float8 * 1000 as ms'); // prettier-ignore
  const between = before.add({ milliseconds: Math.round(clock.now().since(before).total('milliseconds') / 2) });
  const ahead = (between.epochMilliseconds - rows[0]!.ms) / 1_000;
  const apart = `This machine’s clock is ${inWords(Math.abs(ahead))} ${ahead > 0 ? 'ahead of' : 'behind'} the database’s.`;
  if (Math.abs(ahead) > TOO_MUCH) return wrong(about, apart, remedy);
  if (hasLedger) {
    const { rows: newest } = await client.query<{ at: Date | null }>('select max(at) as at from entry');
    const future = newest[0]?.at ? (newest[0].at.getTime() - clock.now().epochMilliseconds) / 1_000 : 0;
    if (future > TOO_MUCH) return wrong(about, `The newest entry of the ledger is ${inWords(future)} in the future: the clock was ahead then, or is behind now.`, remedy); // prettier-ignore
  }
  if (Math.abs(ahead) > A_LITTLE) return warn(about, apart, remedy);
  return ok(about, 'It agrees with the database’s, and no entry of the ledger is from the future.');
}

function inWords(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} seconds`;
  return seconds < 7_200 ? `${Math.round(seconds / 60)} minutes` : `${Math.round(seconds / 3_600)} hours`;
}

/** @param client null when there is no database to ask: then only the file is looked at */
export async function keysFinding(
  { masterKey, dataDir }: Config,
  client: pg.Client | null,
): Promise<{ finding: Finding; ring: Keyring | null }> {
  const about = 'Master key';
  const boxes = client === null ? [] : await knownBoxes(client);
  let ring: Keyring;
  try {
    ring =
      masterKey === null ? await openMasterKeys(join(dataDir, 'keys'), { create: false }) : parseMasterKeys(masterKey);
  } catch (error) {
    const isMissing = (error as { code?: string }).code === 'master-key-missing';
    if (isMissing && client !== null && boxes.length === 0) return { finding: warn(about, 'There is none yet, and nothing is locked.', 'The first start makes it.'), ring: null }; // prettier-ignore
    if (isMissing && client === null) return { finding: warn(about, 'There is none in the data folder.', 'The first start makes it where nothing has been locked yet; otherwise put the file back.'), ring: null }; // prettier-ignore
    return { finding: wrongBy(about, error), ring: null };
  }
  const box = boxes[0];
  if (!box) return { finding: ok(about, 'It is there, and nothing has been locked with it yet.'), ring };
  try {
    openText(keyringFor(ring, 'signing-key'), box.private_key_box, `signing-key/${box.id}`);
  } catch (error) {
    if ((error as { code?: string }).code !== 'key-missing') return { finding: wrongBy(about, error), ring: null };
    const remedy = 'Put the key file back that belongs to this database (from the recovery sheet, or the copy kept apart from the backups). Nothing is lost while you look for it; do not make a new one.'; // prettier-ignore
    return {
      finding: wrong(about, 'It is another key than the one this database was locked with.', remedy),
      ring: null,
    };
  }
  return { finding: ok(about, 'It opens what the database keeps locked, and only this user can read it.'), ring };
}

async function knownBoxes(client: pg.Client): Promise<{ id: string; private_key_box: Buffer }[]> {
  const { rows: found } = await client.query<{ there: boolean }>(`select to_regclass('public.signing_key') is not null as there`); // prettier-ignore
  if (!found[0]!.there) return [];
  const { rows } = await client.query<{ id: string; private_key_box: Buffer }>('select id, private_key_box from signing_key order by created_at desc limit 1'); // prettier-ignore
  return rows;
}
