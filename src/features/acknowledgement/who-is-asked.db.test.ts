// Who must confirm the policy, on a real database, as the people concerned.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { operator, type PersonActor } from '#kernel/actor.ts';
import { failureOf } from '#test/whole-app.ts';
import { openAcknowledgement } from './acknowledgement.fixture.ts';

let app: Awaited<ReturnType<typeof openAcknowledgement>>;
beforeAll(async () => void (app = await openAcknowledgement()));
afterAll(() => app.drop());
beforeEach(() => app.clock.set('2026-11-20T09:00:00Z'));

describe('who is asked', () => {
  it('is everybody whom the directory has as staff, from the moment they are entered, with a figure for each group', async () => {
    const { school, head } = await app.ready('grappenhall-heys');
    const before = (await app.api(head).readCoverage({})).versions[0]!;
    const fresh = await school.person({ name: 'Kim Lee', types: ['support'] });
    const after = (await app.api(head).readCoverage({})).versions[0]!;
    expect(after.all.people).toBe(before.all.people + 1);
    expect(after.groups).toMatchObject([
      { group: 'staff', people: after.all.people, confirmed: 0 },
      { group: 'teaching', people: 0 },
      { group: 'support', people: 1, confirmed: 0 },
    ]);
    expect(await app.mine(fresh)).toMatchObject({ isAsked: true, kind: 'read', state: 'due', due: '2026-12-18' });
    await app.confirm(fresh);
    expect((await app.api(head).readCoverage({})).versions[0]!.groups[0]).toMatchObject({ confirmed: 1 });
  });

  it('runs the time of somebody who joins later from the day on which they join', async () => {
    const { school } = await app.ready('starter');
    app.clock.advance({ hours: 24 * 60 });
    expect(await app.mine(await school.person())).toMatchObject({ state: 'due', due: '2027-02-16' });
  });

  it('follows the directory: who stops being staff is no longer asked', async () => {
    const { school, head } = await app.ready('grappenhall-heys');
    const leaver = await school.person({ name: 'Jo Marsh' });
    await app.as(operator(school.id)).people.setTypes({ personId: leaver.personId, types: ['volunteer'] });
    app.clock.advance({ hours: 24 });
    const { people } = await app.api(await school.again(head)).list({});
    expect(people.map(({ personId }) => personId)).not.toContain(leaver.personId);
  });

  it('counts signed and unsigned for each group that The Grange names [GR-14]', async () => {
    const { school, head } = await app.ready('the-grange');
    const volunteer = await school.person({ name: 'Vera Quill', types: ['volunteer'] });
    const pupil = await school.person({ name: 'Millie Brown', types: ['pupil'] });
    const visitor = await school.person({ name: 'Ian Roe', types: ['visitor'] });
    const parent = await school.person({ name: 'Pat Brown', types: ['carer'] });
    await school.person({ name: 'Gita Rao', types: ['governor'] });
    await app.enter(school, head, {
      kind: 'acceptable-use',
      title: 'Acceptable use policy',
      edition: 'September 2026',
    });
    await app.confirm(volunteer);
    const { versionId, issued } = await app.mine(head);
    expect(issued).toBe('2023-09');
    const personIds = [pupil.personId, visitor.personId, parent.personId];
    const { textSha256: fingerprint } = await app.api(head).readSheet({});
    await app.api(head).recordPaper({ versionId, personIds, signedOn: '2026-11-20', fingerprint });
    const { groups } = (await app.api(head).readCoverage({})).versions[0]!;
    const figure = (group: string) => {
      const { people, confirmed } = groups.find((one) => one.group === group)!;
      return { signed: confirmed, unsigned: people - confirmed };
    };
    expect(figure('volunteer')).toEqual({ signed: 1, unsigned: 0 });
    expect(figure('pupil')).toEqual({ signed: 1, unsigned: 0 });
    expect(figure('visitor')).toEqual({ signed: 1, unsigned: 0 });
    expect(figure('carer')).toEqual({ signed: 1, unsigned: 0 });
    expect(figure('governor')).toEqual({ signed: 0, unsigned: 1 });
    expect(figure('staff')).toEqual({ signed: 0, unsigned: 2 });
    const signed = await app.keptWords(volunteer, pupil, visitor, parent);
    expect(signed).toHaveLength(4);
    for (const words of signed) expect(words).toContain('Acceptable use policy, of the school, September 2026');
  });

  it('counts one confirmation in both schools of a trust where somebody works in both [TP-14]', async () => {
    const { school: one, head: firstHead } = await app.ready('tpat');
    const { school: two, head: secondHead } = await app.ready('tpat');
    const stranger = await app.ready('tpat');
    const trustId = randomUUID();
    await app.rows('insert into trust (id, name, created_at) values ($1, $2, now())', [trustId, 'Fairwater Trust']);
    await app.rows('update school set trust_id = $1 where id = any($2)', [trustId, [one.id, two.id]]);
    const here = await one.person({ name: 'Con Tractor', types: ['contractor'] });
    const there = await two.person({ name: 'Con Tractor', types: ['contractor'] });
    const outside = await stranger.school.person({ name: 'Con Tractor', types: ['contractor'] });
    const ids = [here.personId, there.personId, outside.personId];
    await app.rows('update person set login_id = $1 where id = any($2)', [here.loginId, ids]);
    expect(await app.mine(there)).toMatchObject({ isAsked: true, state: 'due' });
    await app.confirm(here);
    expect(await app.mine(there)).toMatchObject({ state: 'confirmed', elsewhere: 'Millrace Primary School' });
    expect(await app.mine(outside)).toMatchObject({ state: 'due' });
    for (const head of [firstHead, secondHead]) {
      const { groups } = (await app.api(head).readCoverage({})).versions[0]!;
      expect(groups.find(({ group }) => group === 'contractor')).toMatchObject({ people: 1, confirmed: 1 });
    }
  });

  it('tells nobody but those who may read pupils and carers their names', async () => {
    const { school, head } = await app.ready('the-grange');
    await school.person({ name: 'Millie Brown', types: ['pupil'] });
    await school.person({ name: 'Pat Brown', types: ['carer'] });
    const deputy = await school.person({ responsibilities: ['deputy-headteacher'] });
    const named = async (person: PersonActor) => (await app.api(person).list({})).people.map(({ name }) => name);
    expect(await named(head)).toEqual(expect.arrayContaining(['Millie Brown', 'Pat Brown']));
    expect(await named(deputy)).not.toContain('Pat Brown');
    expect(await app.api(deputy).list({})).toMatchObject({ withoutNames: 1 });
    expect((await failureOf(app.api(await school.person()).list({}))).kind).toBe('forbidden');
  });
});
