// One filled demo for all who run side by side: the first of them fills it, the others wait for that, and each has a copy.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { trialFolder } from '#db/embedded/trial.ts';
import { startProduct } from '#test/browser/product.ts';

const WAIT_MS = 120_000;

/**
 * @param shelf a folder of this run alone
 * @returns a data folder with the demo in it, to be thrown away by whoever asked
 */
export async function filledDemo(shelf: string): Promise<string> {
  const mine = trialFolder();
  const filled = join(shelf, 'demo');
  if (isFirst(shelf, `${filled}.begun`)) {
    const product = await startProduct({ command: 'demo', dataDir: mine });
    await product.stop();
    await copy(mine, `${filled}.new`);
    renameSync(`${filled}.new`, filled);
  } else {
    for (let waited = 0; !existsSync(filled); waited += 100) {
      if (waited > WAIT_MS) throw new Error('Nobody filled the demo.');
      await pause(100);
    }
    await copy(filled, mine);
  }
  return mine;
}

/** The system lets one of many make a folder. */
function isFirst(shelf: string, mark: string): boolean {
  mkdirSync(shelf, { recursive: true });
  try {
    mkdirSync(mark);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** With its owners, by whom the database goes. */
async function copy(from: string, to: string): Promise<void> {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  await promisify(execFile)('cp', ['-a', `${from}/.`, to]);
}
