// Hands letters to a mail server by SMTP, and says in plain terms what came of each.
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Envelope, Mailer, MailSession, SendOutcome, ServerAccess } from '#features/mail/ports.ts';
import { keyringFor, type Keyring } from '#kernel/keyring.ts';
import { Secret } from '#kernel/secret.ts';
import { openText } from '#kernel/secret-box.ts';
import type { Dialling } from '#internet/dial.ts';
import { openConnection, type Connection, type Limits } from './connection.ts';
import { outcomeOf } from './outcome.ts';

const LIMITS: Limits = { connectMs: 20_000, greetingMs: 20_000, quietMs: 60_000, wholeMs: 300_000 };

interface Parts {
  readonly keyring: Keyring;
  /** How long a server may take; a test is less patient. */
  readonly limits?: Limits;
  /** How a server is found; a test writes down who is dialled. */
  readonly dialling?: Dialling;
}

export function createSmtp({ keyring, limits = LIMITS, dialling = {} }: Parts): Mailer {
  const ring = keyringFor(keyring, 'mail');
  const unlock = (box: string, place: string) => new Secret(openText(ring, Buffer.from(box, 'base64'), place));
  return { unlock, session: (server) => openSession(server, unlock, { limits, dialling }) };
}

function openSession(
  server: ServerAccess,
  unlock: Mailer['unlock'],
  { limits, dialling }: Required<Omit<Parts, 'keyring'>>,
): MailSession {
  let connection: Connection | null = null;
  const password = server.passwordBox === null ? null : unlock(server.passwordBox, server.passwordPlace);

  async function attempt(envelope: Envelope): Promise<SendOutcome> {
    const message = await compose(envelope);
    connection ??= await openConnection(server, password, limits, dialling);
    const addresses = { from: envelope.from.address, to: [envelope.to] };
    return { outcome: 'accepted', answer: await connection.send(addresses, message) };
  }

  return {
    async send(envelope) {
      try {
        return await attempt(envelope);
      } catch (error) {
        const wasIdle = connection?.sent === true;
        await connection?.close();
        connection = null;
        const outcome = outcomeOf(error);
        // Servers end a connection that they had enough of: that says nothing about this letter, which was not begun.
        if (wasIdle && outcome.outcome === 'failed' && outcome.problem === 'connection-lost')
          return this.send(envelope);
        return outcome;
      }
    },
    async close() {
      await connection?.close();
      connection = null;
    },
  };
}

const compose = (envelope: Envelope): Promise<Buffer> =>
  new MailComposer({
    from: { name: envelope.from.name, address: envelope.from.address },
    to: { name: '', address: envelope.to },
    ...(envelope.replyTo === '' ? {} : { replyTo: envelope.replyTo }),
    subject: envelope.subject,
    messageId: envelope.messageId,
    date: envelope.date,
    text: envelope.text,
    html: envelope.html,
    // Out-of-office answers stay at home (RFC 3834), and nothing of ours is read from a disk or an address.
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
