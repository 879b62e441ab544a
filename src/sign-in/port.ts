// What the rest of Gatepost may ask of sign-in. No HTTP in here: cookies come and go as plain values.
import type { Keyring } from '#kernel/keyring.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Pool } from 'pg';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import type { PasswordProblem } from './password-rules.ts';
import type { Providers } from './providers/port.ts';

export interface SignInOptions {
  /** Connections that begin, and stay, as `gatepost_sign_in`: see `SIGN_IN_CONNECTION`. */
  readonly pool: Pool;
  /** The installation's keys: cookies are signed and seeds are locked with keys derived from it. */
  readonly keyring: Keyring;
  /** Address people type, such as `https://gatepost.example.sch.uk`. With https the cookies are `Secure` and `__Host-`. */
  readonly origin: string;
  readonly clock: Clock;
  /** Told after each event, so that the ledger can hold it; waited for, but for wrong guesses: see `idle`. */
  readonly onEvent: (event: SignInEvent) => Promise<void>;
  /** Told of anything the library underneath complains of. */
  readonly report: (message: string) => void;
  /** How long an outside provider is waited for in one go; ten seconds unless a test says otherwise. */
  readonly providerLimitMs?: number;
}

/** What the pool's connections start with: the one role that may read logins and sessions. */
export const SIGN_IN_CONNECTION = {
  options: '-c role=gatepost_sign_in -c search_path=pg_catalog -c TimeZone=UTC',
} as const;

export const CHALLENGE_MINUTES = 10;
export const RECOVERY_CODES = 10;

/** To be set as `name=encodeURIComponent(value)`; a framework's `cookies.set(name, value, attributes)` does that. */
export interface CookieToSet {
  readonly name: string;
  /** Empty, with `maxAge: 0`, takes the cookie away. */
  readonly value: string;
  readonly attributes: {
    readonly path: '/';
    readonly httpOnly: true;
    readonly sameSite: 'lax';
    readonly secure: boolean;
    /** Seconds. */
    readonly maxAge: number;
  };
}

/** A session that is alive, by the two ids `app.session` gives. */
export interface SessionRef {
  readonly sessionId: string;
  readonly loginId: string;
}

/** Where a request comes from. `ip` must be what our own listener saw or a trusted proxy said, never a client's header. */
export interface From {
  readonly ip: string;
  readonly userAgent: string;
}

export type Locked = { readonly kind: 'locked'; readonly until: Temporal.Instant };
export type Wrong = { readonly kind: 'wrong' };
export type NewSession = {
  readonly kind: 'session';
  readonly loginId: string;
  readonly sessionId: string;
  readonly cookies: readonly CookieToSet[];
};
export type Weak = { readonly kind: 'weak'; readonly problem: PasswordProblem };

export type SignInAnswer = NewSession | { kind: 'second-factor'; cookies: readonly CookieToSet[] } | Locked | Wrong;
/** `expired`: the password was given too long ago, or was changed since; start again. */
export type SecondStepAnswer = NewSession | { kind: 'expired' } | Locked | Wrong;
/** Like `SecondStepAnswer`, for a passkey alone. `unverified`: it did not ask its owner for finger, face or PIN, so it is only half. */
export type PasskeyAnswer = SecondStepAnswer | { kind: 'unverified' };
/** `ended`: the session is no longer there. The session goes on under a new cookie, which must be set. */
export type FactorAnswer = { kind: 'shown'; cookies: readonly CookieToSet[] } | { kind: 'ended' } | Locked | Wrong;
export type EnrolmentStart = { kind: 'started'; uri: string; secret: string } | { kind: 'already-on' };
/** `none-started`: there is no enrolment to confirm, or it is older than an hour. */
export type EnrolmentAnswer = FactorAnswer | { kind: 'none-started' };
/** `expired`: the browser took too long. `taken`: this very passkey is known already. */
export type AddPasskeyAnswer = FactorAnswer | { kind: 'expired' | 'taken' };
export type NewLogin = { kind: 'created'; loginId: string } | { kind: 'taken' } | { kind: 'not-an-email' } | Weak;
export type ChangedPassword =
  { kind: 'changed'; cookies: readonly CookieToSet[] } | { kind: 'ended' } | Weak | Locked | Wrong;

/** What a browser is asked for, to be handed to it as JSON. */
export type PasskeyWanted = PublicKeyCredentialRequestOptionsJSON;
export type NewPasskeyWanted = PublicKeyCredentialCreationOptionsJSON;

export interface PasskeyListed {
  readonly id: string;
  readonly name: string;
  /** Kept with an account of its maker, and so on several devices. */
  readonly synced: boolean;
  readonly addedAt: Temporal.Instant;
  readonly usedAt: Temporal.Instant | null;
}

export interface CodesLeft {
  readonly left: number;
  readonly madeAt: Temporal.Instant;
}

export interface SessionListed {
  readonly sessionId: string;
  readonly startedAt: Temporal.Instant;
  /** To the minute. */
  readonly usedAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly factorAt: Temporal.Instant | null;
  readonly ip: string;
  readonly userAgent: string;
}

export interface SignIn {
  /** The session a `Cookie` header speaks of, as the SHA-256 that `app.session` looks up; null if none or tampered with. */
  sessionOf(cookieHeader: string | null): { readonly tokenSha256: string } | null;

  /** `cookieHeader`: a session already in that browser is ended, whether the password is right or not: nobody goes on as another. */
  signIn(input: { email: string; password: string; cookieHeader: string | null } & From): Promise<SignInAnswer>;
  /** The second step, in the browser that holds the cookie of the first. */
  verifyTotp(input: { cookieHeader: string | null; code: string } & From): Promise<SecondStepAnswer>;
  /** Gives the password again in a running session: proof enough for whoever has no authenticator app. */
  confirmPassword(input: { session: SessionRef; password: string; ip: string }): Promise<FactorAnswer>;
  /** A recovery code in place of the second step. */
  verifyRecoveryCode(input: { cookieHeader: string | null; code: string } & From): Promise<SecondStepAnswer>;
  /** Shows the second factor again in a running session, before something that needs it fresh: an app’s code or a recovery code. */
  confirmFactor(input: { session: SessionRef; code: string; ip: string }): Promise<FactorAnswer>;

  /**
   * Asking again within the hour, before it is confirmed, gives the same seed, so that a reloaded page still fits the app.
   * The caller has seen fresh proof: whoever reads the seed has the second factor.
   */
  beginTotp(loginId: string): Promise<EnrolmentStart>;
  confirmTotp(input: { session: SessionRef; code: string; ip: string }): Promise<EnrolmentAnswer>;
  /** Whether it was on. The caller decides who may: the person with a fresh factor, or an administrator for a lost telephone. */
  disableTotp(loginId: string): Promise<boolean>;

  /**
   * Passkeys need an address that browsers accept for them: a name, not a number, and https unless it is this machine.
   * What is asked for holds a challenge of ten minutes that is answered once; nothing is written before it is answered.
   */
  readonly passkeysWork: boolean;
  /** For the sign-in page: any passkey of this site, which must ask its owner for finger, face or PIN. */
  askForSignIn(): Promise<PasskeyWanted>;
  signInWithPasskey(input: { answer: string; cookieHeader: string | null } & From): Promise<PasskeyAnswer>;
  /** For the second step; null when there is none to take or the person has no passkey. */
  askForSecondStep(cookieHeader: string | null): Promise<PasskeyWanted | null>;
  verifyPasskey(input: { cookieHeader: string | null; answer: string } & From): Promise<SecondStepAnswer>;
  /** @param passkeys as `app.session` names them */
  askAgain(session: SessionRef, passkeys: readonly string[]): Promise<PasskeyWanted>;
  confirmPasskey(input: {
    session: SessionRef;
    answer: string;
    ip: string;
  }): Promise<FactorAnswer | { kind: 'expired' }>;
  askForNew(session: SessionRef): Promise<NewPasskeyWanted | null>;
  addPasskey(input: { session: SessionRef; answer: string; name: string; ip: string }): Promise<AddPasskeyAnswer>;
  passkeys(loginId: string): Promise<readonly PasskeyListed[]>;
  removePasskey(input: { loginId: string; passkeyId: string }): Promise<boolean>;

  /** Ten new ones, shown this once; older ones stop working. */
  makeRecoveryCodes(loginId: string): Promise<readonly string[]>;
  /** Null when none were ever made. */
  recoveryCodes(loginId: string): Promise<CodesLeft | null>;
  /** App, passkeys and recovery codes, all at once: the person has lost them. */
  forgetFactors(loginId: string): Promise<void>;

  /** By invitation only: whoever calls this has checked the invitation. `words`: what the password must not lean on. */
  createLogin(input: { email: string; password: string; name: string; words?: readonly string[] }): Promise<NewLogin>;
  /** After a recovery link: ends every session and lifts every lock of this login. False if there is no such login. */
  setPassword(input: {
    loginId: string;
    password: string;
    words?: readonly string[];
    /** Done once the password is found good, before it is set; what it throws, nothing is set after. */
    first?: () => Promise<void>;
  }): Promise<{ kind: 'set' } | { kind: 'no-login' } | Weak>;
  /** False for whoever signs in by a provider alone. */
  hasPassword(loginId: string): Promise<boolean>;
  /** By the person: ends every other session. */
  changePassword(input: {
    session: SessionRef;
    current: string;
    next: string;
    words?: readonly string[];
    ip: string;
  }): Promise<ChangedPassword>;

  /** Ends the session in that browser; the cookies to set take it away, whether it was alive or not. */
  signOut(cookieHeader: string | null): Promise<{ cookies: readonly CookieToSet[] }>;
  /** Returns how many sessions ended. */
  signOutEverywhere(loginId: string): Promise<number>;
  /** Notes that a session is in use, about once a minute; does not wait for it. @param usedAt when it was last noted */
  use(sessionId: string, usedAt: Temporal.Instant): void;
  sessions(loginId: string): Promise<readonly SessionListed[]>;
  endSession(session: SessionRef): Promise<boolean>;

  /** Signing in by Google, Microsoft or another provider. */
  readonly providers: Providers;

  /** Waits for what is still being told to `onEvent`. Before the pool is closed. */
  idle(): Promise<void>;
  /** Forgets ended sessions, old challenges and old guesses. For a job, about once an hour. */
  sweep(): Promise<void>;
}

export type SignInEventKind =
  | 'login-created'
  | 'signed-in'
  | 'came-by-provider'
  | 'provider-linked'
  | 'provider-unlinked'
  | 'wrong-password'
  | 'locked'
  | 'factor-shown'
  | 'wrong-factor'
  | 'factor-added'
  | 'factor-removed'
  | 'passkey-added'
  | 'passkey-removed'
  | 'recovery-codes-made'
  | 'recovery-code-used'
  /** With a kind of device or from a network that this person never used. */
  | 'signed-in-elsewhere'
  /** The first time after a password was set with a recovery link. */
  | 'signed-in-recovered'
  | 'password-set'
  | 'password-changed'
  | 'signed-out'
  | 'signed-out-everywhere';

export interface SignInEvent {
  readonly kind: SignInEventKind;
  /** Null when nobody has that e-mail address; the address typed is not passed on. */
  readonly loginId: string | null;
  readonly at: Temporal.Instant;
  readonly ip?: string;
  readonly userAgent?: string;
}
