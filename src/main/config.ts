// The environment → checked configuration. The only file that reads environment variables; every message names its variable.
import { resolve } from 'node:path';
import { z } from 'zod';
import { fail } from '#kernel/errors.ts';
import { Secret } from '#kernel/secret.ts';
import { isNetwork, type ProxyRules } from './seen-request.ts';

export interface Config extends ProxyRules {
  /** Absolute path of the data folder. */
  readonly dataDir: string;
  /** Your own PostgreSQL; without it, the built-in one in the data folder. */
  readonly databaseUrl: Secret | null;
  readonly host: string;
  readonly port: number;
  /** The address people use, without a slash at its end. */
  readonly origin: string;
  /** 32 bytes, base64; without it, a key file in the data folder. */
  readonly masterKey: Secret | null;
  /** The user of the machine that the built-in database runs as, when Gatepost is started by root. */
  readonly osUser: string | null;
  readonly logFormat: 'json' | 'plain';
  /** Largest upload, in bytes. */
  readonly uploadLimit: number;
  /** Whoever sends it as a Bearer token may read /metrics; without it, nobody may. */
  readonly metricsToken: Secret | null;
  /** A port of this machine alone, where /metrics is read without a token. */
  readonly metricsPort: number | null;
}

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a number from 0 to 65535')
  .transform(Number)
  .refine((number) => number <= 65_535, 'must be a number from 0 to 65535');

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

const shape = z.object({
  GATEPOST_DATA: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')
    .optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(3000),
  GATEPOST_ORIGIN: z
    .string()
    .refine(
      (text) => URL.canParse(text) && new URL(text).origin === text,
      'must be an address such as https://posts.school.example, without a path or a slash at its end',
    )
    .refine(
      (text) => !URL.canParse(text) || text.startsWith('https://') || LOOPBACK.includes(new URL(text).hostname),
      'must begin with https:// (plain http only works on this machine itself)',
    )
    .optional(),
  GATEPOST_MASTER_KEY: z
    .string()
    .refine(
      (text) => Buffer.from(text, 'base64').length === 32,
      'must be 32 bytes in base64; make one with: openssl rand -base64 32',
    )
    .optional(),
  GATEPOST_OS_USER: z.string().min(1).optional(),
  GATEPOST_LOG: z.enum(['json', 'plain']).optional(),
  GATEPOST_UPLOAD_LIMIT_MB: z
    .string()
    .regex(/^\d{1,4}$/, 'must be a whole number of megabytes')
    .transform(Number)
    .default(25),
  GATEPOST_PROXIES: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter((one) => one !== ''))
    .refine(
      (networks) => networks.every(isNetwork),
      'must be addresses or networks of your proxies, such as 127.0.0.1 or 10.0.0.0/8, parted by commas',
    )
    .default([]),
  GATEPOST_FORWARDED: z.enum(['x-forwarded', 'forwarded']).default('x-forwarded'),
  GATEPOST_METRICS_TOKEN: z.string().min(20, 'must have 20 characters or more').optional(),
  GATEPOST_METRICS_PORT: port.optional(),
});

/**
 * @param isTerminal whether the log goes to a person's screen
 * @throws a failure that names every variable that is wrong
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = shape.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${wordsOf(issue)}`);
    throw fail.invalid({
      code: 'bad-environment',
      message: `Gatepost cannot start with this environment: ${lines.join('; ')}.`,
      remedy: 'Put these variables right and start again.',
    });
  }
  const found = parsed.data;
  return {
    dataDir: resolve(found.GATEPOST_DATA),
    databaseUrl: found.DATABASE_URL === undefined ? null : new Secret(found.DATABASE_URL),
    host: found.HOST,
    port: found.PORT,
    origin: found.GATEPOST_ORIGIN ?? `http://localhost:${found.PORT}`,
    masterKey: found.GATEPOST_MASTER_KEY === undefined ? null : new Secret(found.GATEPOST_MASTER_KEY),
    osUser: found.GATEPOST_OS_USER ?? null,
    logFormat: found.GATEPOST_LOG ?? (isTerminal ? 'plain' : 'json'),
    uploadLimit: found.GATEPOST_UPLOAD_LIMIT_MB * 1024 * 1024,
    proxies: found.GATEPOST_PROXIES,
    forwarded: found.GATEPOST_FORWARDED,
    metricsToken: found.GATEPOST_METRICS_TOKEN === undefined ? null : new Secret(found.GATEPOST_METRICS_TOKEN),
    metricsPort: found.GATEPOST_METRICS_PORT ?? null,
  };
}

const wordsOf = (issue: z.core.$ZodIssue): string =>
  issue.code === 'invalid_value' ? `must be one of: ${issue.values.join(', ')}` : issue.message;
