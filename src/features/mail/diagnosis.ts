// What can be wrong with mail, each in a sentence with its remedy, and whose trouble it is.

/** `server`: nothing goes out until it is mended · `later`: the same may do in a while · `address`: it will never get there. */
export type Whose = 'server' | 'later' | 'address';

interface Facts {
  readonly host: string;
  readonly port: number;
  readonly encryption: string;
  readonly username: string;
  readonly from: string;
}

interface Meaning {
  readonly whose: Whose;
  message(facts: Facts): string;
  remedy(facts: Facts): string;
}

export const PROBLEMS = {
  'name-unknown': {
    whose: 'server',
    message: ({ host }) => `There is no server called ${host}: its name is not known.`,
    remedy: () => 'Look for a typing error in the name. If it is right, see whether this machine can look names up.',
  },
  'not-public': {
    whose: 'server',
    message: ({ host }) =>
      `${host} leads into a private network, where only the school that Gatepost was set up with may have its mail server.`,
    remedy: () =>
      'Use the public name of your mail server, or ask the system administrator of that school to share theirs: then remove this one.',
  },
  'port-refused': {
    whose: 'server',
    message: ({ host, port }) => `${host} is there, but nothing answers on port ${port}.`,
    remedy: () => 'Most servers take mail on port 587 (STARTTLS) or 465 (TLS). Put the port right.',
  },
  'no-answer': {
    whose: 'server',
    message: ({ host, port }) => `${host} did not answer on port ${port} in time.`,
    remedy: () =>
      'A firewall may keep this machine from sending mail: ask whoever runs your network to open the port to that server. Port 25 is often closed; use 587.',
  },
  'tls-mismatch': {
    whose: 'server',
    message: ({ port, encryption }) =>
      encryption === 'tls'
        ? `Port ${port} does not speak TLS from the first byte.`
        : `The server does not offer STARTTLS on port ${port}.`,
    remedy: ({ encryption }) =>
      encryption === 'tls'
        ? 'Choose STARTTLS, which goes with port 587, or use port 465.'
        : 'Choose TLS from the first byte, which goes with port 465, or use port 587.',
  },
  certificate: {
    whose: 'server',
    message: ({ host }) =>
      `The certificate of ${host} cannot be trusted: it is out of date, for another name, or signed by nobody known.`,
    remedy: () =>
      'Use the name that stands in the certificate. If your school signs its own, paste the certificate of that authority on the mail page.',
  },
  'sign-in-refused': {
    whose: 'server',
    message: ({ username }) => `The server refused the user ${username} or its password.`,
    remedy: () =>
      'Give the password again. Google Workspace wants an app password or an SMTP relay; Microsoft 365 wants authenticated SMTP switched on for that mailbox.',
  },
  'sign-in-needed': {
    whose: 'server',
    message: () => 'The server wants a user and a password before it takes mail, or offers no way to give them.',
    remedy: () => 'Enter the user and the password of the mailbox that sends, and choose STARTTLS or TLS.',
  },
  'from-refused': {
    whose: 'server',
    message: ({ from }) => `The server does not let this user send as ${from}.`,
    remedy: () =>
      'Use the address of the mailbox that signs in, or give that mailbox the right to send as this address.',
  },
  'server-answer': {
    whose: 'server',
    message: ({ host }) => `${host} gave an answer that is not one of a mail server.`,
    remedy: () => 'See that the name and the port are those for sending mail (SMTP), not for reading it.',
  },
  'try-later': {
    whose: 'later',
    message: () =>
      'The server asks to try again later. Many do so with senders that they do not know yet (greylisting).',
    remedy: () => 'Nothing needs to be done: it is tried again by itself, at growing distances.',
  },
  'too-slow': {
    whose: 'later',
    message: ({ host }) => `${host} took too long over the message.`,
    remedy: () => 'It is tried again by itself. If it happens every time, ask whoever runs the server.',
  },
  'connection-lost': {
    whose: 'later',
    message: ({ host }) => `${host} ended the connection before it had taken the message.`,
    remedy: () => 'It is tried again by itself. If it happens every time, ask whoever runs the server.',
  },
  'recipient-refused': {
    whose: 'address',
    message: () => 'The server says that this address does not exist or takes no mail.',
    remedy: () => 'Look for a typing error in the address, and put it right on the person’s page.',
  },
  'message-refused': {
    whose: 'address',
    message: () => 'The server refused the message itself, perhaps as unwanted mail.',
    remedy: () => 'Ask whoever runs the mail of that address to let mail from Gatepost through.',
  },
  bounced: {
    whose: 'address',
    message: () => 'The mail was accepted at first and came back.',
    remedy: () => 'Look for a typing error in the address, and put it right on the person’s page.',
  },
  'no-address': {
    whose: 'address',
    message: () => 'This person has no address here, has left, or is a pupil: pupils get no mail.',
    remedy: () => 'Enter the person’s own address, or hand the link over in another way.',
  },
  unsure: {
    whose: 'later',
    message: () => 'The connection was lost just as the message was handed over: it may have arrived.',
    remedy: () => 'Ask the person whether it did before you send another.',
  },
  'out-of-date': {
    whose: 'later',
    message: () => 'What it says is no longer so: the link was used or taken back, or the time for it has passed.',
    remedy: () => 'Send a new one if it is still wanted.',
  },
} as const satisfies Record<string, Meaning>;

/** What a server or a connection can do to a letter; the rest are found by us. */
export type Problem = Exclude<keyof typeof PROBLEMS, 'bounced' | 'no-address' | 'unsure' | 'out-of-date'>;

const isKnown = (problem: string): problem is keyof typeof PROBLEMS => Object.hasOwn(PROBLEMS, problem);

export const whoseTrouble = (problem: string): Whose => (isKnown(problem) ? PROBLEMS[problem].whose : 'later');

export function diagnosisOf(
  problem: string,
  facts: Facts,
): { readonly message: string; readonly remedy: string } | null {
  if (!isKnown(problem)) return null;
  const meaning: Meaning = PROBLEMS[problem];
  return { message: meaning.message(facts), remedy: meaning.remedy(facts) };
}
