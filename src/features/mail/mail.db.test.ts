// Mail as a school meets it: a real mail server, a real database, and the job that lies between them.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSmtp } from '#connectors/smtp/smtp.ts';
import { operator, systemActor, type PersonActor } from '#kernel/actor.ts';
import type { FailureKind } from '#kernel/errors.ts';
import { runJob } from '#main/worker.ts';
import { makeFirst } from '#test/first-school.ts';
import { openMailServer, type TestMailServer } from '#test/mail-server.ts';
import { openTestApp, type TestSchool } from '#test/school.ts';
import { mail } from './index.ts';
import { sendMail } from './jobs/send-mail.ts';

const openApp = () => openTestApp([mail] as const);

let app: Awaited<ReturnType<typeof openApp>>;
let school: TestSchool;
let server: TestMailServer;

beforeAll(async () => {
  app = await openApp();
});
afterAll(() => app.drop());
beforeEach(async () => {
  app.clock.set('2026-11-20T09:00:00Z');
  school = await app.school();
  await makeFirst(app, school.id);
  server = await openMailServer({ user: { name: 'office', password: 'kingfisher' } });
});
afterEach(() => server.close());

const settings = (more: object = {}) => ({
  host: 'localhost',
  port: server.port,
  encryption: 'starttls' as const,
  username: 'office',
  password: 'kingfisher',
  fromAddress: 'office@millrace.example',
  fromName: 'Millrace Primary School',
  authority: server.authority,
  perMinute: 60,
  ...more,
});

/** The person who set the school up, with a factor shown just now. */
const keeper = async () => app.as(await school.again(school.first)).mail;
const setServer = async (more: object = {}) => void (await (await keeper()).setServer(settings(more)));

/** What the worker does when its minute comes. */
async function work(schoolId = school.id, quietMs = 20_000) {
  const log = { info() {}, warn() {}, error() {} };
  const limits = { connectMs: 5_000, greetingMs: 5_000, quietMs, wholeMs: 60_000 };
  const ports = { mail: createSmtp({ keyring: app.keyring, limits }), origin: 'https://posts.millrace.example' };
  const parts = { pool: app.database.jobs, registry: app.registry, run: app.run, clock: app.clock, log, ports };
  await runJob(parts, sendMail as never, { scope: schoolId, payload: {} }, new AbortController().signal);
}

interface Row {
  readonly id: string;
  readonly state: string;
  readonly problem: string;
  readonly answer: string;
  readonly attempts: number;
  readonly message_id: string;
  readonly link_box: Buffer | null;
  readonly due_at: string;
}
const messages = (schoolId = school.id) =>
  app.rows<Row>('select *, due_at::text from mail_message where school_id = $1 order by asked_at, id', [schoolId]);

const colleague = () => school.person({ name: 'Priya Raman', joined: false });
const invite = async (person: PersonActor) =>
  app.as(operator(school.id)).mail.sendInvitation({ personId: person.personId });

const refusedWith = (kind: FailureKind, code: string) => expect.objectContaining({ kind, code });

describe('a letter', () => {
  it('carries the link that lets its holder in, and the database never holds it in the clear', async () => {
    await setServer();
    const priya = await colleague();
    await invite(priya);
    const [waiting] = await messages();
    expect(waiting).toMatchObject({ state: 'queued', attempts: 0 });
    await work();
    const [letter] = server.letters;
    expect(letter!.subject).toBe('Join Millrace Primary School on Gatepost');
    const [, token] = /https:\/\/posts\.millrace\.example\/join\/([\w-]{43})/.exec(letter!.text!)!;
    expect(letter!.html).toContain(`href="https://posts.millrace.example/join/${token}"`);
    expect(waiting!.link_box!.toString('latin1')).not.toContain(token);
    expect(await messages()).toMatchObject([{ state: 'sent', link_box: null, attempts: 1 }]);
    const holder = await app.linkHolder(token!);
    expect(await app.as(holder).people.openInvitation({})).toMatchObject({ name: 'Priya Raman' });
  });

  it('is asked for once and sent once', async () => {
    await setServer();
    const asRobot = app.as(systemActor(school.id, 'test')).mail;
    await app.rows(
      'insert into notice (school_id, id, person_id, kind, about, at) values ($1, gen_random_uuid(), $2, $3, $4, $5)',
      [
        school.id,
        school.first.personId,
        'people.locked',
        JSON.stringify({ text: 'Somebody tried wrong passwords.', href: '/me' }),
        app.clock.now().toString(),
      ],
    );
    const [notice] = await app.rows<{ id: string }>(
      "select id from notice where school_id = $1 and kind = 'people.locked'",
      [school.id],
    );
    const wanted = { notices: [{ noticeId: notice!.id, personId: school.first.personId }] };
    expect(await asRobot.queueNotice(wanted)).toEqual({ queued: 1 });
    expect(await asRobot.queueNotice(wanted)).toEqual({ queued: 0 });
    await Promise.all([work(), work(), work()]);
    expect(server.letters).toHaveLength(1);
    expect(server.letters[0]!.text).toContain('Somebody tried wrong passwords.');
  });

  it('goes to the address that the person has when it is sent, never to a pupil or somebody who has left', async () => {
    await setServer();
    const priya = await colleague();
    await invite(priya);
    await app.rows('update person set ended_on = $2 where id = $1', [priya.personId, '2026-11-19']);
    await work();
    expect(await messages()).toMatchObject([{ state: 'given-up', problem: 'no-address' }]);
    expect(server.letters).toEqual([]);
  });

  it('is not sent once its link was taken back', async () => {
    await setServer();
    const priya = await colleague();
    const { invitationId } = await invite(priya);
    await app.as(operator(school.id)).people.withdrawInvitation({ personId: priya.personId });
    expect(invitationId).toBeTruthy();
    await work();
    expect(await messages()).toMatchObject([{ state: 'given-up', problem: 'out-of-date', link_box: null }]);
  });
});

describe('without a mail server', () => {
  it('says so to whoever wants to send, and asks nothing of anybody', async () => {
    const priya = await colleague();
    await expect(invite(priya)).rejects.toEqual(refusedWith('conflict', 'no-mail-server'));
    expect(await messages()).toEqual([]);
    expect(await (await keeper()).showServer({})).toMatchObject({ goesOutBy: 'nothing', server: null, failing: null });
  });
});

describe('the server as it is set', () => {
  it('never shows its password, and keeps it only for the same machine and user', async () => {
    await setServer();
    const shown = await (await keeper()).showServer({});
    expect(shown.server).toMatchObject({ host: 'localhost', hasPassword: true });
    expect(JSON.stringify(shown)).not.toContain('kingfisher');
    const { password: _, ...rest } = settings({ perMinute: 20 });
    await (await keeper()).setServer(rest);
    await expect((await keeper()).setServer({ ...rest, host: 'evil.example' })).rejects.toEqual(
      refusedWith('invalid', 'password-needed'),
    );
    await expect((await keeper()).setServer({ ...rest, username: 'head' })).rejects.toEqual(
      refusedWith('invalid', 'password-needed'),
    );
    await expect(setServer({ encryption: 'none' })).rejects.toEqual(refusedWith('invalid', 'password-in-clear'));
    const priya = await colleague();
    await invite(priya);
    await work();
    expect(server.letters).toHaveLength(1);
    const [row] = await app.rows<{ body: string }>(
      "select string_agg(body, '') as body from entry where scope_id = $1",
      [school.id],
    );
    expect(row!.body).not.toContain('kingfisher');
  });

  it('is the system administrator’s alone', async () => {
    const head = await school.person({ responsibilities: ['headteacher'] });
    await expect(app.as(head).mail.setServer(settings())).rejects.toEqual(refusedWith('forbidden', 'not-yours-to-do'));
    await expect(app.as(head).mail.showServer({})).rejects.toEqual(refusedWith('forbidden', 'not-yours-to-do'));
  });

  it('is shared by the first school with schools that have none', async () => {
    const second = await app.school('Weir Lane Primary School');
    const asSecond = app.as(operator(second.id)).mail;
    await expect(asSecond.setServer(settings({ shared: true }))).rejects.toEqual(
      refusedWith('invalid', 'not-the-first-school'),
    );
    const owen = await second.person({ name: 'Owen Pugh', joined: false });
    await setServer();
    await expect(asSecond.sendInvitation({ personId: owen.personId })).rejects.toEqual(
      refusedWith('conflict', 'no-mail-server'),
    );
    await setServer({ shared: true, perMinute: 1 });
    expect(await asSecond.showServer({})).toMatchObject({ goesOutBy: 'first-school', server: null, mayShare: false });
    await asSecond.sendInvitation({ personId: owen.personId });
    const priya = await colleague();
    await invite(priya);
    await work(second.id);
    expect(server.letters.map(({ subject }) => subject)).toEqual(['Join Weir Lane Primary School on Gatepost']);
    // One a minute, both schools together.
    await work();
    expect(server.letters).toHaveLength(1);
    app.clock.advance({ seconds: 61 });
    await work();
    expect(server.letters).toHaveLength(2);
    await (await keeper()).removeServer({});
    expect(await asSecond.showServer({})).toMatchObject({ goesOutBy: 'nothing' });
  });
});

describe('a school that was not set up first', () => {
  const furtherSchool = async () => {
    const second = await app.school('Weir Lane Primary School');
    return { second, api: async () => app.as(await second.again(second.first)).mail };
  };

  it('reaches into no private network with a mail server of its own, and is told what to do', async () => {
    const { second, api } = await furtherSchool();
    for (const host of ['localhost', '127.0.0.1', '169.254.169.254', '10.0.0.1']) {
      app.clock.advance({ minutes: 1 });
      await (await api()).setServer(settings({ host }));
      await (await api()).test({});
      await work(second.id);
      expect((await (await api()).showServer({})).lastTest, host).toMatchObject({
        diagnosis: {
          message: `${host} leads into a private network, where only the school that Gatepost was set up with may have its mail server.`,
          remedy: expect.stringContaining('Use the public name'),
          answer: '',
        },
      });
    }
    expect(server.connections()).toBe(0);
  });

  it('sends by the shared server under its own name, and learns of it only whether it works', async () => {
    await setServer({ shared: true, replyTo: 'head@millrace.example' });
    const { second, api } = await furtherSchool();
    await (await api()).test({ to: 'somebody@example.org' });
    await work(second.id);
    expect(server.letters[0]).toMatchObject({
      from: { name: 'Weir Lane Primary School', address: 'office@millrace.example' },
    });
    expect(server.letters[0]!.replyTo).toBeUndefined();
    const sent = await (await api()).showServer({});
    expect(sent).toMatchObject({
      failing: null,
      acceptedAt: expect.any(String),
      lastTest: { state: 'sent', answer: '' },
    });

    app.clock.advance({ minutes: 1 });
    await setServer({ shared: true, password: 'wrong' });
    await (await api()).test({ to: 'somebody@example.org' });
    await work(second.id);
    const told = {
      message: 'The trust’s shared mail server takes no mail.',
      remedy: expect.stringContaining('Ask the system administrator'),
    };
    const failing = await (await api()).showServer({});
    expect(failing).toMatchObject({ failing: { ...told, answer: '' }, lastTest: { diagnosis: told, answer: '' } });
    const listed = await (await api()).list({});
    expect(listed.messages[0]).toMatchObject({ diagnosis: told, answer: '' });
    const { presets: _, ...shown } = failing;
    expect(JSON.stringify([shown, listed])).not.toMatch(/localhost|millrace|535|office\b/i);
    // Whoever keeps it reads everything.
    expect((await (await keeper()).showServer({})).failing?.answer).toContain('535');

    await setServer({ shared: true });
    server.whims({ at: 'recipient', says: 550, words: '5.1.1 No such mailbox' });
    app.clock.advance({ minutes: 1 });
    await (await api()).test({ to: 'nobody@example.org' });
    await work(second.id);
    expect((await (await api()).showServer({})).lastTest).toMatchObject({ answer: '550 5.1.1 No such mailbox' });
  });
});

describe('a server that does not do as it should', () => {
  it('greylists: the letter is put off, tried again and taken', async () => {
    await setServer();
    server.whims({ at: 'recipient', says: 451, words: '4.7.1 Greylisted, come back later' });
    await invite(await colleague());
    await work();
    expect(await messages()).toMatchObject([{ state: 'queued', problem: 'try-later' }]);
    await work();
    expect(server.letters).toEqual([]);
    app.clock.advance({ minutes: 5 });
    await work();
    expect(await messages()).toMatchObject([{ state: 'sent', attempts: 2, problem: '' }]);
    expect(server.letters).toHaveLength(1);
  });

  it('refuses the address: shown beside the person until the address changes or a later letter is taken', async () => {
    await setServer();
    const priya = await colleague();
    server.whims({ at: 'recipient', says: 550, words: '5.1.1 No such mailbox' });
    await invite(priya);
    await work();
    const troubles = async () => (await (await keeper()).readTroubles({})).troubles;
    expect(await troubles()).toMatchObject([{ personId: priya.personId, answer: '550 5.1.1 No such mailbox' }]);
    const [before] = await app.rows<{ email: string }>('select email from person where id = $1', [priya.personId]);
    await app.as(operator(school.id)).people.change({ personId: priya.personId, email: 'p.raman@millrace.example' });
    expect(await troubles()).toEqual([]);
    await app.as(operator(school.id)).people.change({ personId: priya.personId, email: before!.email });
    expect(await troubles()).toHaveLength(1);
    app.clock.advance({ minutes: 1 });
    await invite(priya);
    await work();
    expect(await troubles()).toEqual([]);
    const [notice] = await app.rows<{ n: number }>('select count(*)::int as n from mail_message where school_id = $1', [
      school.id,
    ]);
    expect(notice!.n).toBe(2);
  });

  it('dies with the letter in hand: it is sent once more, later, and cannot be mistaken for another', async () => {
    await setServer();
    server.whims({ at: 'letter', dies: true });
    await invite(await colleague());
    await work();
    expect(await messages()).toMatchObject([{ state: 'queued', problem: 'unsure' }]);
    app.clock.advance({ minutes: 15 });
    await work();
    expect(await messages()).toMatchObject([{ state: 'sent', attempts: 2 }]);
    const [first, second] = server.letters;
    expect(second!.messageId).toBe(first!.messageId);
    expect(second!.text).toBe(first!.text);
    expect(second!.date).toBe(first!.date);
  });

  it('dies twice so: it is left, and said to be unsure', async () => {
    await setServer();
    await invite(await colleague());
    for (const minutes of [0, 15]) {
      app.clock.advance({ minutes });
      server.whims({ at: 'letter', dies: true });
      await work();
    }
    expect(await messages()).toMatchObject([{ state: 'given-up', problem: 'unsure' }]);
  });

  it('dies before it had the letter: nothing is lost and nothing doubled', async () => {
    await setServer();
    server.whims({ at: 'recipient', dies: true });
    await invite(await colleague());
    await work();
    expect(await messages()).toMatchObject([{ state: 'queued', problem: 'connection-lost' }]);
    app.clock.advance({ minutes: 5 });
    await work();
    expect(server.letters).toHaveLength(1);
  });

  it('takes too long: the letter waits, and the rest goes on', async () => {
    await setServer();
    server.whims({ at: 'recipient', silent: true });
    await invite(await colleague());
    await invite(await colleague());
    await work(school.id, 500);
    const states = (await messages()).map(({ state, problem }) => `${state} ${problem}`.trim());
    expect(states.toSorted()).toEqual(['queued too-slow', 'sent']);
  });

  it('refuses the password: everything waits, nothing is lost, and the administrator is told why', async () => {
    await setServer({ password: 'wrong' });
    await invite(await colleague());
    await invite(await colleague());
    await work();
    expect(server.connections()).toBe(1);
    expect((await messages()).map(({ state }) => state)).toEqual(['queued', 'queued']);
    const { failing } = await (await keeper()).showServer({});
    expect(failing).toMatchObject({ message: 'The server refused the user office or its password.' });
    await work();
    expect(server.connections()).toBe(1);
    await setServer();
    await work();
    expect(server.letters).toHaveLength(2);
    expect(await (await keeper()).showServer({})).toMatchObject({ failing: null, waiting: 0 });
  });
});

it('leaves one message in doubt where the program ends between the server’s answer and our record', async () => {
  await setServer();
  await invite(await colleague());
  const asRobot = app.as(systemActor(school.id, 'mail.send')).mail;
  const { turn } = await asRobot.sendNext({ tried: null, goOn: true });
  expect(turn).toMatchObject({ attempt: 1 });
  expect(await asRobot.findDue({})).toEqual({ isDue: false });
  app.clock.advance({ minutes: 16 });
  await work();
  expect(server.letters).toHaveLength(1);
  expect(server.letters[0]!.messageId).toBe(turn!.messageId);
  // The answer of the try that was left behind comes too late to count.
  await asRobot.sendNext({
    tried: { id: turn!.id, attempt: 1, outcome: { outcome: 'failed', problem: 'recipient-refused', answer: '550' } },
    goOn: false,
  });
  expect(await messages()).toMatchObject([{ state: 'sent' }]);
});

it('gives up what nobody wants any more after its time', async () => {
  await setServer({ port: 1 });
  await invite(await colleague());
  await work();
  app.clock.advance({ hours: 73 });
  await work();
  expect(await messages()).toMatchObject([{ state: 'given-up', problem: 'port-refused' }]);
});

it('sends 5,000 letters no faster than the server allows, what is urgent first', async () => {
  await setServer({ perMinute: 200 });
  await app.rows(
    `insert into mail_message (school_id, id, key, address, template, urgent, state, asked_at, due_at, give_up_at)
     select $1, gen_random_uuid(), 'many:' || n, 'reader.' || n || '@millrace.example', 'test', false, 'queued', $2, $2, $2::timestamptz + interval '1 day'
       from generate_series(1, 5000) n`,
    [school.id, app.clock.now().toString()],
  );
  await invite(await colleague());
  const sentEach: number[] = [];
  for (const _ of [1, 2, 3]) {
    const before = server.letters.length;
    await work();
    await work();
    sentEach.push(server.letters.length - before);
    app.clock.advance({ seconds: 60 });
  }
  expect(sentEach).toEqual([200, 200, 200]);
  expect(server.letters[0]!.subject).toContain('Join');
  expect(new Set(server.letters.map(({ messageId }) => messageId)).size).toBe(600);
  expect(server.connections()).toBe(3);
  expect(await (await keeper()).showServer({})).toMatchObject({ waiting: 4_401 });
  const one = await (await keeper()).list({ show: 'waiting' });
  const other = await (await keeper()).list({ show: 'waiting', after: one.next as never });
  const ids = [...one.messages, ...other.messages].map(({ id }) => id);
  expect(new Set(ids).size).toBe(100);
}, 120_000);

describe('mail that comes back', () => {
  const report = (messageId: string, more = 'Action: failed\nStatus: 5.1.1') =>
    `From: MAILER-DAEMON@example.org\nMessage-ID: <bounce@example.org>\n\nReporting-MTA: dns; mx.example.org\n\nFinal-Recipient: rfc822; nobody@example.org\n${more}\nDiagnostic-Code: smtp; 550 5.1.1\n unknown user\n\nMessage-ID: ${messageId}\nSubject: Join\n`;

  it('is noted by its report, and shown beside the person', async () => {
    await setServer();
    const priya = await colleague();
    await invite(priya);
    await work();
    const [sent] = await messages();
    const admin = await school.person({ responsibilities: ['administrator'] });
    const token: PersonActor = { ...admin, via: 'token', scopes: new Set(['mail:write']) };
    await expect(
      app.as(token).mail.reportBounce({ report: report(sent!.message_id, 'Action: delayed\nStatus: 4.4.1') }),
    ).rejects.toEqual(refusedWith('conflict', 'only-delayed'));
    expect(await app.as(token).mail.reportBounce({ report: report(sent!.message_id) })).toEqual({
      personId: priya.personId,
      mailId: sent!.id,
    });
    expect((await (await keeper()).readTroubles({ personId: priya.personId })).troubles).toMatchObject([
      { message: 'The mail was accepted at first and came back.', answer: '550 5.1.1 unknown user' },
    ]);
    await expect(app.as(token).mail.reportBounce({ report: 'Dear colleague, I am away.' })).rejects.toEqual(
      refusedWith('invalid', 'no-report'),
    );
    await expect(app.as(token).mail.reportBounce({ address: 'stranger@example.org' })).rejects.toEqual(
      refusedWith('not-found', 'not-found'),
    );
  });
});

describe('a test message', () => {
  it('says plainly what is wrong, at once, and that it works when it does', async () => {
    await setServer({ port: 1 });
    await (await keeper()).test({});
    await work();
    expect((await (await keeper()).showServer({})).lastTest).toMatchObject({
      state: 'refused',
      diagnosis: { message: 'localhost is there, but nothing answers on port 1.' },
    });
    app.clock.advance({ seconds: 1 });
    await setServer();
    await (await keeper()).test({ to: 'somebody@example.org' });
    await work();
    expect((await (await keeper()).showServer({})).lastTest).toMatchObject({ state: 'sent', diagnosis: null });
    expect(server.letters[0]!.to).toEqual([{ name: '', address: 'somebody@example.org' }]);
  });
});

describe('somebody who cannot get in', () => {
  const ask = (personId: string) => app.as(systemActor(school.id, 'sign-in')).mail.askRecovery({ personId });

  it('gets a short-lived link at their own address, not more often than is of use; who decides is told of their own', async () => {
    await setServer();
    const head = await school.person({ name: 'Ngozi Okafor', responsibilities: ['headteacher'] });
    const chair = await school.person({ types: ['governor'], responsibilities: ['chair-of-governors'] });
    expect(await ask(head.personId)).toEqual({ outcome: 'queued' });
    expect(await ask(head.personId)).toEqual({ outcome: 'asked-lately' });
    await work();
    const [, token] = /\/recover\/([\w-]{43})/.exec(server.letters[0]!.text!)!;
    const holder = await app.linkHolder(token!);
    expect(await app.as(holder).people.openInvitation({})).toMatchObject({ name: 'Ngozi Okafor', keepsFactor: true });
    const told = (await app.as(chair).people.readNotices({})).notices.map(({ text }) => text);
    expect(told).toContain(
      'A link to set a new password was asked for at the sign-in page and sent to the address of Ngozi Okafor.',
    );
    app.clock.advance({ minutes: 61 });
    await expect(app.as(holder).people.openInvitation({})).rejects.toEqual(refusedWith('conflict', 'link-expired'));
    for (const _ of [2, 3, 4, 5]) {
      app.clock.advance({ minutes: 16 });
      expect(await ask(head.personId)).toEqual({ outcome: 'queued' });
    }
    app.clock.advance({ minutes: 16 });
    expect(await ask(head.personId)).toEqual({ outcome: 'asked-lately' });
  });
});
