// One SMTP connection: opened, signed in, used for several letters, closed.
import SmtpConnection from 'nodemailer/lib/smtp-connection';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import type { ServerAccess } from '#features/mail/ports.ts';
import { reveal, type Secret } from '#kernel/secret.ts';
import { addressesOf, connectedTo, type Dialling } from '#internet/dial.ts';
import { isPublic } from '#internet/public-address.ts';
import { Lost, NotPublic, Slow } from './outcome.ts';

export interface Limits {
  /** Until the connection stands. */
  readonly connectMs: number;
  /** Until the server has greeted. */
  readonly greetingMs: number;
  /** The longest silence. */
  readonly quietMs: number;
  /** For one letter as a whole, however busily a server drips. */
  readonly wholeMs: number;
}

export interface Connection {
  /** Whether a letter went through already. */
  readonly sent: boolean;
  /** @returns what the server said when it accepted */
  send(addresses: { readonly from: string; readonly to: readonly string[] }, message: Buffer): Promise<string>;
  close(): Promise<void>;
}

export async function openConnection(
  server: ServerAccess,
  password: Secret | null,
  limits: Limits,
  dialling: Dialling = {},
): Promise<Connection> {
  const { host, port, encryption, username, authority } = server;
  const connection = await reached(server, limits.connectMs, dialling);
  const smtp = new SmtpConnection({
    host,
    port,
    connection,
    secure: encryption === 'tls',
    requireTLS: encryption === 'starttls',
    ignoreTLS: encryption === 'none',
    connectionTimeout: limits.connectMs,
    greetingTimeout: limits.greetingMs,
    socketTimeout: limits.quietMs,
    tls: { minVersion: 'TLSv1.2', ...(authority === '' ? {} : { ca: [authority] }) },
  });
  let broken: Error | null = null;
  let waiting: ((error: Error) => void) | null = null;
  // Every trouble of the connection comes as an event; it belongs to whatever is under way.
  smtp.on('error', (error: Error) => {
    broken = error;
    waiting?.(error);
  });
  smtp.on('end', () => {
    broken ??= new Lost('The server ended the connection.');
    waiting?.(broken);
  });

  const step = <T>(begin: (done: (error?: Error | null, value?: T) => void) => void, most: number): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (broken) return reject(broken);
      const timer = setTimeout(() => waiting?.(new Slow()), most);
      const settle = () => {
        clearTimeout(timer);
        waiting = null;
      };
      waiting = (error) => {
        settle();
        reject(error);
      };
      begin((error, value) => {
        settle();
        if (error) reject(error);
        else resolve(value as T);
      });
    });

  const opening = limits.connectMs + limits.greetingMs + limits.quietMs;
  try {
    await step<void>((done) => smtp.connect((error) => done(error ?? null)), opening);
    if (username !== '' && password !== null) {
      const credentials = { user: username, pass: reveal(password) };
      await step<void>((done) => smtp.login({ credentials }, (error) => done(error)), limits.quietMs);
    }
  } catch (error) {
    smtp.close();
    throw Object.assign(error as Error, { opening: true });
  }

  let sent = false;
  return {
    get sent() {
      return sent;
    },
    async send({ from, to }, message) {
      // Once the last byte has been read from here, the server may have all of it.
      const body = Readable.from([message]);
      let handedOver = false;
      body.once('end', () => (handedOver = true));
      try {
        const { response } = await step<{ response: string }>(
          (done) =>
            smtp.send({ from, to: [...to], size: message.length }, body, (error, info) => done(error, info as never)),
          limits.wholeMs,
        );
        sent = true;
        return response;
      } catch (error) {
        throw Object.assign(error as Error, { handedOver });
      }
    },
    async close() {
      if (!broken && sent) smtp.quit();
      smtp.close();
    },
  };
}

/** Every address behind the name is judged, and the connection goes to one of those and to no other. */
async function reached(
  { host, port, mayBePrivate }: ServerAccess,
  connectMs: number,
  dialling: Dialling,
): Promise<Socket> {
  const signal = AbortSignal.timeout(connectMs);
  try {
    const addresses = await addressesOf(host, dialling, signal);
    if (!mayBePrivate && !addresses.every(isPublic)) throw new NotPublic();
    return await connectedTo(addresses, port, dialling, signal);
  } catch (error) {
    throw Object.assign(signal.aborted ? new Slow() : (error as Error), { opening: true });
  }
}
