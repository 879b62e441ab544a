// Logins: an e-mail address, a name and a password. They belong to the installation; people belong to schools.
import { z } from 'zod';
import { isId } from '#kernel/id.ts';
import type { Engine } from './engine.ts';
import { dateOf } from './instants.ts';
import { decoyHash } from './password-hash.ts';
import { LONGEST } from './password-rules.ts';
import type { InTurn } from './turns.ts';

export interface Login {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

export interface Logins {
  find(loginId: string): Promise<Login | null>;
  /** The login whose password this is. Takes as long when nobody has that address. */
  withPassword(email: string, password: string): Promise<{ readonly login: Login | null; readonly right: boolean }>;
  /** Null if the address is taken. */
  create(login: Omit<Login, 'id'>, password: string, at: Temporal.Instant): Promise<Login | null>;
  /** Also for a login that has none yet, because it came by a provider. */
  setPassword(loginId: string, password: string, at: Temporal.Instant): Promise<void>;
  hasPassword(loginId: string): Promise<boolean>;
}

/** Trimmed and in lower case; null if it is no e-mail address (RFC 5321 allows 254 characters). */
export function emailIn(text: string): string | null {
  const email = text.trim().toLowerCase();
  return email.length <= 254 && z.email().safeParse(email).success ? email : null;
}

/** @param inTurn what hashing waits for */
export function loginsIn(engine: Engine, inTurn: InTurn): Logins {
  const decoy = decoyHash();
  const hasPassword = async (loginId: string): Promise<boolean> =>
    (await engine.internalAdapter.findAccounts(loginId)).some(({ providerId }) => providerId === 'credential');
  return {
    hasPassword,
    async find(loginId) {
      return isId(loginId) ? engine.internalAdapter.findUserById(loginId) : null;
    },
    async withPassword(typed, password) {
      const email = emailIn(typed);
      const found =
        email === null ? null : await engine.internalAdapter.findUserByEmail(email, { includeAccounts: true });
      const hash = found?.accounts.find(({ providerId }) => providerId === 'credential')?.password ?? decoy;
      // A megabyte of password is not hashed, and is as wrong as any other.
      const tooLong = Array.from(password.slice(0, 2 * LONGEST + 1)).length > LONGEST;
      const fits = await inTurn(() => engine.password.verify({ hash, password: tooLong ? '' : password }));
      return { login: found?.user ?? null, right: fits && !tooLong && found !== null };
    },
    async create({ email, name }, password, at) {
      const hash = await inTurn(() => engine.password.hash(password));
      const times = { createdAt: dateOf(at), updatedAt: dateOf(at) };
      try {
        return await engine.adapter.transaction(async (tx) => {
          const data = { email, name, emailVerified: false, ...times };
          const login = await tx.create<typeof data, Login>({ model: 'user', data });
          await tx.create({ model: 'account', data: passwordOf(login.id, hash, at) });
          return login;
        });
      } catch (error) {
        if ((error as { code?: unknown }).code === '23505') return null;
        throw error;
      }
    },
    async setPassword(loginId, password, at) {
      const hash = await inTurn(() => engine.password.hash(password));
      if (await hasPassword(loginId)) {
        await engine.internalAdapter.updatePassword(loginId, hash);
      } else {
        await engine.adapter.create({ model: 'account', data: passwordOf(loginId, hash, at) });
      }
    },
  };
}

/** A password as better-auth keeps it: one way in among others. */
const passwordOf = (loginId: string, hash: string, at: Temporal.Instant) => ({
  userId: loginId,
  providerId: 'credential',
  accountId: loginId,
  password: hash,
  createdAt: dateOf(at),
  updatedAt: dateOf(at),
});
