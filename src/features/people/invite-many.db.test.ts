// Many invitations at once: whoever cannot be invited is listed with the reason, the rest go, and an end in the middle loses nothing.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { mail } from '#features/mail/index.ts';
import { systemActor, type PersonActor } from '#kernel/actor.ts';
import { openTestApp, type TestSchool } from '#test/school.ts';
import { inviteWaiting } from './jobs/invite-waiting.ts';

const open = () => openTestApp([mail]);
let app: Awaited<ReturnType<typeof open>>;
let mill: TestSchool;
let head: PersonActor;

beforeAll(async () => {
  app = await open();
});
afterAll(() => app.drop());
beforeEach(async () => {
  app.clock.set('2026-11-20T09:00:00Z');
  mill = await app.school();
  head = await mill.person({ name: 'Hilda Head', responsibilities: ['headteacher'] });
});

const withMail = () =>
  app.rows(
    `insert into mail_server (school_id, host, port, encryption, from_address, from_name, per_minute, set_at)
     values ($1, 'mail.example', 587, 'starttls', 'office@mill.example', 'Mill', 60, now())`,
    [mill.id],
  );

/** A whole county’s worth of staff, some without a usable address. */
async function newcomers(many: number, bad = 0): Promise<void> {
  await app.rows(
    `with made as (
       insert into person (school_id, id, first_name, last_name, email, created_at)
       select $1, gen_random_uuid(), 'New' || n, 'Comer', case when n > $3 then 'n' || n || '@example.sch.uk' when n % 2 = 0 then '' else 'nowhere ' || n end, now()
         from generate_series(1, $2) n returning id)
     insert into person_type (school_id, id, person_id, type, starts_on)
     select $1, gen_random_uuid(), id, 'staff', '2026-09-01' from made`,
    [mill.id, many, bad],
  );
}
const job = async (signal = new AbortController().signal): Promise<void> => {
  const act = (action: never, input: never) => app.run(systemActor(mill.id, 'people.inviteWaiting'), action, input);
  await inviteWaiting.run({ act, signal, scopeId: mill.id, clock: app.clock, ports: {} } as never, {});
};
const wanted = async () =>
  app.rows<{ payload: { payload: { personId: string } } }>(
    `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'mail.sendWantedLink' and payload->>'scope' = $1`,
    [mill.id],
  );

it('invites five thousand by mail, and lists the forty with a bad address by row with what to do', async () => {
  await withMail();
  await newcomers(5000, 40);
  const { roundId, people } = await app.as(head).people.inviteMany({ way: 'mail' });
  expect(people).toBe(5000);
  expect(await app.as(head).people.readRound({ roundId })).toMatchObject({ people: 5000, waiting: 5000, asked: 0 });
  await job();
  const round = await app.as(head).people.readRound({ roundId });
  expect(round).toMatchObject({ waiting: 0, asked: 4960, refused: 40 });
  expect(round.notInvited).toHaveLength(40);
  for (const { row, problem, remedy } of round.notInvited) {
    expect(row).toBeGreaterThan(0);
    expect(problem).toMatch(/no e-mail address/);
    expect(remedy).toContain('then invite them again');
  }
  expect(await wanted()).toHaveLength(4960);
}, 120_000);

it('goes on where it was when a process ends in the middle, and invites nobody twice', async () => {
  await withMail();
  await newcomers(120);
  const { roundId } = await app.as(head).people.inviteMany({ way: 'mail' });
  const system = app.as(systemActor(mill.id, 'people.inviteWaiting')).people;
  await system.inviteNext({});
  await job(AbortSignal.abort());
  expect(await app.as(head).people.readRound({ roundId })).toMatchObject({ people: 120, waiting: 70, asked: 50 });
  await Promise.all([job(), job()]);
  await job();
  expect(await app.as(head).people.readRound({ roundId })).toMatchObject({ waiting: 0, asked: 120, refused: 0 });
  const asked = (await wanted()).map(({ payload }) => payload.payload.personId);
  expect(new Set(asked).size).toBe(120);
  expect(asked).toHaveLength(120);
});

it('refuses a second invitation within a day for each person, and sends it the day after', async () => {
  const { personId } = await mill.person({ name: 'Nell New', joined: false });
  await app.as(head).people.invite({ personId });
  app.clock.advance({ hours: 2 });
  const again = async () => {
    const { roundId } = await app.as(head).people.inviteMany({ way: 'paper', personIds: [personId] });
    await job();
    return app.as(head).people.readRound({ roundId });
  };
  expect(await again()).toMatchObject({
    refused: 1,
    notInvited: [{ row: 1, name: 'Nell New', problem: 'Was invited less than a day ago.' }],
  });
  app.clock.advance({ hours: 23 });
  head = await mill.again(head);
  expect(await again()).toMatchObject({ refused: 0, ready: 1 });
});

it('shows slips once, to whoever asked, and none of anybody who decides', async () => {
  await mill.person({ name: 'Nell New', joined: false });
  await mill.person({ name: 'Otto Office', joined: false });
  await mill.person({ name: 'Sana Lead', responsibilities: ['dsl'], joined: false });
  const { roundId } = await app.as(head).people.inviteMany({ way: 'paper', type: 'staff' });
  await job();
  const round = await app.as(head).people.readRound({ roundId });
  expect(round).toMatchObject({ ready: 2, refused: 1, isYours: true });
  expect(round.notInvited).toMatchObject([{ name: 'Sana Lead', problem: expect.stringContaining('own address only') }]);
  await expect(app.as(mill.first).people.printSlips({ roundId })).rejects.toMatchObject({ code: 'not-your-round' });
  const { slips, left } = await app.as(head).people.printSlips({ roundId });
  expect(slips.map(({ name }) => name)).toEqual(['Nell New', 'Otto Office']);
  expect(left).toBe(0);
  const holder = await app.linkHolder(slips[0]!.token);
  expect(await app.as(holder).people.openInvitation({})).toMatchObject({ name: 'Nell New', purpose: 'join' });
  await expect(app.as(head).people.printSlips({ roundId })).rejects.toMatchObject({ code: 'nothing-to-print' });
  expect(JSON.stringify(await app.rows('select * from invitation_item'))).not.toContain(slips[0]!.token);
});

it('says who has not come yet, since when, by which way, and whose letter came back', async () => {
  await withMail();
  const nell = await mill.person({ name: 'Nell New', joined: false });
  await mill.person({ name: 'Otto Office', joined: false });
  const { invitationId } = await app.as(head).people.invite({ personId: nell.personId });
  expect((await app.as(head).people.listNotCome({})).people).toMatchObject([
    { name: 'Nell New', state: 'open', way: 'by-hand', invitedAt: '2026-11-20T09:00:00Z' },
    { name: 'Otto Office', state: 'never', way: null },
  ]);
  await app.rows(
    `insert into mail_message (school_id, id, key, person_id, template, urgent, state, asked_at, due_at, give_up_at)
     values ($1, gen_random_uuid(), 'link:' || $2, $3, 'invitation', true, 'bounced', now(), now(), now())`,
    [mill.id, invitationId, nell.personId],
  );
  const { people, total, hasMail } = await app.as(head).people.listNotCome({ type: 'staff' });
  expect({ total, hasMail }).toEqual({ total: 2, hasMail: true });
  expect(people[0]).toMatchObject({ name: 'Nell New', state: 'came-back', way: 'mail' });
});

it('is asked for by those who keep the directory, with somebody chosen and a mail server for mail', async () => {
  const teacher = await mill.person({});
  await expect(app.as(teacher).people.inviteMany({ way: 'paper' })).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(app.as(head).people.inviteMany({ way: 'mail' })).rejects.toMatchObject({ code: 'no-mail-server' });
  await expect(app.as(head).people.inviteMany({ way: 'paper', personIds: [] })).rejects.toMatchObject({
    code: 'nobody-chosen',
  });
  const other = await app.school('Otterford School');
  await expect(
    app.as(head).people.inviteMany({ way: 'paper', personIds: [other.first.personId] }),
  ).rejects.toMatchObject({ kind: 'not-found' });
});
