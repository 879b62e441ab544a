import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { openSandbox } from './sandbox.ts';

const picture = await sharp({ create: { width: 90, height: 60, channels: 3, background: 'teal' } })
  .png()
  .toBuffer();
const request = { bytes: picture, limitPixels: 10_000 };

/** Process ids of the sandboxes this process has started. */
async function sandboxes(): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,args=']);
  const rows = stdout.split('\n').map((row) => row.trim().split(/\s+/));
  const ours = rows.filter(
    ([, parent, ...args]) => parent === String(process.pid) && args.join(' ').includes('sandboxed.ts'),
  );
  return ours.map(([pid]) => Number(pid));
}

test('a decoder that breaks down costs its picture and nothing else', async () => {
  await using sandbox = openSandbox();
  expect(await sandbox.ask(request, 10)).toMatchObject({ cleaned: { width: 90 } });
  const [pid = 0] = await sandboxes();
  process.kill(pid, 'SIGSTOP');
  const asked = sandbox.ask(request, 10);
  process.kill(pid, 'SIGSEGV');
  process.kill(pid, 'SIGCONT');
  await expect(asked).rejects.toMatchObject({ kind: 'invalid', code: 'picture-damaged' });
  expect(await sandbox.ask(request, 10)).toMatchObject({ cleaned: { height: 60 } });
});

test('the process starts with the first picture and is gone when the sandbox is closed', async () => {
  const sandbox = openSandbox();
  expect(await sandboxes()).toEqual([]);
  await sandbox.ask(request, 10);
  expect(await sandboxes()).toHaveLength(1);
  await sandbox[Symbol.asyncDispose]();
  expect(await sandboxes()).toEqual([]);
});
