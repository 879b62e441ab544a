// What mail needs from the outside: to hand one letter to a server and say plainly what that answered.
import type { Secret } from '#kernel/secret.ts';
import type { Problem } from './diagnosis.ts';

/** A server as the connector needs it; the password is still locked. */
export interface ServerAccess {
  readonly host: string;
  readonly port: number;
  readonly encryption: 'tls' | 'starttls' | 'none';
  readonly username: string;
  /** Base64 of what was locked as `mail-server/<school>`; null where no password is asked for. */
  readonly passwordBox: string | null;
  readonly passwordPlace: string;
  /** PEM of the authority that its certificate may be signed by, besides those that everybody trusts. */
  readonly authority: string;
  /** Whoever set it keeps this machine too, and so may name one of their own network; anybody else's must be public. */
  readonly mayBePrivate: boolean;
}

export interface Envelope {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly replyTo: string;
  readonly messageId: string;
  /** The same at every try. */
  readonly date: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export type SendOutcome =
  | { readonly outcome: 'accepted'; readonly answer: string }
  /** Surely not accepted. */
  | { readonly outcome: 'failed'; readonly problem: Problem; readonly answer: string }
  /** All of it was handed over and no answer came: it may have been accepted. */
  | { readonly outcome: 'unsure'; readonly answer: string };

/** One connection, opened with the first letter and opened anew if it was lost. */
export interface MailSession {
  send(envelope: Envelope): Promise<SendOutcome>;
  close(): Promise<void>;
}

export interface Mailer {
  session(server: ServerAccess): MailSession;
  /** Opens the secret of a link. */
  unlock(box: string, place: string): Secret;
}
