// A real mail server for tests (smtp-server), which takes letters, or refuses, dawdles and dies as a test wants.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** What it does with the next letters; each once, in turn, then it takes them. `silent` ones never answer. */
export type Whim =
  | { readonly at: 'sender' | 'recipient' | 'letter'; readonly says: number; readonly words?: string }
  | { readonly at: 'greeting' | 'recipient' | 'letter'; readonly silent: true }
  /** `letter`: it has all of it and goes away without a word. */
  | { readonly at: 'recipient' | 'letter'; readonly dies: true };

export interface TestMailServer {
  readonly port: number;
  /** PEM of the authority that signed its certificate, which is for `localhost`. */
  readonly authority: string;
  /** Letters taken, or taken and then lost sight of. */
  readonly letters: Email[];
  /** How many connections there were. */
  connections(): number;
  whims(...whims: readonly Whim[]): void;
  close(): Promise<void>;
}

interface MailServerOptions {
  /** TLS from the first byte; else STARTTLS is offered. */
  readonly secure?: boolean;
  readonly offersTls?: boolean;
  readonly user?: { readonly name: string; readonly password: string };
  readonly port?: number;
}

export async function openMailServer(wanted: MailServerOptions = {}): Promise<TestMailServer> {
  const { authority, key, cert } = makeCertificate();
  const letters: Email[] = [];
  const sockets = new Set<Socket>();
  let planned: Whim[] = [];
  let connections = 0;
  const take = (at: Whim['at']): Whim | null => {
    if (planned[0]?.at !== at) return null;
    return planned.shift() ?? null;
  };
  const dieAll = () => sockets.forEach((socket) => socket.destroy());
  /** @returns whether the whim has answered, or will not */
  const indulge = (whim: Whim | null, done: (error?: Error | null) => void): boolean => {
    if (!whim) return false;
    if ('dies' in whim) dieAll();
    if ('says' in whim) done(Object.assign(new Error(whim.words ?? 'No.'), { responseCode: whim.says }));
    return true;
  };
  const { user } = wanted;
  const options: SMTPServerOptions = {
    secure: wanted.secure === true,
    key,
    cert,
    ...(wanted.offersTls === false ? { disabledCommands: ['STARTTLS'] } : {}),
    authOptional: user === undefined,
    hidePIPELINING: true,
    closeTimeout: 10,
    logger: false,
    onConnect: (_, done) => void (indulge(take('greeting'), done) || done()),
    onAuth: ({ username, password }, _, done) =>
      username === user?.name && password === user?.password
        ? done(null, { user: username })
        : done(new Error('Invalid username or password')),
    onMailFrom: (_, __, done) => void (indulge(take('sender'), done) || done()),
    onRcptTo: (_, __, done) => void (indulge(take('recipient'), done) || done()),
    onData(stream, _, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => void taken(Buffer.concat(pieces), done));
    },
  };
  const taken = async (raw: Buffer, done: (error?: Error | null) => void): Promise<void> => {
    const whim = take('letter');
    if (!whim || 'dies' in whim) letters.push(await PostalMime.parse(raw));
    if (!indulge(whim, done)) done();
  };
  const server = new SMTPServer(options);
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((listening) => server.listen(wanted.port ?? 0, '127.0.0.1', listening));
  const { port } = server.server.address() as { port: number };
  return {
    port,
    authority,
    letters,
    connections: () => connections,
    whims: (...whims) => void (planned = [...whims]),
    close: () =>
      new Promise((closed) => {
        dieAll();
        server.close(() => closed());
      }),
  };
}

/** A certificate for `localhost` of an authority that nobody else trusts. */
function makeCertificate(): { authority: string; key: string; cert: string } {
  const folder = mkdtempSync(join(tmpdir(), 'gatepost-mail-'));
  const at = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'ignore' });
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  try {
    openssl('req', '-x509', ...kind, '-days', '2', '-subj', '/CN=School authority', '-keyout', at('a.key'), '-out', at('a.crt')); // prettier-ignore
    openssl('req', ...kind, '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', at('s.key'), '-out', at('s.csr')); // prettier-ignore
    openssl('x509', '-req', '-in', at('s.csr'), '-CA', at('a.crt'), '-CAkey', at('a.key'), '-CAcreateserial', '-days', '2', '-copy_extensions', 'copy', '-out', at('s.crt')); // prettier-ignore
    const [authority, key, cert] = ['a.crt', 's.key', 's.crt'].map((name) => readFileSync(at(name), 'utf8'));
    return { authority: authority!, key: key!, cert: cert! };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
