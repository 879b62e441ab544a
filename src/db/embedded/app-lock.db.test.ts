// A second Gatepost on the same data is told who was first.
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isLockedByAnother, takeAppLock } from './app-lock.ts';
import { trialFolder } from './trial.ts';

const holder = { pid: 4711, since: '2026-11-20T08:15:00Z', address: 'http://localhost:3000' };
let home: string;

beforeEach(() => {
  home = trialFolder();
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

describe('the lock on a data folder', () => {
  it('names process, time, address and remedy to the second, whatever path leads there', async () => {
    const dataDir = join(home, 'data');
    mkdirSync(dataDir);
    symlinkSync(dataDir, join(home, 'another-way'));
    const lock = await takeAppLock(dataDir, () => holder);
    const second = await takeAppLock(join(home, 'another-way'), () => holder).catch((error: unknown) => error);
    expect(isLockedByAnother(second) && second.holder).toEqual(holder);
    expect(second).toMatchObject({
      message: expect.stringMatching(
        /process 4711, since 20 November 2026 at \d\d:15, at http:\/\/localhost:3000\) is already running on the data in [^ ]+\.$/,
      ),
      remedy: expect.stringMatching(/^Open http:.*systemctl stop gatepost.*GATEPOST_DATA/),
    });
    await lock.release();
    await (await takeAppLock(dataDir, () => holder)).release();
  });

  it('is one for each folder', async () => {
    const locks = await Promise.all(['one', 'other'].map((name) => takeAppLock(join(home, name), () => holder)));
    expect(locks).toHaveLength(2);
    await Promise.all(locks.map((lock) => lock.release()));
  });

  it('gives the address once there is one', async () => {
    const told: { address?: string } = {};
    const lock = await takeAppLock(home, () => ({ pid: holder.pid, since: holder.since, ...told }));
    await expect(takeAppLock(home, () => holder)).rejects.toMatchObject({
      message: expect.stringContaining('still starting)'),
      remedy: expect.stringMatching(/^Wait for it/),
    });
    told.address = 'http://localhost:3001';
    await expect(takeAppLock(home, () => holder)).rejects.toMatchObject({
      remedy: expect.stringMatching(/^Open http:\/\/localhost:3001/),
    });
    await lock.release();
  });
});
