// After a change of the master key everybody still gets in as before: by session, by app, by recovery code, by passkey.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openPlainPool } from '#db/pool.ts';
import { movableClock } from '#kernel/clock.ts';
import { openMasterKeys } from '#kernel/master-key.ts';
import { appWith, headerOf, NGOZI } from '#sign-in/fixture.ts';
import { SIGN_IN_CONNECTION } from '#sign-in/port.ts';
import { createSignIn } from '#sign-in/sign-in.ts';
import { softwarePasskey } from '#sign-in/software-passkey.ts';
import { openTestDatabase } from '#test/database/open.ts';
import { readConfig } from './config.ts';
import { rotateKeys } from './rotate-keys.ts';
import { forgetOlderKeys, urlOf } from './rotation-fixture.ts';

const ORIGIN = 'http://localhost:3000';
const from = { ip: '192.0.2.7', userAgent: 'test' };
const clock = movableClock('2026-11-20T09:00:00Z');

it('opens what was locked before, with the new key alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rotate-keys-'));
  const keys = join(folder, 'keys');
  await mkdir(join(folder, 'files'));
  const database = await openTestDatabase();
  const pool = openPlainPool(database.owner, SIGN_IN_CONNECTION.options, 2, (error) => {
    throw error;
  });
  const open = async () =>
    createSignIn({
      pool,
      keyring: await openMasterKeys(keys, { create: true }),
      origin: ORIGIN,
      clock,
      onEvent: async () => {},
      report: () => {},
    });
  try {
    const before = await open();
    const made = await before.createLogin(NGOZI);
    const loginId = made.kind === 'created' ? made.loginId : '';
    const entered = await before.signIn({ ...NGOZI, cookieHeader: null, ...from });
    if (entered.kind !== 'session') throw new Error(entered.kind);
    const begun = await before.beginTotp(loginId);
    if (begun.kind !== 'started') throw new Error(begun.kind);
    const app = appWith(begun.secret);
    const joined = await before.confirmTotp({ session: entered, code: await app(clock.now()), ip: from.ip });
    const header = headerOf(joined.kind === 'shown' ? joined.cookies : []);
    const [code] = await before.makeRecoveryCodes(loginId);
    const passkey = softwarePasskey(ORIGIN);
    const asked = passkey.create((await before.askForNew(entered))!);
    await before.addPasskey({ session: entered, answer: asked, name: 'Key', ip: from.ip });
    const asideBefore = await before.askForSignIn();

    const env = { GATEPOST_DATA: folder, DATABASE_URL: urlOf(database.owner), GATEPOST_LOG: 'json' };
    await rotateKeys(readConfig(env, false), () => {});

    // Sessions and challenges that the older key signed go on while that key is kept.
    const after = await open();
    expect(after.sessionOf(header)).toEqual(before.sessionOf(header));
    const pending = { answer: passkey.get(asideBefore), cookieHeader: null, ...from };
    expect((await after.signInWithPasskey(pending)).kind).toBe('session');

    // What lies in the database needs the new key only.
    await forgetOlderKeys(keys);
    const alone = await open();
    expect(alone.sessionOf(header)).toBeNull();
    clock.advance({ minutes: 2 });
    const step = async () => {
      const answer = await alone.signIn({ ...NGOZI, cookieHeader: null, ...from });
      return headerOf(answer.kind === 'second-factor' ? answer.cookies : []);
    };
    const byApp = await alone.verifyTotp({ cookieHeader: await step(), code: await app(clock.now()), ...from });
    expect(byApp.kind).toBe('session');
    const byCode = await alone.verifyRecoveryCode({ cookieHeader: await step(), code: code!, ...from });
    expect(byCode.kind).toBe('session');
    const answer = passkey.get(await alone.askForSignIn());
    expect((await alone.signInWithPasskey({ answer, cookieHeader: null, ...from })).kind).toBe('session');
  } finally {
    await pool.end();
    await database.drop();
    await rm(folder, { recursive: true });
  }
});
