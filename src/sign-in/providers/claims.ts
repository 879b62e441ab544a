// What a provider says of somebody, and whether that somebody may come: pure, over claims whose signature has been checked.
import { refusal, type Refusal } from './refusals.ts';

export type ProviderKind = 'google' | 'microsoft' | 'other';

/** Whose people a provider may bring. */
export interface Limits {
  readonly kind: ProviderKind;
  readonly label: string;
  readonly domains: readonly string[];
  readonly tenant: string;
}

export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** In lower case; empty when the provider named none. */
  readonly email: string;
  readonly emailVerified: boolean;
  /** The domain (Google: `hd`) or the directory (Entra: `tid`) that the provider vouches for; else that of the e-mail address. */
  readonly realm: string;
  /** How they showed who they are, as the provider puts it: `pwd`, `mfa` … */
  readonly amr: readonly string[];
  /** Seconds since 1970; null when the provider does not say. */
  readonly authenticatedAt: number | null;
}

type Claims = Readonly<Record<string, unknown>>;

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const isYes = (value: unknown): boolean => value === true || value === 'true' || value === 1 || value === '1';
const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1);

export function identityIn(claims: Claims, { kind, domains, tenant }: Limits): Identity {
  const email = text(claims['email']).toLowerCase();
  const tid = text(claims['tid']).toLowerCase();
  // Entra marks no address as verified. In the school's own directory, its own domains are for its own administrators to
  // give; any other address there could be anybody's word, so it counts only with Entra's mark that the owner was asked.
  const isOurs = kind === 'microsoft' && tenant !== '' && tid === tenant && domains.includes(domainOf(email));
  const realms = { google: text(claims['hd']).toLowerCase(), microsoft: tid, other: domainOf(email) };
  return {
    issuer: text(claims['iss']),
    subject: text(claims['sub']),
    email,
    emailVerified: email !== '' && (isYes(claims['email_verified']) || isYes(claims['xms_edov']) || isOurs),
    realm: realms[kind],
    amr: Array.isArray(claims['amr']) ? claims['amr'].filter((one) => typeof one === 'string').slice(0, 10) : [],
    authenticatedAt: typeof claims['auth_time'] === 'number' ? claims['auth_time'] : null,
  };
}

/** Is this account of the school's own domain or directory? Asked at every sign-in. @returns what is wrong, or null */
export function domainFault(identity: Identity, limits: Limits): Refusal | null {
  const { kind, domains, tenant } = limits;
  const no = (detail: string) => refusal('other-domain', limits, detail);
  if (kind === 'microsoft')
    return tenant !== '' && identity.realm === tenant ? null : no(`tid is ${identity.realm || 'missing'}`);
  if (kind === 'google') return domains.includes(identity.realm) ? null : no(`hd is ${identity.realm || 'missing'}`);
  if (!domains.includes(identity.realm)) return no(`the e-mail address is of ${identity.realm || 'no domain'}`);
  return emailFault(identity, limits);
}

/** Does the provider vouch for the address? Asked where an account is matched by it. @returns what is wrong, or null */
export function emailFault({ email, emailVerified }: Identity, limits: Limits): Refusal | null {
  if (email === '') return refusal('no-email', limits, 'there is no claim “email”');
  return emailVerified ? null : refusal('email-unverified', limits, 'email_verified is not true');
}
