// Why somebody who came by a provider is not let in, in words for them, and what to do instead; and for whoever sets the
// provider up, which field to put right.
import type { ProviderKind } from './claims.ts';

/** The answer of a provider cannot be used, or the provider cannot be asked. */
export type RefusalCode =
  | 'provider-not-offered'
  | 'provider-not-ready'
  | 'provider-unreachable'
  | 'provider-slow'
  | 'provider-not-public'
  | 'provider-not-there'
  | 'provider-said-no'
  | 'provider-trouble'
  | 'provider-secret-wrong'
  | 'provider-answer-wrong'
  | 'way-back-unknown'
  | 'way-back-used'
  | 'not-asked-again'
  | 'other-domain'
  | 'no-email'
  | 'email-unverified';

export interface Refusal {
  readonly kind: 'refused';
  readonly code: RefusalCode;
  readonly message: string;
  readonly remedy: string;
  /** What whoever sets the provider up does about it, and in which field. */
  readonly keeperRemedy: string;
  /** What exactly was wrong, for them too. Holds no secret. */
  readonly detail: string;
}

/** Of whom something is refused; null where it is not even known by which provider they came. */
export type Refusing = { readonly kind: ProviderKind; readonly label: string } | null;

const OTHERWISE = 'Your password works as it always does. If this goes on, tell whoever looks after Gatepost.';
const AGAIN = 'Begin again from the sign-in page.';

const WORDS: Readonly<Record<RefusalCode, (name: string) => readonly [message: string, remedy: string]>> = {
  'provider-not-offered': () => ['There is no such way to sign in here.', AGAIN],
  'provider-not-ready': (name) => [
    `${name} is not set up completely.`,
    'The client id and the client secret must both be entered first.',
  ],
  'provider-unreachable': (name) => [`${name} cannot be reached at this moment.`, OTHERWISE],
  'provider-slow': (name) => [`${name} took longer than ten seconds to answer.`, OTHERWISE],
  'provider-not-public': (name) => [
    `The address of ${name} is not one that Gatepost speaks to.`,
    'It must begin with https:// and lead to a machine on the public internet. Whoever looks after Gatepost can put it right.',
  ],
  'provider-not-there': (name) => [`${name} is not at the address that Gatepost has for it.`, OTHERWISE],
  'provider-said-no': (name) => [
    `${name} did not let you through, or you turned back there.`,
    'Try again, and choose the account that your school gave you.',
  ],
  'provider-trouble': (name) => [`${name} answered with an error.`, OTHERWISE],
  'provider-secret-wrong': (name) => [
    `${name} does not accept the client secret that Gatepost has.`,
    'It has run out or was typed wrongly. Your password works as it always does; tell whoever looks after Gatepost.',
  ],
  'provider-answer-wrong': (name) => [`What ${name} answered cannot be trusted, so it was thrown away.`, OTHERWISE],
  'way-back-unknown': () => ['This way back belongs to another browser, or it took longer than ten minutes.', AGAIN],
  'way-back-used': () => ['This way back has been used already.', AGAIN],
  'not-asked-again': (name) => [`${name} did not ask you to sign in afresh.`, 'Sign out there first, then try again.'],
  'other-domain': (name) => [
    `The account you chose at ${name} is not one of the school’s own.`,
    'Choose the account that your school gave you, not a private one.',
  ],
  'no-email': (name) => [
    `${name} did not say what your e-mail address is.`,
    'Whoever set this up must let Gatepost see the address: the scope is called “email”.',
  ],
  'email-unverified': (name) => [
    `${name} does not vouch for your e-mail address.`,
    'Ask whoever looks after your account there to have the address verified.',
  ],
};

/** The field of the provider's own page that says where it is; that of Google is known. */
const PLACE: Readonly<Record<ProviderKind, string>> = {
  google: 'The address of Google is built in. See',
  microsoft: 'See that “Directory (tenant) ID” is copied to the letter, and',
  other: 'See that “Issuer” is copied from the provider to the letter, up to the last slash, and',
};

const KEEPERS: Readonly<Partial<Record<RefusalCode, (kind: ProviderKind) => string>>> = {
  'provider-unreachable': (kind) => `${PLACE[kind]} that this machine reaches it by https.`,
  'provider-slow': (kind) => `${PLACE[kind]} that nothing between here and there holds answers back. Then try again.`,
  'provider-not-public': () => '“Issuer” must begin with https:// and lead to a machine on the public internet.',
  'provider-not-there': (kind) => `${PLACE[kind]} that the provider runs there.`,
  'provider-secret-wrong': () =>
    'Make a new secret there, and enter it as “Client secret”. See that “Client ID” is of the same client.',
  'other-domain': () => 'If this account may come, its domain is missing under “Domains of the school”.',
  'no-email': () => 'Let the client there have the scope “email”.',
};

export function refusal(code: RefusalCode, from: Refusing, detail = ''): Refusal {
  const [message, remedy] = WORDS[code](from?.label ?? '');
  const keeperRemedy = (from && KEEPERS[code]?.(from.kind)) ?? remedy;
  return { kind: 'refused', code, message, remedy, keeperRemedy, detail };
}
