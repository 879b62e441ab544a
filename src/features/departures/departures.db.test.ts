// Departures from the policy on a real database: told, justified, decided by the right person, ended by themselves, never removed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '#kernel/actor.ts';
import { isFailure, type Failure } from '#kernel/errors.ts';
import { decisions } from '#features/decisions/index.ts';
import { questions } from '#features/questions/index.ts';
import { openTestApp, type TestSchool } from '#test/school.ts';
import { departures } from './index.ts';

const open = () => openTestApp([decisions, questions, departures]);
let app: Awaited<ReturnType<typeof open>>;
beforeAll(async () => void (app = await open()));
afterAll(() => app.drop());

const no = async (work: Promise<unknown>): Promise<Failure> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (isFailure(error)) return error;
  throw new Error(`This was expected to be refused: ${String(error)}`);
};

async function cast(school: TestSchool) {
  const head = await school.person({ name: 'Ngozi Okafor', responsibilities: ['headteacher'] });
  const deputy = await school.person({ name: 'Dee Sharma', responsibilities: ['deputy-headteacher'] });
  const chair = await school.person({
    name: 'Chris Amari',
    types: ['governor'],
    responsibilities: ['chair-of-governors'],
  });
  const teacher = await school.person({ name: 'Priya Raman' });
  return { head, deputy, chair, teacher };
}

const rang = {
  kind: 'afterwards',
  clauseId: 'SN-46',
  on: '2026-11-19',
  time: '17:40',
  action: 'I looked a pupil’s route up on my own telephone during lessons.',
  justification: 'A child had not arrived and the office line was engaged.',
} as const;
const asks = { ...rang, kind: 'beforehand', on: '2026-11-27', time: '14:00', untilOn: '2026-12-04' } as const;

const hashFor = async (person: PersonActor, departureId: string) =>
  (await app.as(person).departures.read({ departureId })).hash;

it('whoever acted outside a clause must say which, when and what they did, and why [SN-08]', async () => {
  const school = await app.school('St Hild’s', 'st-nicholas');
  const { teacher } = await cast(school);
  const fieldsOf = async (missing: object) =>
    (await no(app.as(teacher).departures.open({ ...rang, ...missing }))).fields.map(({ field }) => field);
  expect((await no(app.as(teacher).departures.open({ ...rang, clauseId: '' }))).fields).toEqual([
    { field: 'clauseId', message: 'Choose the clause that this is about.' },
  ]);
  expect(await fieldsOf({ on: '' })).toEqual(['on']);
  expect(await fieldsOf({ time: '' })).toEqual(['time']);
  expect(await fieldsOf({ action: '' })).toEqual(['action']);
  expect(await fieldsOf({ justification: '' })).toEqual(['justification']);
  expect(await fieldsOf({ clauseId: 'SN-999' })).toEqual(['clauseId']);

  const { departureId } = await app.as(teacher).departures.open(rang);
  expect(await app.as(teacher).departures.read({ departureId })).toMatchObject({
    clauseId: 'SN-46',
    state: 'waiting',
    action: rang.action,
    mine: true,
  });
  const [entry] = await app.rows<{ about: object }>(
    "select body::jsonb -> 'about' as about from entry where scope_id = $1 and body::jsonb ->> 'action' = 'departures.open'",
    [school.id],
  );
  // Evidence of it counts on the day of the event, not on that of its telling.
  expect(entry!.about).toMatchObject({ departure: departureId, happened: rang.on });
  const before = await app.as(teacher).departures.open(asks);
  expect(await app.as(teacher).departures.read(before)).toMatchObject({ kind: 'beforehand', untilOn: '2026-12-04' });
});

it('goes to the headteacher, who accepts it, asks back or refers it [SN-09]', async () => {
  const school = await app.school('St Hild’s', 'st-nicholas');
  const { head, deputy, teacher } = await cast(school);
  const opened = await app.as(teacher).departures.open(rang);
  const { departureId } = opened;
  expect(opened.deciders).toEqual(['Ngozi Okafor']);
  const { notices } = await app.as(head).people.readNotices({});
  expect(notices.map(({ href }) => href)).toContain(`/policy/departures/${departureId}`);
  expect((await no(app.as(deputy).departures.read({ departureId }))).kind).toBe('not-found');

  const first = await hashFor(head, departureId);
  await app.as(head).departures.decide({ departureId, answer: 'question', note: 'When exactly?', hash: first });
  expect(await app.as(teacher).departures.read({ departureId })).toMatchObject({
    state: 'questioned',
    may: { reply: true },
  });
  app.clock.advance({ minutes: 1 });
  await app.as(teacher).departures.reply({ departureId, words: 'At twenty to six.' });
  app.clock.advance({ minutes: 1 });
  // What was read before the reply is no longer what is decided on.
  const stale = app.as(head).departures.decide({ departureId, answer: 'accept', hash: first });
  expect((await no(stale)).code).toBe('changed-meanwhile');
  await app.as(head).departures.decide({ departureId, answer: 'accept', hash: await hashFor(head, departureId) });
  const read = await app.as(teacher).departures.read({ departureId });
  expect(read.state).toBe('accepted');
  expect(read.said.map(({ what }) => what)).toEqual(['questioned', 'reply', 'accepted']);

  const second = await app.as(teacher).departures.open(rang);
  const hash = await hashFor(head, second.departureId);
  const decide = (more: object) =>
    app.as(head).departures.decide({ departureId: second.departureId, answer: 'refer', hash, ...more });
  expect((await no(decide({}))).fields[0]?.field).toBe('note');
  expect((await no(decide({ note: 'For the safeguarding lead.' }))).fields[0]?.field).toBe('referTo');
  await decide({ note: 'For the safeguarding lead.', referTo: 'Helen Pryce' });
  expect(await app.as(teacher).departures.read({ departureId: second.departureId })).toMatchObject({
    state: 'referred',
    referredTo: 'Helen Pryce',
  });
});

describe('leave asked for beforehand', () => {
  it('ends by itself after its last day', async () => {
    const school = await app.school('St Hild’s', 'st-nicholas');
    const { head, teacher } = await cast(school);
    const { departureId } = await app.as(teacher).departures.open(asks);
    const hash = await hashFor(head, departureId);
    const decide = (until: string) => app.as(head).departures.decide({ departureId, answer: 'accept', until, hash });
    expect((await no(decide('2026-12-05'))).fields[0]?.field).toBe('until');
    await decide('2026-11-30');
    expect(await app.as(teacher).departures.read({ departureId })).toMatchObject({
      state: 'accepted',
      permittedUntil: '2026-11-30',
    });
    app.clock.set('2026-11-30T23:59:00Z');
    expect((await app.as(teacher).departures.read({ departureId })).state).toBe('accepted');
    app.clock.set('2026-12-01T00:01:00Z');
    expect((await app.as(teacher).departures.read({ departureId })).state).toBe('ended');
    app.clock.set('2026-11-20T09:00:00Z');
  });

  it('is not given by a policy that knows none, which says where to ask; what has happened is told all the same', async () => {
    const school = await app.school('Millrace', 'tpat');
    const { teacher } = await cast(school);
    const refused = await no(app.as(teacher).departures.open({ ...asks, clauseId: 'TP-61' }));
    expect(refused).toMatchObject({ kind: 'refused-by-policy', code: 'no-departures', clauses: ['TP-28', 'TP-74'] });
    await app.as(teacher).departures.open({ ...rang, clauseId: 'TP-61' });
  });

  it('can be declined; what has happened cannot', async () => {
    const school = await app.school('St Hild’s', 'st-nicholas');
    const { head, teacher } = await cast(school);
    const leave = await app.as(teacher).departures.open(asks);
    const past = await app.as(teacher).departures.open(rang);
    const decline = async ({ departureId }: { departureId: string }) =>
      app
        .as(head)
        .departures.decide({ departureId, answer: 'decline', note: 'No.', hash: await hashFor(head, departureId) });
    await decline(leave);
    expect((await no(decline(past))).code).toBe('already-happened');
  });
});

describe('a departure', () => {
  it('of the headteacher goes to the deputy, and where there is none to the chair; never to themselves', async () => {
    const school = await app.school('St Hild’s', 'st-nicholas');
    const { head, deputy } = await cast(school);
    const { departureId, deciders } = await app.as(head).departures.open(rang);
    expect(deciders).toEqual(['Dee Sharma']);
    const hash = await hashFor(head, departureId);
    expect((await no(app.as(head).departures.decide({ departureId, answer: 'accept', hash }))).code).toBe(
      'not-the-decider',
    );
    expect((await app.as(deputy).departures.list({})).departures).toMatchObject([{ id: departureId, mayDecide: true }]);
    await app.as(deputy).departures.decide({ departureId, answer: 'accept', hash });

    const small = await app.school('St Hild’s Annexe', 'st-nicholas');
    const sole = await small.person({ name: 'Martin Osei', responsibilities: ['headteacher'] });
    await small.person({ name: 'Chris Amari', types: ['governor'], responsibilities: ['chair-of-governors'] });
    expect((await app.as(sole).departures.open(rang)).deciders).toEqual(['Chris Amari']);
  });

  it('is decided once, and taken back only before that', async () => {
    const school = await app.school('St Hild’s', 'st-nicholas');
    const { head, teacher } = await cast(school);
    const { departureId } = await app.as(teacher).departures.open(rang);
    const hash = await hashFor(head, departureId);
    await app.as(head).departures.decide({ departureId, answer: 'accept', hash });
    expect((await no(app.as(head).departures.decide({ departureId, answer: 'accept', hash }))).code).toBe(
      'already-decided',
    );
    expect((await no(app.as(teacher).departures.withdraw({ departureId }))).code).toBe('already-decided');
    const other = await app.as(teacher).departures.open(rang);
    await app.as(teacher).departures.withdraw({ departureId: other.departureId });
    expect((await app.as(teacher).departures.read({ departureId: other.departureId })).state).toBe('withdrawn');
  });

  it('is never removed, nor rewritten, by the application', async () => {
    const [may] = await app.rows<{ remove: boolean; rewrite: boolean; unsay: boolean }>(
      `select has_table_privilege('gatepost_app', 'departure', 'delete') as remove,
              has_column_privilege('gatepost_app', 'departure', 'justification', 'update') as rewrite,
              has_table_privilege('gatepost_app', 'departure_reply', 'delete') as unsay`,
    );
    expect(may).toEqual({ remove: false, rewrite: false, unsay: false });
  });

  it('that waits stands on the first page however old; what was settled is given in pages', async () => {
    const school = await app.school('St Hild’s', 'st-nicholas');
    const { head, teacher } = await cast(school);
    const { departureId: waiting } = await app.as(teacher).departures.open(rang);
    await app.rows(
      `insert into departure (school_id, id, kind, clause_id, happens_at, action, justification, opened_by, opened_at, outcome)
       select $1, ('01af0000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'afterwards', 'SN-46', $3, 'Rang.', 'Had to.',
              $2, $3, 'accepted' from generate_series(1, 60) as n`,
      [school.id, teacher.personId, app.clock.now().toString()],
    );
    const first = await app.as(head).departures.list({});
    expect(first.departures).toHaveLength(51);
    expect(first.departures.at(-1)!.id).toBe(waiting);
    const second = await app.as(head).departures.list({ before: first.next! });
    expect(second).toMatchObject({ next: null, moreWaiting: false });
    const seen = [...first.departures, ...second.departures].map(({ id }) => id);
    expect(new Set(seen).size).toBe(61);
    expect(seen).toHaveLength(61);
  });

  it('of another school is not there', async () => {
    const [ours, theirs] = [await app.school('St Hild’s', 'st-nicholas'), await app.school('St Bede’s', 'st-nicholas')];
    const { teacher } = await cast(ours);
    const stranger = await cast(theirs);
    const { departureId } = await app.as(teacher).departures.open(rang);
    expect((await no(app.as(stranger.head).departures.read({ departureId }))).kind).toBe('not-found');
  });
});
