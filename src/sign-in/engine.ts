// better-auth, set to our tables and our words. It is used for its parts; its own web routes are not mounted.
import { betterAuth } from 'better-auth';
import { Kysely, PostgresDialect } from 'kysely';
import { newId } from '#kernel/id.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import type { SignInOptions } from './port.ts';

/** @param secret stated here, so that no environment variable of better-auth's can replace it */
export async function openEngine(options: SignInOptions, secret: string) {
  return betterAuthFor(options, secret).$context;
}
export type Engine = Awaited<ReturnType<typeof openEngine>>;

export function betterAuthFor({ pool, origin, clock, report }: SignInOptions, secret: string) {
  return betterAuth({
    appName: 'Gatepost',
    baseURL: origin,
    secrets: [{ version: 1, value: secret }],
    database: {
      db: new Kysely({ dialect: new PostgresDialect({ pool }) }),
      type: 'postgres',
      schemaName: 'sign_in',
      transaction: true,
    },
    user: {
      modelName: 'login',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    account: {
      modelName: 'credential',
      fields: {
        userId: 'login_id',
        providerId: 'provider_id',
        accountId: 'account_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    session: {
      fields: {
        userId: 'login_id',
        expiresAt: 'expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
      additionalFields: {
        passwordAt: { type: 'date', required: true, input: false, fieldName: 'password_at' },
        factorAt: { type: 'date', required: false, input: false, fieldName: 'factor_at' },
        usedAt: { type: 'date', required: true, input: false, fieldName: 'used_at' },
      },
    },
    verification: {
      modelName: 'challenge',
      fields: { value: 'login_id', expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    emailAndPassword: { enabled: false, password: { hash: hashPassword, verify: verifyPassword } },
    advanced: { database: { generateId: () => newId(clock.now()), validateSchema: false } },
    logger: { level: 'warn', log: (_level, message) => report(message) },
    telemetry: { enabled: false },
  });
}
