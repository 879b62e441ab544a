// A command that asks after an installation is told that there is none, and makes none.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { backUpByCommand } from './backup/by-command.ts';
import { readConfig } from './config.ts';
import { exportInstallation } from './export-ledger.ts';
import { createLog } from './log.ts';
import { recoverPerson } from './recover-person.ts';
import { rotateKeys } from './rotate-keys.ts';
import { verifyInstallation } from './verify-ledger.ts';

const home = mkdtempSync(join(tmpdir(), 'gatepost-nothing-'));
const dataDir = join(home, 'data');
afterAll(() => rmSync(home, { recursive: true }));

const config = readConfig({ GATEPOST_DATA: dataDir }, false);
const quiet = () => {};

it.each<[string, () => Promise<unknown>]>([
  ['verifying the ledger', () => verifyInstallation(config, quiet)],
  ['exporting it', () => exportInstallation(config, join(home, 'out'), quiet)],
  ['a backup', () => backUpByCommand(config, createLog(() => '', quiet, false), { where: undefined, to: [], plain: true, check: false, sheet: { identities: [], masterKeys: [] }, progress: quiet })], // prettier-ignore
  ['a new master key', () => rotateKeys(config, quiet)],
  ['a way back in', () => recoverPerson(config, 'head@millrace.example')],
])('%s says that there is nothing there, and makes nothing', async (_, ask) => {
  await expect(ask()).rejects.toMatchObject({
    code: 'no-installation',
    message: `There is no Gatepost in ${dataDir}.`,
  });
  expect(existsSync(dataDir)).toBe(false);
});
