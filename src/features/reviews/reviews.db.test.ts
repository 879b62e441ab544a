// Reviews of the policy on a real database.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operator, type PersonActor } from '#kernel/actor.ts';
import type { ModelPolicyName } from '#features/policy/index.ts';
import type { TestSchool } from '#test/school.ts';
import { failureOf } from '#test/whole-app.ts';
import {
  asToday,
  openReviewingApp,
  readyToReview,
  remindIn,
  type Cast,
  type ReviewingApp,
} from './reviewing.fixture.ts';

let app: ReviewingApp;
beforeAll(async () => void (app = await openReviewingApp()));
afterAll(() => app.drop());

const ready = (model: ModelPolicyName, name: string) => readyToReview(app, model, name);
const as = (school: TestSchool, person: PersonActor) => asToday(app, school, person);
const remind = (school: TestSchool) => remindIn(app, school);
const noticesOf = async (school: TestSchool, person: PersonActor) =>
  (await (await as(school, person)).people.readNotices({})).notices.map(({ text }) => text);
const reviewDuty = async (school: TestSchool, person: PersonActor) =>
  (await (await as(school, person)).duties.listToday({})).duties.find(({ kind }) => kind === 'reviews.sign-off');

/** Everything that the review asks to be confirmed is confirmed, entered where nobody had. */
async function confirmAll({ school, leader, ict }: Cast, reviewId: string) {
  const lead = await as(school, leader);
  const reviewer = await as(school, ict);
  for (const one of (await reviewer.reviews.read({ reviewId })).toConfirm) {
    if (one.isDone) continue;
    if (one.what === 'source') await reviewer.reviews.confirmSource({ reviewId, key: one.key });
    else if (one.what === 'watch') await reviewer.reviews.settleWatchItem({ reviewId, key: one.key });
    else
      await lead.references.addGuidance({
        kind: 'advice',
        title: one.title,
        body: 'Lancashire County Council',
        edition: 'March 2026',
        datedOn: '2026-03-01',
      });
  }
}

describe('the date of the next review', () => {
  it('[SJ-06] is one year after the policy was put in force, is always there, and reminders stand before it', async () => {
    const { school, head } = await ready('st-josephs', 'St Joseph’s of the Mill');
    const { next } = await app.as(head).reviews.list({});
    expect(next).toEqual({
      dueOn: '2027-11-20',
      why: 'interval',
      isOverdue: false,
      reminders: [
        { on: '2027-08-22', daysBefore: 90, sentAt: null },
        { on: '2027-10-21', daysBefore: 30, sentAt: null },
        { on: '2027-11-13', daysBefore: 7, sentAt: null },
      ],
    });
    expect(await remind(school)).toBeNull();
    app.clock.set('2027-08-22T06:00:00Z');
    expect(await remind(school)).toMatchObject({ reviewId: null });
    expect(await noticesOf(school, head)).toContain('The policy is to be reviewed by 20 November 2027.');
    expect(await remind(school)).toBeNull();
    expect((await (await as(school, head)).reviews.list({})).next!.reminders[0]!.sentAt).not.toBeNull();
  });

  it('comes after four months the first time where the policy says so', async () => {
    const { head } = await ready('st-nicholas', 'Mill Lane Infants');
    expect((await app.as(head).reviews.list({})).next).toMatchObject({ dueOn: '2027-03-20', why: 'first-interval' });
  });

  it('[SN-172] moves forward when a statutory change or an internal review is raised, and never back', async () => {
    const { school, head, leader, ict } = await ready('st-nicholas', 'Mill Lane Juniors');
    const reviewing = app.as(leader).reviews;
    const law = { cause: 'statutory-change', words: 'New statutory guidance in January.' } as const;
    expect((await failureOf(reviewing.raise({ ...law, dueOn: '2027-04-01' }))).code).toBe('not-earlier');
    expect((await failureOf(reviewing.raise({ ...law, dueOn: '2026-11-01' }))).code).toBe('date-passed');
    await reviewing.raise({ ...law, dueOn: '2027-01-31' });
    expect((await reviewing.list({})).next).toMatchObject({ dueOn: '2027-01-31', why: 'statutory-change' });
    expect(await noticesOf(school, ict)).toContain(
      'The review of the policy is moved forward: it is to be done by 31 January 2027.',
    );
    await reviewing.raise({ cause: 'internal-review', words: 'Asked for by the governors.', dueOn: '2027-01-10' });
    expect((await reviewing.list({})).next).toMatchObject({ dueOn: '2027-01-10', why: 'internal-review' });

    const refused = await failureOf(
      reviewing.raise({ cause: 'serious-incident', words: 'An account was taken over.', dueOn: '2026-12-10' }),
    );
    expect(refused).toMatchObject({ kind: 'refused-by-policy', code: 'trigger-not-named', clauses: ['SN-172'] });
    const { reviewId } = await app.as(head).reviews.start({ cause: 'other', words: 'An account was taken over.' });
    expect((await reviewing.list({})).raised).toEqual([]);
    await reviewing.raise({ ...law, dueOn: '2026-11-27' });
    expect(await reviewing.read({ reviewId })).toMatchObject({ dueOn: '2026-11-27' });

    // Where the policy names a serious incident as well, it moves the review forward too.
    const named = await ready('starter', 'Weir Academy');
    const there = app.as(named.leader).reviews;
    expect((await there.list({})).next).toMatchObject({ dueOn: '2027-11-20' });
    await there.raise({ cause: 'serious-incident', words: 'An account was taken over.', dueOn: '2026-12-10' });
    expect((await there.list({})).next).toMatchObject({ dueOn: '2026-12-10', why: 'serious-incident' });
  });
});

describe('a review', () => {
  it('[SN-168] is opened for both reviewers when its day comes near, can be started early, and both must sign off', async () => {
    const cast = await ready('st-nicholas', 'Weir Bank School');
    const { school, head, leader, ict, governor } = cast;
    app.clock.set('2027-02-18T06:00:00Z');
    const opened = await remind(school);
    const reviewId = opened!.reviewId!;
    for (const reviewer of [leader, ict]) {
      expect(await reviewDuty(school, reviewer)).toMatchObject({ due: '2027-03-20', clauses: ['SN-168'] });
      expect((await noticesOf(school, reviewer)).filter((text) => text.includes('one of its reviewers'))).toHaveLength(
        1,
      );
    }
    expect(await reviewDuty(school, governor)).toBeUndefined();
    expect(await remind(school)).toBeNull();

    await confirmAll(cast, reviewId);
    await (await as(school, ict)).reviews.signOff({ reviewId, words: 'Read.' });
    expect(await reviewDuty(school, ict)).toBeUndefined();
    expect((await failureOf((await as(school, ict)).reviews.signOff({ reviewId }))).code).toBe('signed-off-already');
    const notYours = await failureOf((await as(school, governor)).reviews.signOff({ reviewId }));
    expect(notYours).toMatchObject({ code: 'not-reviewer', clauses: ['SN-168'] });
    const leading = (await as(school, head)).reviews;
    await leading.share({ reviewId, people: [governor.personId], sharedOn: '2027-02-18', how: 'At the meeting' });
    const closing = { reviewId, outcome: 'stays', words: 'It holds.' } as const;
    expect(await failureOf(leading.close(closing))).toMatchObject({
      kind: 'refused-by-policy',
      code: 'not-signed-off',
      clauses: ['SN-168'],
    });
    await (await as(school, leader)).reviews.signOff({ reviewId });
    await leading.close(closing);
    expect((await failureOf(leading.close(closing))).code).toBe('review-closed');
    const after = await leading.list({});
    expect(after).toMatchObject({ open: null, next: { dueOn: '2028-02-18', why: 'interval' } });
    expect(after.past).toMatchObject([{ id: reviewId, outcome: 'stays' }]);

    const early = { cause: 'due', words: '' } as const;
    expect((await failureOf(leading.start(early))).code).toBe('review-not-due');
    const second = await leading.start({ cause: 'internal-review', words: 'A governor asked.' });
    expect(await reviewDuty(school, leader)).toBeDefined();
    expect((await failureOf(leading.start({ cause: 'other', words: 'Again' }))).code).toBe('review-open');
    expect(second.reviewId).not.toBe(reviewId);
  });

  it('[SN-169] cannot be closed before the version in force was shared with governors, with day and recipients', async () => {
    const cast = await ready('st-nicholas', 'Sluice Street School');
    const { school, head, leader, ict, governor } = cast;
    const leading = app.as(head).reviews;
    const { reviewId } = await leading.start({ cause: 'other', words: 'A look before the summer.' });
    await confirmAll(cast, reviewId);
    for (const one of [leader, ict]) await app.as(one).reviews.signOff({ reviewId });
    const closing = { reviewId, outcome: 'new-draft', words: 'Clause 4 is out of date.' } as const;
    expect(await failureOf(leading.close(closing))).toMatchObject({
      kind: 'refused-by-policy',
      code: 'not-shared',
      clauses: ['SN-169'],
    });
    const share = { reviewId, sharedOn: '2026-11-20', how: 'Sent with the papers of the meeting' };
    expect((await failureOf(leading.share({ ...share }))).code).toBe('no-recipient');
    expect((await failureOf(leading.share({ ...share, people: [ict.personId] }))).code).toBe('not-a-governor');
    expect((await failureOf(leading.share({ ...share, others: 'The clerk', sharedOn: '2026-12-01' }))).code).toBe(
      'day-to-come',
    );
    await leading.share({ ...share, people: [governor.personId], others: 'The clerk' });
    expect((await leading.read({ reviewId })).shares).toMatchObject([
      { sharedOn: '2026-11-20', people: ['Desmond Clarke'], others: 'The clerk', isOfThisVersion: true },
    ]);
    expect(await noticesOf(school, governor)).toContain(
      'The policy was reviewed and is shared with you as a governor.',
    );

    // What the governors were given is not what is in force any more: it is shared anew.
    const { revision } = await app.as(head).policy.readSetting({ settingId: 'ack.days' });
    await app.as(head).policy.changeSetting({ settingId: 'ack.days', is: 7, reason: 'Sooner.', revision });
    expect((await failureOf(leading.close(closing))).code).toBe('not-shared');
    await leading.share({ ...share, others: 'All governors, by letter' });
    await leading.close(closing);
    expect((await leading.read({ reviewId })).closed).toMatchObject({ outcome: 'new-draft', by: 'Ngozi Okafor' });
  });

  it('[SJ-105] waits until each source that the version cites, with title, body and date, was confirmed or put right', async () => {
    const { school, head, ict } = await ready('st-josephs', 'St Joseph’s of the Beck');
    const { reviewId } = await app.as(head).reviews.start({ cause: 'internal-review', words: 'Early.' });
    const reviewer = app.as(ict).reviews;
    const cited = async (what: string) =>
      (await reviewer.read({ reviewId })).toConfirm.filter((one) => one.what === what);
    expect((await cited('unknown-source')).map(({ title }) => title)).toEqual(['Local authority best-practice advice']);
    expect(await failureOf(reviewer.signOff({ reviewId }))).toMatchObject({
      kind: 'refused-by-policy',
      code: 'sources-unconfirmed',
    });
    app.clock.set('2026-11-20T09:30:00Z');
    const advice = {
      kind: 'advice',
      title: 'Local authority best-practice advice',
      body: 'Lancashire County Council',
      edition: 'March 2026',
      datedOn: '2026-03-01',
    } as const;
    const { key } = await (await as(school, head)).references.addGuidance(advice);
    expect(await cited('unknown-source')).toEqual([]);
    for (const item of await cited('watch')) await reviewer.settleWatchItem({ reviewId, key: item.key });
    await reviewer.signOff({ reviewId });

    // In the next review the same source is asked for again.
    const leading = (await as(school, head)).reviews;
    await leading.signOff({ reviewId });
    const [governor] = (await leading.read({ reviewId })).sharing.governors;
    await (await as(school, await governorActor(school, governor!.id))).reviews.signOff({ reviewId });
    await leading.share({ reviewId, people: [governor!.id], sharedOn: '2026-11-20', how: 'Given on paper' });
    await leading.close({ reviewId, outcome: 'stays', words: 'It holds.' });
    app.clock.set('2027-11-01T09:00:00Z');
    const next = await (await as(school, head)).reviews.start({ cause: 'due' });
    const again = (await (await as(school, ict)).reviews.read(next)).toConfirm.find((one) => one.key === key);
    expect(again).toMatchObject({
      title: 'Local authority best-practice advice, March 2026',
      detail: 'Lancashire County Council',
      isDone: false,
    });
    await (await as(school, ict)).reviews.confirmSource({ ...next, key });
    const after = (await (await as(school, ict)).reviews.read(next)).toConfirm.find((one) => one.key === key);
    expect(after).toMatchObject({ isDone: true });
  });

  it('[GR-24] asks of each item on the watch list that it is confirmed or closed', async () => {
    const { head, leader } = await ready('the-grange', 'The Grange of the Mill');
    await app.as(head).references.addWatchItem({ title: 'A ban on phones in schools', why: 'Clause 12 may go.' });
    const { reviewId } = await app.as(head).reviews.start({ cause: 'internal-review', words: 'Early.' });
    app.clock.set('2026-11-20T09:30:00Z');
    const reviewer = app.as(leader).reviews;
    const open = async () =>
      (await reviewer.read({ reviewId })).toConfirm.filter(({ what, isDone }) => what === 'watch' && !isDone);
    const items = await open();
    expect(items.map(({ title }) => title)).toContain('A ban on phones in schools');
    expect(items.map(({ key }) => key)).toContain('age-enforcement');
    expect((await failureOf(reviewer.signOff({ reviewId }))).code).toBe('sources-unconfirmed');
    for (const { key } of items) {
      await reviewer.settleWatchItem({
        reviewId,
        key,
        outcome: key === 'age-enforcement' ? '' : 'No longer expected.',
      });
    }
    expect(await open()).toEqual([]);
    await reviewer.signOff({ reviewId });
    const { watch } = await app.as(head).references.list({});
    expect(watch.find(({ title }) => title === 'A ban on phones in schools')!.outcome).toBe('No longer expected.');
    expect(watch.find(({ key }) => key === 'age-enforcement')!.closedAt).toBeNull();
  });

  it('[SJ-107] is given to a named committee with its members and the day it meets, and waits for its minute', async () => {
    const cast = await ready('st-josephs', 'St Joseph’s of the Weir');
    const { school, head, ict, governor } = cast;
    const leading = app.as(head).reviews;
    const { reviewId } = await leading.start({ cause: 'internal-review', words: 'Early.' });
    const committee = { reviewId, name: 'Standards committee', members: 'D. Clarke, M. Adler', meetsOn: '2026-11-26' };
    expect((await failureOf(leading.setCommittee({ ...committee, members: '' }))).fields[0]!.field).toBe('members');
    await leading.setCommittee(committee);
    app.clock.set('2026-11-27T09:00:00Z');
    await confirmAll(cast, reviewId);
    const now = (await as(school, head)).reviews;
    for (const one of [head, ict, governor]) await (await as(school, one)).reviews.signOff({ reviewId });
    await now.share({ reviewId, people: [governor.personId], sharedOn: '2026-11-26', how: 'At the meeting' });
    const closing = { reviewId, outcome: 'stays', words: 'It holds.' } as const;
    expect((await failureOf(now.close(closing))).code).toBe('minute-missing');
    await now.setCommittee({ ...committee, minute: 'Agreed without change, minute 7.' });
    await now.close(closing);
    expect((await now.read({ reviewId })).committee).toEqual({
      name: 'Standards committee',
      members: 'D. Clarke, M. Adler',
      meetsOn: '2026-11-26',
      minute: 'Agreed without change, minute 7.',
    });
  });

  it('stands overdue on Today, and its reviewers and the headteacher are told weekly', async () => {
    const { school, head, leader } = await ready('st-nicholas', 'Late School');
    app.clock.set('2027-03-25T06:00:00Z');
    await remind(school);
    expect(await reviewDuty(school, leader)).toMatchObject({ urgency: 'overdue', due: '2027-03-20' });
    app.clock.set('2027-04-05T06:00:00Z');
    await remind(school);
    expect(await noticesOf(school, head)).toContain(
      'The review of the policy is overdue: it was to be done by 20 March 2027.',
    );
  });

  it('is seen in its own school only', async () => {
    const [one, other] = [await ready('starter', 'First School'), await app.school('Second School')];
    const { reviewId } = await app.as(one.head).reviews.start({ cause: 'internal-review', words: 'Early.' });
    expect((await failureOf(app.as(operator(other.id)).reviews.read({ reviewId }))).kind).toBe('not-found');
    const teacher = await one.school.person();
    expect((await failureOf(app.as(teacher).reviews.start({ cause: 'other', words: 'Me' }))).kind).toBe('forbidden');
  });
});

async function governorActor(school: TestSchool, personId: string): Promise<PersonActor> {
  const anybody = await school.person();
  return school.again({ ...anybody, personId });
}
