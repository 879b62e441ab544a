// Where a person signed in with `gatepost login`: an address and an access token, in a file that only they can read.
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { fail } from '#kernel/errors.ts';
import { reveal, secret, type Secret } from '#kernel/secret.ts';

export interface Login {
  readonly origin: string;
  readonly token: Secret;
}

/** What the caller was told from outside; it goes before what is saved. */
export interface GivenLogin {
  readonly origin: string | null;
  readonly token: Secret | null;
}

const shape = z.object({ origin: z.string(), token: z.string() });

/** @param file absolute path */
export async function savedLogin(file: string): Promise<Login | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  try {
    const { origin, token } = shape.parse(JSON.parse(text));
    return { origin, token: secret(token) };
  } catch (cause) {
    throw fail.invalid({
      code: 'unreadable-login',
      message: `${file} is not what "login" wrote.`,
      remedy: 'Run login again.',
      cause,
    });
  }
}

export async function saveLogin(file: string, { origin, token }: Login): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.new`;
  await writeFile(draft, `${JSON.stringify({ origin, token: reveal(token) })}\n`, { mode: 0o600 });
  await chmod(draft, 0o600); // a draft left behind by a crash keeps its mode
  await rename(draft, file);
}

export const forgetLogin = (file: string): Promise<void> => rm(file, { force: true });

/** A saved token goes to the address it was saved for, and to no other. */
export async function loginToUse(file: string, given: GivenLogin): Promise<Login> {
  const saved = given.origin !== null && given.token !== null ? null : await savedLogin(file);
  const origin = given.origin ?? saved?.origin;
  const token = given.token ?? (saved?.origin === origin ? saved?.token : undefined);
  if (origin !== undefined && token !== undefined) return { origin: checkedOrigin(origin), token };
  throw fail.unauthenticated({
    message: origin === undefined ? 'Nobody has signed in here.' : `Nobody has signed in to ${origin} here.`,
    remedy: 'Run: gatepost login',
  });
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** @throws unless a token may be sent there: https, or this machine itself */
export function checkedOrigin(text: string): string {
  const url = URL.parse(text);
  if (url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname))))
    return url.origin;
  throw fail.invalid({
    code: 'wrong-use',
    message: `"${text}" is not an address such as https://gatepost.school.example; plain http only works on this machine itself.`,
  });
}
