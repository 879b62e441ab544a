// Why somebody who came by a provider is not let in, in words for them, and what to do instead.

/** The answer of a provider cannot be used, or the provider cannot be asked. */
export type RefusalCode =
  | 'provider-not-offered'
  | 'provider-not-ready'
  | 'provider-unreachable'
  | 'provider-slow'
  | 'provider-not-public'
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
  /** What exactly was wrong, for whoever sets the provider up. Holds no secret. */
  readonly detail: string;
}

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

export function refusal(code: RefusalCode, name: string, detail = ''): Refusal {
  const [message, remedy] = WORDS[code](name);
  return { kind: 'refused', code, message, remedy, detail };
}
