// What the rest of Gatepost may ask of sign-in about providers. Who belongs where is joined to it by main/.
import type { Secret } from '#kernel/secret.ts';
import type { CookieToSet, From, NewSession, SessionRef } from '../port.ts';
import type { Identity, Limits } from './claims.ts';
import type { Refusal } from './refusals.ts';

/** A provider as the sign-in page offers it. */
export interface OfferedProvider {
  readonly id: string;
  /** The school that has set it up. */
  readonly schoolId: string;
  readonly schoolName: string;
  readonly label: string;
  /** People of every school may come by it, not only that school's. */
  readonly shared: boolean;
}

/** A provider as it is spoken with. */
export interface Provider extends OfferedProvider, Limits {
  readonly issuer: string;
  readonly clientId: string;
  readonly secret: Secret | null;
  readonly asksSecondStep: boolean;
  readonly enabled: boolean;
}

/** What somebody went to a provider for. */
export type Errand =
  | { readonly for: 'sign-in'; readonly next: string }
  /** With the secret of an invitation. */
  | { readonly for: 'join'; readonly token: string; readonly email: string }
  /** To join that account to the login that is signed in. */
  | { readonly for: 'link'; readonly loginId: string }
  /** To show once more who is at the keyboard. */
  | { readonly for: 'confirm'; readonly sessionId: string; readonly loginId: string; readonly next: string }
  /** An administrator, before it is switched on. */
  | { readonly for: 'try'; readonly personId: string; readonly schoolId: string };

/** `address`: where the browser goes now, with these cookies. */
export type Departure =
  { readonly kind: 'go'; readonly address: string; readonly cookies: readonly CookieToSet[] } | Refusal;

/** The provider's answer has been checked: signature, issuer, audience, nonce, times, and that it is for this browser. */
export interface Arrived {
  readonly kind: 'arrived';
  readonly errand: Errand;
  readonly provider: Provider;
  readonly identity: Identity;
}
/** `cookies` take the mark of the way out away. `errand` is known when the way back was for this browser. */
export type Arrival = (Arrived | (Refusal & { readonly errand: Errand | null })) & {
  readonly cookies: readonly CookieToSet[];
};

export interface LinkedAccount {
  readonly issuer: string;
  readonly subject: string;
  readonly providerId: string;
  readonly email: string;
  readonly linkedAt: Temporal.Instant;
  readonly lastUsedAt: Temporal.Instant;
}

export interface Providers {
  /** Those that are switched on, shared ones first. */
  offered(): Promise<readonly OfferedProvider[]>;
  /** Where the provider sends people back to: what the administrator enters there. */
  wayBack(providerId: string): string;

  leave(input: { providerId: string; errand: Errand }): Promise<Departure>;
  /** @param input.query what the provider has added to the way back */
  arrive(input: { providerId: string; query: string; cookieHeader: string | null }): Promise<Arrival>;

  /** The login that this account is joined to. */
  loginOf(identity: Pick<Identity, 'issuer' | 'subject'>): Promise<string | null>;
  loginWithEmail(email: string): Promise<string | null>;
  /** A login without a password. By invitation only, as `createLogin`. */
  createLoginWithout(input: { email: string; name: string }): Promise<string>;
  /** False when that account is joined to somebody else. Joining twice changes nothing. */
  link(input: { loginId: string; providerId: string; identity: Identity; ip: string }): Promise<boolean>;
  /** `last`: without it nobody could sign in any more, because there is no password. */
  unlink(input: { loginId: string; issuer: string; subject: string; ip: string }): Promise<'done' | 'last' | 'none'>;
  /** After a recovery link: whoever had joined an account of theirs is out. */
  unlinkAll(loginId: string): Promise<void>;
  linked(loginId: string): Promise<readonly LinkedAccount[]>;

  /** The session of somebody who came by a provider; or the second step, where that provider asks for none. */
  signIn(
    input: { loginId: string; provider: Provider; identity: Identity; cookieHeader: string | null } & From,
  ): Promise<NewSession | { readonly kind: 'second-factor'; readonly cookies: readonly CookieToSet[] }>;
  /** Notes in a running session that its owner has just been at the provider. Null when the session has ended. */
  confirm(input: { session: SessionRef; provider: Provider; ip: string }): Promise<readonly CookieToSet[] | null>;
}
