// The mail server as it is set, shared and tried: what is kept, who may, and what is told when it is wrong.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { operator } from '#kernel/actor.ts';
import { openMailApp, refusedWith, stageMail, type MailApp, type MailStage } from './mail.fixture.ts';

let app: MailApp;
let school: MailStage['school'];
let server: MailStage['server'];
let settings: MailStage['settings'];
let keeper: MailStage['keeper'];
let setServer: MailStage['setServer'];
let work: MailStage['work'];
let colleague: MailStage['colleague'];
let invite: MailStage['invite'];
beforeAll(async () => void (app = await openMailApp()));
afterAll(() => app.drop());
beforeEach(
  async () => void ({ school, server, settings, keeper, setServer, work, colleague, invite } = await stageMail(app)),
);
afterEach(() => server.close());

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
