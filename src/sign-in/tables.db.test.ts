import { randomBytes } from 'node:crypto';
import { getMigrations } from 'better-auth/db/migration';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { betterAuthFor } from './engine.ts';
import { browserOf, newLogin, signInFixture, type Fixture } from './fixture.ts';

let f: Fixture;
beforeAll(async () => void (f = await signInFixture()));
afterAll(() => f.close());

it('has the tables better-auth expects', async () => {
  const { toBeCreated, toBeAdded, schemaProblems } = await getMigrations(
    betterAuthFor(f.options, randomBytes(32).toString('base64url')).options,
  );
  expect({ toBeCreated, toBeAdded, schemaProblems }).toEqual({ toBeCreated: [], toBeAdded: [], schemaProblems: [] });
});

it('lets no action read logins, passwords or sessions', async () => {
  for (const table of ['login', 'credential', 'session', 'challenge', 'second_factor', 'guess']) {
    await expect(f.app.query(`select from sign_in.${table}`)).rejects.toMatchObject({ code: '42501' });
  }
});

it('lets sign-in read nothing but its own', async () => {
  await expect(f.pool.query('select from public.person')).rejects.toMatchObject({ code: '42501' });
});

it('keeps no token, password, seed, or guessed address that could be used', async () => {
  await newLogin(f.signIn);
  const header = await browserOf(f.signIn);
  const wrong = { email: 'secret-typed-as-email', password: 'x', cookieHeader: null, ip: '192.0.2.99', userAgent: '' };
  await f.signIn.signIn(wrong);
  const { rows } = await f.pool.query<{ all: string }>(
    `select (select json_agg(s) from sign_in.session s)::text || (select json_agg(c) from sign_in.credential c)::text
         || (select json_agg(g) from sign_in.guess g)::text as all`,
  );
  const token = decodeURIComponent(header.split('=')[1]!).split('.')[0]!;
  for (const secret of [token, 'plum kettle', 'secret-typed-as-email', '192.0.2.99'])
    expect(rows[0]!.all).not.toContain(secret);
});

it('hears no complaint from better-auth', () => {
  expect(f.reports).toEqual([]);
});
