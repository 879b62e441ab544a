// The address at which somebody’s calendar program reads their days, on a real database.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '#kernel/canonical.ts';
import { failureOf } from '#test/whole-app.ts';
import { openReviewingApp, readyToReview, type ReviewingApp } from './reviewing.fixture.ts';

let app: ReviewingApp;
beforeAll(async () => void (app = await openReviewingApp()));
afterAll(() => app.drop());

describe('an address for a calendar program', () => {
  const holderOf = async (token: string) => {
    const [feed] = await app.rows<{ school_id: string; id: string }>(
      'select * from app.calendar_feed_by_token($1, $2)',
      [sha256(token), '2026-11-20'],
    );
    return feed && ({ kind: 'link', purpose: 'calendar', scopeId: feed.school_id, linkId: feed.id } as const);
  };

  it('gives its holder’s days and nothing else, and stops when it is taken back or made anew', async () => {
    const { head, ict } = await readyToReview(app, 'st-nicholas', 'Calendar School');
    const linked = { kind: 'conduct', title: 'Code of conduct', belongsTo: 'school', edition: '2026' } as const;
    await app.as(head).references.addPolicy({ ...linked, place: 'Handbook', reviewOn: '2027-07-01' });
    const own = app.as(ict).reviews;
    const { token } = await own.makeFeed({});
    const holder = (await holderOf(token))!;
    const { dates } = await app.as(holder).reviews.readDates({});
    expect(dates.map(({ on, title }) => `${on} ${title}`)).toEqual(
      expect.arrayContaining(['2027-03-20 The policy is to be reviewed', '2027-07-01 To be reviewed: Code of conduct']),
    );
    expect(JSON.stringify(dates)).not.toContain('Okafor');
    expect((await failureOf(app.as(holder).reviews.list({}))).kind).toBe('forbidden');
    expect((await failureOf(app.as(head).reviews.readDates({}))).kind).toBe('forbidden');

    const second = await own.makeFeed({});
    expect(await holderOf(token)).toBeUndefined();
    expect((await failureOf(app.as(holder).reviews.readDates({}))).kind).toBe('not-found');
    const [row] = await app.rows<{ token_sha256: string }>('select token_sha256 from calendar_feed where id = $1', [
      second.feedId,
    ]);
    expect(row!.token_sha256).not.toContain(second.token);
    await own.revokeFeed({});
    expect(await holderOf(second.token)).toBeUndefined();
    expect((await failureOf(own.revokeFeed({}))).kind).toBe('not-found');
    expect((await own.readFeed({})).madeAt).toBeNull();
  });
});
