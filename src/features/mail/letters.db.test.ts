// Letters as a school meets them: asked for, sent, given up, come back; a real mail server, a real database, and the job between.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { operator, systemActor, type PersonActor } from '#kernel/actor.ts';
import { openMailApp, refusedWith, stageMail, type MailApp, type MailStage } from './mail.fixture.ts';

let app: MailApp;
let school: MailStage['school'];
let server: MailStage['server'];
let keeper: MailStage['keeper'];
let setServer: MailStage['setServer'];
let work: MailStage['work'];
let messages: MailStage['messages'];
let colleague: MailStage['colleague'];
let invite: MailStage['invite'];
beforeAll(async () => void (app = await openMailApp()));
afterAll(() => app.drop());
beforeEach(
  async () => void ({ school, server, keeper, setServer, work, messages, colleague, invite } = await stageMail(app)),
);
afterEach(() => server.close());

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
