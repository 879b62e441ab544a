// What hangs on whoever leaves, in a school at work: accounts, decisions that wait, posts still to go out; and invitations that mail carries.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { FRIDAY, openWholeApp } from '#test/whole-app.ts';

let app: Awaited<ReturnType<typeof openWholeApp>>;

beforeAll(async () => {
  app = await openWholeApp();
});
afterAll(() => app.close());
beforeEach(() => app.clock.set(FRIDAY));

it('shows a runner’s accounts, what waits for their vote, and the posts that nobody else could see out', async () => {
  const mill = await app.ready('starter');
  await mill.approved(mill.author, { wantedAt: '2036-11-27T09:00:00Z' });
  await mill.sent(mill.author, { words: 'The library opens again on Monday.' });
  const seen = async (lastDay: string) => {
    const { leavers } = await app
      .as(await mill.school.again(mill.head))
      .people.previewLeavers({ leavers: [{ personId: mill.runner.personId, lastDay }] });
    return leavers[0];
  };
  expect(await seen('2036-11-24')).toMatchObject({
    name: 'Rosa Lindqvist',
    accounts: ['Millrace on noticeboard'],
    decisions: 1,
    posts: 1,
    signsIn: true,
  });
  expect(await seen('2036-11-28')).toMatchObject({ posts: 0 });
  const second = await mill.person({ name: 'Second Runner' });
  await app
    .as(await mill.school.again(mill.head))
    .accounts.grantAuthority({ accountId: mill.board, personId: second.personId, scope: 'run' });
  expect(await seen('2036-11-24')).toMatchObject({ posts: 0 });
});

it('hands many invitations to mail, which makes each link and queues the letter to its own address', async () => {
  const mill = await app.ready('starter');
  await app.rows(
    `insert into mail_server (school_id, host, port, encryption, from_address, from_name, per_minute, set_at)
     values ($1, '127.0.0.1', 1, 'none', 'office@mill.example', 'Mill', 60, now())`,
    [mill.school.id],
  );
  await mill.school.person({ name: 'Nell New', joined: false });
  await mill.school.person({ name: 'Sana Lead', joined: false, responsibilities: ['dsl'] });
  const head = app.as(await mill.school.again(mill.head)).people;
  const { roundId } = await head.inviteMany({ way: 'mail' });
  await app.work();
  expect(await head.readRound({ roundId })).toMatchObject({ people: 2, asked: 2, refused: 0, sent: 0 });
  const letters = await app.rows<{ template: string; key: string; address: string }>(
    `select template, key, address from mail_message where school_id = $1 and template = 'invitation'`,
    [mill.school.id],
  );
  expect(letters).toHaveLength(2);
  expect((await head.listNotCome({})).people).toMatchObject([
    { name: 'Sana Lead', way: 'mail', state: 'open' },
    { name: 'Nell New', way: 'mail', state: 'open' },
  ]);
});
