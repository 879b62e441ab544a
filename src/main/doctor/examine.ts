// `gatepost doctor`: looks at everything that can be wrong with an installation, running or not, and changes nothing.
import pg from 'pg';
import { refuseUnfinishedRestore } from '../backup/unfinished.ts';
import { readConfig, type Config } from '../config.ts';
import { clockFinding, guardLines, keysFinding, schemaFinding } from './database.ts';
import { wrong, wrongBy, type Finding } from './finding.ts';
import { folderFindings, pagesFinding, portFinding, runsHere } from './machine.ts';
import { addressFindings, mailFindings, providerFindings } from './outside.ts';
import { reachDatabase } from './reach-database.ts';
import type { Tools } from './tools.ts';
import { backupFinding, jobsFinding, sealsFinding } from './work.ts';

type Environment = Readonly<Record<string, string | undefined>>;
const JUMP_SECONDS = 2;

/** Each finding as soon as it is found. */
export async function* examine(env: Environment, tools: Tools): AsyncGenerator<Finding> {
  const [began, ticks] = [tools.clock.now(), performance.now()];
  let config: Config;
  try {
    config = readConfig(env, false);
  } catch (error) {
    return yield wrongBy('Settings', error);
  }
  yield* careful('Pages', async () => [await pagesFinding(tools)]);
  let usable = true;
  for await (const finding of careful('Data folder', () => folderFindings(config, tools))) {
    if (finding.about === 'Data folder' && finding.verdict === 'wrong') usable = false;
    yield finding;
  }
  yield* careful('Port', async () => [await portFinding(config, tools)]);
  if (usable) {
    yield* restoreFindings(config);
    yield* throughDatabase(config, tools);
  }
  yield* careful('Address', () => addressFindings(config, tools));
  const jumped = tools.clock.now().since(began).total('seconds') - (performance.now() - ticks) / 1_000;
  if (Math.abs(jumped) > JUMP_SECONDS) {
    const words = `It jumped by ${Math.round(jumped)} seconds while the doctor looked.`;
    yield wrong('Clock', words, 'Two programs may be setting it. Keep one of them (systemd-timesyncd or chrony), and switch the other off.'); // prettier-ignore
  }
}

/** Nothing is said where all is well: hardly anybody ever restores. */
function restoreFindings({ dataDir }: Config): Finding[] {
  try {
    refuseUnfinishedRestore(dataDir);
    return [];
  } catch (error) {
    return [wrongBy('Restore', error)];
  }
}

async function* throughDatabase(config: Config, tools: Tools): AsyncGenerator<Finding> {
  const isRunning = (await runsHere(config.dataDir)) !== undefined;
  const { finding, address, close } = await reachDatabase(config, tools.patienceMs);
  yield finding;
  try {
    if (address === null) return yield* careful('Master key', async () => [(await keysFinding(config, null)).finding]);
    const client = new pg.Client({ ...address, options: '-c TimeZone=UTC -c search_path=public' });
    client.on('error', () => {});
    await client.connect();
    try {
      yield* insideDatabase(config, tools, client, isRunning);
      yield* careful('Row policies', () => guardLines(address));
    } finally {
      await client.end();
    }
  } finally {
    await close();
  }
}

async function* insideDatabase(config: Config, tools: Tools, client: pg.Client, isRunning: boolean) {
  const { finding, usable } = await schemaFinding(client);
  yield finding;
  yield* careful('Clock', async () => [await clockFinding(client, tools.clock, usable)]);
  const keys = await keysFinding(config, client);
  yield keys.finding;
  if (!usable) return;
  yield* careful('Jobs', async () => [await jobsFinding(client, tools.clock, isRunning)]);
  yield* careful('Ledger', async () => [await sealsFinding(client, tools.clock, isRunning)]);
  yield* careful('Backup', async () => [await backupFinding(client, tools.clock)]);
  yield* careful('Mail', () => mailFindings(client, keys.ring, tools));
  yield* careful('Sign-in', () => providerFindings(client, tools));
}

/** What cannot be looked at is itself a finding, and no reason to leave the rest unseen. */
async function* careful(about: string, look: () => Promise<readonly Finding[]>): AsyncGenerator<Finding> {
  try {
    yield* await look();
  } catch (error) {
    const { message } = error as Error;
    yield wrong(about, `This could not be looked at: ${message}`, 'Put right what is wrong above, then ask again.');
  }
}
