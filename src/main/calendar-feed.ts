// The address of somebody’s calendar: whoever has it reads their dates and nothing else, until it is taken back.
import type { LinkActor } from '#kernel/actor.ts';
import { sha256 } from '#kernel/canonical.ts';
import { dayOf } from '#features/schools/index.ts';
import { calendarText } from './calendar-text.ts';
import type { App } from './compose.ts';

type Parts = Pick<App, 'database' | 'clock' | 'as' | 'origin'>;

export interface CalendarAnswer {
  readonly body: string;
  readonly etag: string;
}

/** @returns null for an address that does not work, whatever the reason */
export async function readCalendarFeed(
  { database, clock, as, origin }: Parts,
  token: string,
): Promise<CalendarAnswer | null> {
  const today = dayOf(clock.now());
  const { rows } = await database.app.query<{ school_id: string; id: string }>({
    name: 'calendar-feed-by-token',
    text: 'select school_id, id from app.calendar_feed_by_token($1, $2)',
    values: [sha256(token), today],
  });
  const feed = rows[0];
  if (!feed) return null;
  const holder: LinkActor = { kind: 'link', purpose: 'calendar', scopeId: feed.school_id, linkId: feed.id };
  const { school, dates } = await as(holder).reviews.readDates({});
  const days = dates.map(({ id, on, title, path }) => ({ id: `${id}-${feed.id}`, on, title, url: origin + path }));
  const body = calendarText(`${school}: policy`, days, today);
  return { body, etag: `"${sha256(body)}"` };
}
