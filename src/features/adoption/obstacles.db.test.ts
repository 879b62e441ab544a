// What goes wrong on the way: approvers who leave, meetings that decide nothing, days that cannot be, and coming back to an earlier version.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defineFeature } from '#kernel/feature.ts';
import { on } from '#kernel/events.ts';
import { defineJob } from '#kernel/jobs.ts';
import { failureOf } from '#test/whole-app.ts';
import { askedAnew } from '../policy/index.ts';
import { makeTrust } from '../policy/trust/trust.fixture.ts';
import { adopting, openAdoptingApp, readDuties, type AdoptingApp } from './adopting.fixture.ts';

const hears = defineJob({
  name: 'probe.hears',
  summary: 'Hears that everybody is asked anew.',
  payload: askedAnew.payload,
  attempts: 1,
  run: async () => {},
});
const probe = defineFeature({
  name: 'probe',
  summary: 'For this test.',
  actions: [readDuties],
  controls: [],
  jobs: [hears],
  subscribers: [on(askedAnew, hears)],
});

let app: AdoptingApp;
let probing: Awaited<ReturnType<typeof open>>;
const open = () => openAdoptingApp([probe]);
beforeAll(async () => {
  probing = await open();
  app = probing as unknown as AdoptingApp;
});
beforeEach(() => app.clock.set('2026-11-20T09:00:00Z'));
afterAll(() => app.drop());

const MONDAY = '2026-11-23';

describe('an approver who leaves on the way', () => {
  it('is followed by the deputy, then by the next holder; where nobody is left it waits and says so', async () => {
    const { school, operating, sent, decide, head, deputy, chair, draft, read, job } = await adopting(app);
    const titles = async (by: typeof head) => (await probing.as(await school.again(by)).probe.duties({})).titles;
    const { adoptionId } = await sent(await draft('in-force', head));
    expect(await titles(deputy)).toEqual(['Approve the policy']);
    await operating.people.endPerson({ personId: deputy.personId });
    await job('adoption.askNext', { personId: deputy.personId, lastDay: '2026-11-19' });
    expect((await read(adoptionId)).steps[0]?.asked).toEqual(['Ruth Adeyemi']);
    expect(await titles(chair)).toEqual(['Approve the policy']);
    await operating.people.endPerson({ personId: chair.personId });
    await job('adoption.askNext', { personId: chair.personId, lastDay: '2026-11-19' });
    expect((await read(adoptionId)).steps[0]).toMatchObject({ state: 'now', asked: [] });
    expect(await titles(head)).toEqual(['Say who is the headteacher: the policy waits']);
    const next = await school.person({ name: 'Ela Novak', responsibilities: ['deputy-headteacher'] });
    await job('adoption.askNightly');
    expect((await read(adoptionId)).steps[0]?.asked).toEqual(['Ela Novak']);
    await decide(adoptionId, next);
    expect((await read(adoptionId)).steps[0]?.state).toBe('approved');
  });

  it('leaves their line to the next chair, who signs in their place', async () => {
    const { school, operating, sent, decide, meet, sign, head, chair, read } = await adopting(app);
    const { adoptionId } = await sent();
    await decide(adoptionId, head);
    await meet(adoptionId);
    await sign(adoptionId, head);
    await operating.people.endPerson({ personId: chair.personId });
    const line = async () => (await read(adoptionId)).slots.find(({ role }) => role === 'chair-of-governors');
    expect((await line())?.candidates).toEqual([]);
    const next = await school.person({ types: ['governor'], responsibilities: ['chair-of-governors'] });
    expect((await line())?.candidates.map(({ personId }) => personId)).toEqual([next.personId]);
    await sign(adoptionId, next);
    expect((await line())?.signature?.name).toBe(next.name);
  });
});

describe('whoever becomes chair after signing in another role', () => {
  it('cannot sign twice: everybody who meets it is told the way out, which is there', async () => {
    const { operating, sent, decide, meet, sign, adopt, as, head, chair, governor, writer, read } = await adopting(app);
    const lines = async () => (await (await as(head)).adoption.list({})).adoptions[0]!.lines;
    const { adoptionId } = await sent();
    expect(await lines()).toBeNull();
    await decide(adoptionId, head);
    await meet(adoptionId);
    expect(await lines()).toEqual({ signed: 0, of: 2 });
    await sign(adoptionId, head);
    await operating.people.endPerson({ personId: chair.personId });
    await operating.people.grantResponsibility({ personId: head.personId, responsibility: 'chair-of-governors' });
    const way = /withdraw it and send it anew, or name somebody else as the chair of governors\.$/;
    const refused = await failureOf(adopt(adoptionId, MONDAY));
    expect(refused.message).toContain('the chair of governors (Ngozi Okafor, who has signed in another role)');
    expect(refused.remedy).toMatch(way);
    expect(await failureOf(sign(adoptionId, head))).toMatchObject({
      code: 'already-signed',
      remedy: expect.stringMatching(way) as string,
    });
    const stuck = (await read(adoptionId)).slots.find(({ role }) => role === 'chair-of-governors');
    expect(stuck).toMatchObject({ candidates: [], wayOut: expect.stringMatching(way) as string });

    await operating.people.grantResponsibility({ personId: governor.personId, responsibility: 'chair-of-governors' });
    await sign(adoptionId, governor);
    expect(await lines()).toEqual({ signed: 2, of: 2 });
    expect((await read(adoptionId, writer)).lines).toEqual({ signed: 2, of: 2 });
  });
});

describe('a draft that is put away on the way', () => {
  it('ends its adoption: nobody is asked any more', async () => {
    const { as, draft, sent, writer, head, read, job } = await adopting(app);
    const draftId = await draft();
    const { adoptionId } = await sent(draftId);
    await (await as(writer)).drafting.discard({ draftId });
    await job('adoption.closeEdited', { draftId });
    expect(await read(adoptionId)).toMatchObject({
      state: 'withdrawn',
      closedBecause: 'The draft was put away after it was sent.',
    });
    expect((await (await as(head)).decisions.listWaiting({})).decisions).toHaveLength(0);
  });
});

describe('a meeting', () => {
  it('without its quorum decides nothing, and may meet again; both stay on record', async () => {
    const { sent, decide, meet, head, chair, read } = await adopting(app);
    const { adoptionId } = await sent();
    await decide(adoptionId, head);
    expect((await meet(adoptionId, { present: [chair.personId], votesFor: 1, abstained: 0 })).outcome).toBe(
      'not-quorate',
    );
    expect((await read(adoptionId)).steps[1]?.state).toBe('now');
    app.clock.advance({ hours: 1 });
    expect((await meet(adoptionId)).outcome).toBe('adopted');
    expect((await read(adoptionId)).steps[1]?.meetings.map(({ outcome }) => outcome)).toEqual([
      'not-quorate',
      'adopted',
    ]);
  });

  it.each([
    ['a majority against', { votesFor: 1, votesAgainst: 2, abstained: 0 }],
    ['an equal vote', { votesFor: 1, votesAgainst: 1, abstained: 1 }],
  ])('with %s adopts nothing', async (_, votes) => {
    const { sent, decide, meet, head, read } = await adopting(app);
    const { adoptionId } = await sent();
    await decide(adoptionId, head);
    expect((await meet(adoptionId, votes)).outcome).toBe('against');
    expect(await read(adoptionId)).toMatchObject({ state: 'refused' });
  });

  it('is recorded with votes that add up, on a day after the draft was sent and not to come, by those who keep minutes', async () => {
    const { sent, decide, meet, head, read, governor, dsl } = await adopting(app);
    const { adoptionId } = await sent();
    await decide(adoptionId, head);
    expect((await failureOf(meet(adoptionId, { votesFor: 5 }))).code).toBe('votes-do-not-add-up');
    expect((await failureOf(meet(adoptionId, { quorum: 1 }))).code).toBe('quorum-too-low');
    expect((await failureOf(meet(adoptionId, { heldOn: '2026-11-19' }))).code).toBe('meeting-day');
    expect((await failureOf(meet(adoptionId, { heldOn: '2026-11-21' }))).code).toBe('meeting-day');
    expect((await failureOf(meet(adoptionId, { present: [governor.personId, governor.personId] }))).code).toBe(
      'not-a-member',
    );
    expect((await failureOf(meet(adoptionId, {}, dsl))).code).toBe('not-yours-to-do');
    expect((await failureOf(decide(adoptionId, head))).code).toBe('decided-by-meeting');
    expect((await read(adoptionId)).steps[1]?.meetings).toEqual([]);
  });

  it('of a committee needs three governors, as the whole body needs half of them', async () => {
    const { sent, decide, meet, head, chair, governor, dsl, read } = await adopting(app);
    const { adoptionId } = await sent();
    await decide(adoptionId, head);
    const committee = { body: 'committee' as const, name: 'Pupils and welfare', quorum: 3 };
    const few = await failureOf(meet(adoptionId, { ...committee, quorum: 2 }));
    expect(few).toMatchObject({ code: 'quorum-too-low', fields: [{ field: 'quorum' }] });
    const staff = [chair.personId, governor.personId, dsl.personId];
    expect((await failureOf(meet(adoptionId, { ...committee, present: staff }))).code).toBe('not-a-member');
    const two = { ...committee, present: [chair.personId, governor.personId], abstained: 0 };
    expect((await meet(adoptionId, two)).outcome).toBe('not-quorate');
    expect((await read(adoptionId)).steps[1]?.state).toBe('now');
    expect((await meet(adoptionId, committee)).outcome).toBe('adopted');
  });

  it('of the board of a trust decides where the school belongs to one, by the same rules', async () => {
    const { school, sent, decide, meet, head, chair, writer, dsl, read } = await adopting(app);
    const { adoptionId } = await sent();
    await decide(adoptionId, head);
    const board = { body: 'trust-board' as const, name: 'Board of trustees', quorum: 3 };
    expect((await read(adoptionId)).bodies).toEqual(['governing-body', 'committee']);
    expect((await failureOf(meet(adoptionId, board))).code).toBe('no-trust');
    const { trustId } = await makeTrust(app as never);
    await app.rows('update school set trust_id = $1 where id = $2', [trustId, school.id]);
    expect((await read(adoptionId)).bodies).toContain('trust-board');
    expect((await failureOf(meet(adoptionId, { ...board, quorum: 1 }))).code).toBe('quorum-too-low');
    const strangers = [chair.personId, writer.personId, dsl.personId];
    expect((await failureOf(meet(adoptionId, { ...board, present: strangers }))).code).toBe('not-a-member');
    expect((await meet(adoptionId, board)).outcome).toBe('adopted');
  });
});

describe('the day it is in force', () => {
  it('is neither past nor taken', async () => {
    const { complete, adopt } = await adopting(app);
    const first = await complete();
    expect((await failureOf(adopt(first, '2026-11-19'))).code).toBe('date-passed');
    expect((await failureOf(adopt(first, '2026-11-20'))).code).toBe('date-taken');
    await adopt(first, MONDAY);
    const second = await complete();
    expect((await failureOf(adopt(second, MONDAY))).code).toBe('date-taken');
    await adopt(second, '2026-11-24');
  });

  it.each([
    [
      'London, when the clocks go forward',
      'Europe/London',
      '2027-03-28',
      '2027-03-27T23:59:59Z',
      '2027-03-28T00:00:00Z',
    ],
    ['London, when they go back', 'Europe/London', '2026-10-25', '2026-10-24T22:59:59Z', '2026-10-24T23:00:00Z'],
    [
      'Beirut, where that midnight does not exist',
      'Asia/Beirut',
      '2027-03-28',
      '2027-03-27T21:59:59Z',
      '2027-03-27T22:00:00Z',
    ],
  ])('begins at midnight by the school’s clock: %s', async (_, zone, day, last, first) => {
    app.clock.set('2026-10-12T09:00:00Z');
    const { as, school, complete, adopt, head } = await adopting(app);
    await app.rows('update school set zone = $2 where id = $1', [school.id, zone]);
    await adopt(await complete(), day);
    const inForce = async (at: string) => {
      app.clock.set(at);
      return (await (await as(head)).policy.read({})).version?.n;
    };
    expect([await inForce(last), await inForce(first)]).toEqual([1, 2]);
  });

  it('has everybody asked anew on the day it is adopted, and not at its first version', async () => {
    const { school, complete, adopt } = await adopting(app);
    const heard = () =>
      app.rows(
        `select from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
          where t.identifier = 'probe.hears' and payload->>'scope' = $1`,
        [school.id],
      );
    expect(await heard()).toHaveLength(0);
    await adopt(await complete(), MONDAY);
    expect(await heard()).toHaveLength(1);
  });
});

describe('coming back', () => {
  it('withdraws an adoption before its day, and never after it', async () => {
    const { as, complete, adopt, head, dsl, read } = await adopting(app);
    const adoptionId = await complete();
    await adopt(adoptionId, MONDAY);
    const withdraw = async (by: typeof head) =>
      (await as(by)).adoption.withdraw({ adoptionId, reason: 'The governors want another look.' });
    expect((await failureOf(withdraw(dsl))).code).toBe('not-yours-to-withdraw');
    await withdraw(head);
    app.clock.set('2026-11-24T09:00:00Z');
    expect((await (await as(head)).policy.read({})).version?.n).toBe(1);
    expect((await read(adoptionId)).slots.filter(({ signature }) => signature)).toHaveLength(2);
    const second = await complete();
    await adopt(second, '2026-11-25');
    app.clock.set('2026-11-25T09:00:00Z');
    const late = (await as(head)).adoption.withdraw({ adoptionId: second, reason: 'Too late.' });
    expect((await failureOf(late)).code).toBe('already-in-force');
  });

  it('goes to an earlier version by adopting it again, with approvals and signatures of its own', async () => {
    const { as, draft, sent, complete, adopt, head, read } = await adopting(app);
    const first = await adopt(await complete(), MONDAY);
    app.clock.set('2026-11-24T09:00:00Z');
    await adopt(await complete(await draft('model:the-grange')), '2026-11-25');
    app.clock.set('2026-11-26T09:00:00Z');
    const { adoptionId, sha256 } = await sent(await draft(`version:${first.versionId}`));
    expect(sha256).toBe(first.sha256);
    const again = await read(adoptionId);
    expect(again.slots.every(({ signature }) => signature === null)).toBe(true);
    expect((await failureOf(adopt(adoptionId, '2026-11-27'))).code).toBe('not-approved');
    expect((await (await as(head)).policy.read({})).version?.n).toBe(3);
  });

  it('cannot be done by putting a model in force past those who adopted', async () => {
    const { as, complete, adopt, head } = await adopting(app);
    await adopt(await complete(), MONDAY);
    const past = (await as(head)).policy.putInForce({ model: 'the-grange', effectiveOn: '2026-12-01' });
    expect(await failureOf(past)).toMatchObject({ kind: 'refused-by-policy', code: 'adopt-it' });
  });

  it('keeps the signatures that the adopted policy asks for, though the draft asks for fewer', async () => {
    const { draft, sent, complete, adopt, read } = await adopting(app);
    await adopt(await complete(), MONDAY);
    app.clock.set('2026-11-24T09:00:00Z');
    const { adoptionId } = await sent(await draft('model:st-nicholas'));
    const { steps, slots, clauses } = await read(adoptionId);
    expect(steps.map(({ role }) => role)).toEqual(['headteacher', 'governing-body']);
    expect(slots.map(({ role }) => role)).toEqual(['headteacher', 'chair-of-governors']);
    expect(clauses).toEqual(['SN-170', 'SN-171', 'ST-19']);
  });
});
