// Mail servers that do not do as they should: nothing is lost, nothing is doubled, and whoever keeps them is told.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { operator, systemActor } from '#kernel/actor.ts';
import { openMailApp, stageMail, type MailApp, type MailStage } from './mail.fixture.ts';

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
