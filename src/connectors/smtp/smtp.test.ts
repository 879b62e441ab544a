// Letters handed to a real mail server, and to one that refuses, dawdles or dies: each outcome in the closed list of problems.
import { randomBytes } from 'node:crypto';
import { connect, createServer, type Server } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import type { Envelope, MailSession, SendOutcome, ServerAccess } from '#features/mail/ports.ts';
import { keyringFor, keyringOf } from '#kernel/keyring.ts';
import { Secret } from '#kernel/secret.ts';
import { seal } from '#kernel/secret-box.ts';
import { openMailServer, type TestMailServer } from '#test/mail-server.ts';
import { createSmtp } from './smtp.ts';

const keyring = keyringOf([new Secret(new Uint8Array(randomBytes(32)))]);
const place = 'mail-server/a-school';
const box = (text: string) => Buffer.from(seal(keyringFor(keyring, 'mail'), text, place)).toString('base64');
const patient = createSmtp({ keyring });
const impatient = createSmtp({
  keyring,
  limits: { connectMs: 300, greetingMs: 300, quietMs: 300, wholeMs: 2_000 },
});

const letter: Envelope = {
  from: { name: 'Millrace Primary School', address: 'office@millrace.example' },
  to: 'priya.raman@millrace.example',
  replyTo: '',
  messageId: '<0190-1@millrace.example>',
  date: '2026-11-20T09:00:00Z',
  subject: 'Join Millrace — “welcome”',
  text: 'Plain words.\n.\nA dot on its own line.\n',
  html: '<p>Plain words.</p>',
};

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

async function server(options: Parameters<typeof openMailServer>[0] = {}): Promise<TestMailServer> {
  const opened = await openMailServer(options);
  undo.push(() => opened.close());
  return opened;
}

const accessTo = (
  { port, authority }: { port: number; authority: string },
  more: Partial<ServerAccess> = {},
): ServerAccess => ({
  host: 'localhost',
  port,
  encryption: 'starttls',
  username: '',
  passwordBox: null,
  passwordPlace: place,
  authority,
  mayBePrivate: true,
  ...more,
});

function session(access: ServerAccess, mailer = patient): MailSession {
  const opened = mailer.session(access);
  undo.push(() => opened.close());
  return opened;
}

const sendBy = (access: ServerAccess, mailer = patient): Promise<SendOutcome> => session(access, mailer).send(letter);

it('hands letters over by STARTTLS with a password, several by one connection', async () => {
  const mill = await server({ user: { name: 'office', password: 'kingfisher & weir' } });
  const opened = session(accessTo(mill, { username: 'office', passwordBox: box('kingfisher & weir') }));
  expect(await opened.send(letter)).toMatchObject({ outcome: 'accepted' });
  expect(await opened.send({ ...letter, to: 'owen@millrace.example', replyTo: 'head@millrace.example' })).toMatchObject(
    {
      outcome: 'accepted',
    },
  );
  expect(mill.connections()).toBe(1);
  expect(mill.letters[0]).toMatchObject({
    from: letter.from,
    subject: letter.subject,
    messageId: letter.messageId,
    date: '2026-11-20T09:00:00.000Z',
  });
  expect(mill.letters[0]!.text?.trim()).toBe(letter.text.trim());
  expect(mill.letters[0]!.html).toContain('<p>Plain words.</p>');
  expect(mill.letters[0]!.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
  expect(mill.letters[1]!.replyTo).toEqual([{ name: '', address: 'head@millrace.example' }]);
});

it('hands letters over by TLS from the first byte, and without encryption only where that was chosen', async () => {
  const secure = await server({ secure: true });
  expect(await sendBy(accessTo(secure, { encryption: 'tls' }))).toMatchObject({ outcome: 'accepted' });
  const relay = await server({ offersTls: false });
  expect(await sendBy(accessTo(relay, { encryption: 'none' }))).toMatchObject({ outcome: 'accepted' });
});

it('goes on by a new connection where the server ended the old one between two letters', async () => {
  const mill = await server();
  const opened = session(accessTo(mill));
  await opened.send(letter);
  mill.whims({ at: 'recipient', dies: true });
  expect(await opened.send(letter)).toMatchObject({ outcome: 'accepted' });
  expect(mill.connections()).toBe(2);
});

it('knows what is wrong with a server', async () => {
  const mill = await server();
  const secure = await server({ secure: true });
  const relay = await server({ offersTls: false });
  const locked = await server({ user: { name: 'office', password: 'kingfisher' } });
  const closed = await openMailServer();
  await closed.close();
  const wrong = { username: 'office', passwordBox: box('wrong') };
  const problems = {
    'name-unknown': accessTo(mill, { host: 'no-such-server.invalid' }),
    'port-refused': accessTo(closed),
    'tls-mismatch': accessTo(relay),
    certificate: accessTo(mill, { authority: '' }),
    'sign-in-refused': accessTo(locked, wrong),
    'sign-in-needed': accessTo(locked),
  };
  for (const [problem, access] of Object.entries(problems)) {
    expect(await sendBy(access), problem).toMatchObject({ outcome: 'failed', problem });
  }
  expect(await sendBy(accessTo(closed))).toMatchObject({ answer: '' });
  expect(await sendBy(accessTo(mill, { encryption: 'tls' }))).toMatchObject({ problem: 'tls-mismatch' });
  expect(await sendBy(accessTo(mill, { host: '127.0.0.1' }))).toMatchObject({ problem: 'certificate' });
  expect(await sendBy(accessTo(secure), impatient)).toMatchObject({ outcome: 'failed', problem: 'no-answer' });
  expect(JSON.stringify(await sendBy(problems['sign-in-refused']))).not.toContain('wrong"');
});

it('knows a server that speaks something else, and one that does not speak', async () => {
  const listening = async (greeting: string): Promise<number> => {
    const other: Server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.write(greeting);
    });
    await new Promise<void>((ready) => other.listen(0, '127.0.0.1', ready));
    undo.push(() => new Promise((done) => other.close(done)));
    return (other.address() as { port: number }).port;
  };
  const web = accessTo({ port: await listening('HTTP/1.1 400 Bad Request\r\n\r\n'), authority: '' });
  expect(await sendBy(web)).toEqual({ outcome: 'failed', problem: 'server-answer', answer: '' });
  const mute = accessTo({ port: await listening(''), authority: '' });
  expect(await sendBy(mute, impatient)).toMatchObject({ outcome: 'failed', problem: 'no-answer' });
});

it('reaches into no private network for somebody who keeps none of this machine, whatever the name leads to', async () => {
  const mill = await server();
  const found = { addresses: ['127.0.0.1'], dialled: [] as string[] };
  const watched = createSmtp({
    keyring,
    dialling: {
      resolve: async () => found.addresses,
      dial(addresses, port) {
        found.dialled.push(...addresses);
        return connect(port, '127.0.0.1');
      },
    },
  });
  const theirs = accessTo(mill, { mayBePrivate: false });
  const refused = { outcome: 'failed', problem: 'not-public', answer: '' };
  for (const addresses of [['127.0.0.1'], ['10.1.2.3'], ['169.254.169.254'], ['::1'], ['203.0.114.7', '192.168.0.9']]) {
    found.addresses = addresses;
    expect(await sendBy(theirs, watched), addresses.join()).toEqual(refused);
  }
  for (const host of ['127.0.0.1', '::ffff:10.0.0.1', 'localhost']) {
    expect(await sendBy(accessTo(mill, { mayBePrivate: false, host })), host).toEqual(refused);
  }
  expect(found.dialled).toEqual([]);
  expect(mill.connections()).toBe(0);
  found.addresses = ['203.0.114.7'];
  expect(await sendBy(theirs, watched)).toMatchObject({ outcome: 'accepted' });
  expect(found.dialled).toEqual(['203.0.114.7']);
});

it('tells a refused sender, recipient and letter apart, and what may pass later', async () => {
  const mill = await server();
  const opened = session(accessTo(mill));
  mill.whims({ at: 'sender', says: 550, words: 'Not from here' });
  expect(await opened.send(letter)).toMatchObject({ problem: 'from-refused', answer: '550 Not from here' });
  mill.whims({ at: 'recipient', says: 550, words: 'No such mailbox' });
  expect(await opened.send(letter)).toMatchObject({ problem: 'recipient-refused' });
  mill.whims({ at: 'letter', says: 554, words: 'Looks like spam' });
  expect(await opened.send(letter)).toMatchObject({ problem: 'message-refused' });
  mill.whims({ at: 'letter', says: 554, words: '5.2.252 SendAsDenied; office not allowed to send as head' });
  expect(await opened.send(letter)).toMatchObject({ problem: 'from-refused' });
  mill.whims({ at: 'recipient', says: 451, words: 'Greylisted' });
  expect(await opened.send(letter)).toMatchObject({ problem: 'try-later' });
  expect(await opened.send(letter)).toMatchObject({ outcome: 'accepted' });
  expect(mill.letters).toHaveLength(1);
});

it('says that it does not know where the connection is lost with the letter handed over', async () => {
  const mill = await server();
  mill.whims({ at: 'letter', dies: true });
  expect(await sendBy(accessTo(mill))).toMatchObject({ outcome: 'unsure' });
  expect(mill.letters).toHaveLength(1);
  mill.whims({ at: 'letter', silent: true });
  expect(await sendBy(accessTo(mill), impatient)).toMatchObject({ outcome: 'unsure' });
});

it('knows that a letter was not taken where the connection is lost before it was handed over', async () => {
  const mill = await server();
  mill.whims({ at: 'recipient', dies: true });
  expect(await sendBy(accessTo(mill))).toMatchObject({ outcome: 'failed', problem: 'connection-lost' });
  mill.whims({ at: 'recipient', silent: true });
  expect(await sendBy(accessTo(mill), impatient)).toMatchObject({ outcome: 'failed', problem: 'too-slow' });
  mill.whims({ at: 'greeting', silent: true });
  expect(await sendBy(accessTo(mill), impatient)).toMatchObject({ outcome: 'failed', problem: 'no-answer' });
  expect(mill.letters).toHaveLength(0);
});
