// Passkeys: what is kept of each, what a browser is asked for, and whether its answer is right.
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { Pool } from 'pg';
import { z } from 'zod';
import { newId } from '#kernel/id.ts';
import type { Challenges, Purpose } from './challenges.ts';
import { instantOf, instantOrNull } from './instants.ts';
import type { Login } from './logins.ts';
import { CHALLENGE_MINUTES, type NewPasskeyWanted, type PasskeyListed, type PasskeyWanted } from './port.ts';

export interface Shown {
  readonly loginId: string;
  /** It asked its owner for finger, face or PIN. */
  readonly verified: boolean;
}

export interface Passkeys {
  /** False where browsers would refuse them: see `passkeysWork`. */
  readonly work: boolean;
  has(loginId: string): Promise<boolean>;
  list(loginId: string): Promise<PasskeyListed[]>;
  /** @param of the passkeys that may answer; without them, any that the browser knows for this site */
  ask(purpose: Purpose, at: Temporal.Instant, of?: readonly string[]): Promise<PasskeyWanted>;
  idsOf(loginId: string): Promise<string[]>;
  /** Takes a right answer, once. Null when it is wrong, `expired` when it was right for a challenge that is over. */
  take(purpose: Purpose, answer: string, at: Temporal.Instant): Promise<Shown | 'expired' | null>;
  askForNew(purpose: Purpose, login: Login, at: Temporal.Instant): Promise<NewPasskeyWanted>;
  add(
    purpose: Purpose,
    loginId: string,
    given: { readonly answer: string; readonly name: string },
    at: Temporal.Instant,
  ): Promise<'added' | 'taken' | 'expired' | null>;
  remove(loginId: string, passkeyId: string): Promise<boolean>;
  removeAll(loginId: string): Promise<void>;
}

/** EdDSA, ES256 and RS256 (COSE): what authenticators have. */
const ALGORITHMS = [-8, -7, -257];
const ANSWER_LONGEST = 20_000;
/** Only that it is an object with what both kinds of answer have: the library looks at the rest. */
const answerSchema = z.looseObject({
  id: z.string(),
  rawId: z.string(),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: z.string() }),
  clientExtensionResults: z.looseObject({}),
});
const clientDataSchema = z.object({ challenge: z.string() });
const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'];

export function passkeysIn(pool: Pool, challenges: Challenges, origin: string): Passkeys {
  const { hostname } = new URL(origin);
  const timeout = CHALLENGE_MINUTES * 60_000;

  async function idsOf(loginId: string): Promise<string[]> {
    const { rows } = await pool.query<{ credential_id: string }>(
      `select credential_id from sign_in.passkey where login_id = $1 order by id`,
      [loginId],
    );
    return rows.map((row) => row.credential_id);
  }

  return {
    work: mayHavePasskeys(origin),
    idsOf,
    has: async (loginId) => (await idsOf(loginId)).length > 0,
    async list(loginId) {
      const { rows } = await pool.query<ListedRow>(
        `select id, name, synced, added_at, used_at from sign_in.passkey where login_id = $1 order by id`,
        [loginId],
      );
      return rows.map(({ id, name, synced, added_at, used_at }) => ({
        id,
        name,
        synced,
        addedAt: instantOf(added_at),
        usedAt: instantOrNull(used_at),
      }));
    },
    ask: (purpose, at, of) =>
      generateAuthenticationOptions({
        rpID: hostname,
        challenge: challenges.make(purpose, at),
        timeout,
        userVerification: of === undefined ? 'required' : 'preferred',
        ...(of === undefined ? {} : { allowCredentials: of.map((id) => ({ id })) }),
      }),
    async take(purpose, text, at) {
      const given = read<AuthenticationResponseJSON>(text);
      const kept = given === null ? null : await rowOf(pool, given.answer.id);
      if (given === null || kept === null) return null;
      const { answer, challenge } = given;
      if (!isOwner(answer.response.userHandle, kept.login_id)) return null;
      const shown = await orNull(
        verifyAuthenticationResponse({
          response: answer,
          expectedChallenge: challenge,
          expectedOrigin: origin,
          expectedRPID: hostname,
          requireUserVerification: false,
          credential: {
            id: kept.credential_id,
            publicKey: new Uint8Array(kept.public_key),
            counter: Number(kept.counter),
          },
        }),
      );
      if (shown?.verified !== true) return null;
      if (!challenges.isOurs(challenge, purpose, at) || !(await challenges.spend(challenge))) return 'expired';
      const { newCounter, userVerified } = shown.authenticationInfo;
      const { rowCount } = await pool.query(
        `update sign_in.passkey set counter = $2, used_at = $3 where id = $1 and (counter < $2 or (counter = 0 and $2 = 0))`,
        [kept.id, newCounter, at.toString()],
      );
      return rowCount === 1 ? { loginId: kept.login_id, verified: userVerified } : null;
    },
    askForNew: async (purpose, login, at) =>
      generateRegistrationOptions({
        rpName: 'Gatepost',
        rpID: hostname,
        userName: login.email,
        userDisplayName: login.name,
        userID: handleOf(login.id),
        challenge: challenges.make(purpose, at),
        timeout,
        attestationType: 'none',
        supportedAlgorithmIDs: ALGORITHMS,
        excludeCredentials: (await idsOf(login.id)).map((id) => ({ id })),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
      }),
    async add(purpose, loginId, { answer: text, name }, at) {
      const given = read<RegistrationResponseJSON>(text);
      if (given === null) return null;
      const { answer, challenge } = given;
      const made = await orNull(
        verifyRegistrationResponse({
          response: answer,
          expectedChallenge: challenge,
          expectedOrigin: origin,
          expectedRPID: hostname,
          requireUserVerification: false,
          supportedAlgorithmIDs: ALGORITHMS,
        }),
      );
      if (made?.verified !== true) return null;
      if (!challenges.isOurs(challenge, purpose, at) || !(await challenges.spend(challenge))) return 'expired';
      const { credential, credentialDeviceType } = made.registrationInfo;
      const { rowCount } = await pool.query(
        `insert into sign_in.passkey (id, login_id, credential_id, public_key, counter, transports, synced, name, added_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (credential_id) do nothing`,
        [
          newId(at),
          loginId,
          credential.id,
          Buffer.from(credential.publicKey),
          credential.counter,
          (credential.transports ?? []).filter((one) => TRANSPORTS.includes(one)),
          credentialDeviceType === 'multiDevice',
          name,
          at.toString(),
        ],
      );
      return rowCount === 1 ? 'added' : 'taken';
    },
    async remove(loginId, passkeyId) {
      const { rowCount } = await pool.query(`delete from sign_in.passkey where login_id = $1 and id = $2`, [
        loginId,
        passkeyId,
      ]);
      return rowCount === 1;
    },
    async removeAll(loginId) {
      await pool.query(`delete from sign_in.passkey where login_id = $1`, [loginId]);
    },
  };
}

/** Browsers bind a passkey to a name: not to a number, and not over plain http, unless it is this very machine. */
export function mayHavePasskeys(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  const isNumber = /^[\d.]+$|^\[/.test(hostname);
  return !isNumber && (protocol === 'https:' || hostname === 'localhost');
}

interface ListedRow {
  id: string;
  name: string;
  synced: boolean;
  added_at: Date;
  used_at: Date | null;
}

interface KeptRow {
  id: string;
  login_id: string;
  credential_id: string;
  public_key: Buffer;
  counter: string;
}

async function rowOf(pool: Pool, credentialId: string): Promise<KeptRow | null> {
  const { rows } = await pool.query<KeptRow>(
    `select id, login_id, credential_id, public_key, counter from sign_in.passkey where credential_id = $1`,
    [credentialId],
  );
  return rows[0] ?? null;
}

/** What the browser sent, and the challenge that it says it answers; null when it is no such thing. */
function read<Answer>(text: string): { readonly answer: Answer; readonly challenge: string } | null {
  try {
    if (text.length > ANSWER_LONGEST) return null;
    const answer: unknown = JSON.parse(text);
    const { clientDataJSON } = answerSchema.parse(answer).response;
    const clientData: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'));
    return { answer: answer as Answer, challenge: clientDataSchema.parse(clientData).challenge };
  } catch {
    return null;
  }
}

/** The library throws for each way in which an answer can be wrong; we tell nobody which. */
const orNull = <T>(verifying: Promise<T>): Promise<T | null> => verifying.catch(() => null);

/** The owner as the passkey itself keeps it: our id, which says nothing to anybody else. */
const handleOf = (loginId: string) => new Uint8Array(Buffer.from(loginId.replaceAll('-', ''), 'hex'));

/** Older keys give no owner; one that is given must be ours. */
const isOwner = (userHandle: string | undefined, loginId: string): boolean =>
  userHandle === undefined || userHandle === '' || userHandle === Buffer.from(handleOf(loginId)).toString('base64url');
