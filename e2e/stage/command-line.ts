// The command line beside a running Gatepost, as its keeper or its users call it.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface Ran {
  readonly code: number;
  /** What it printed, and what it said beside that. */
  readonly text: string;
}

const program = join(import.meta.dirname, '../../bin/gatepost.mjs');

export async function gatepost(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ran> {
  const run = promisify(execFile)(process.execPath, [program, ...args], { env: { ...process.env, ...env } });
  try {
    const { stdout, stderr } = await run;
    return { code: 0, text: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, text: stdout + stderr };
  }
}
