// Taking a calendar in: from a file or an address, looked at event by event, and only then taken.
import { error } from '@sveltejs/kit';
import { shown } from '#surfaces/web/answer.ts';
import { may } from '#surfaces/web/may.ts';
import { dayIn, sayDays, sayMoment } from '#surfaces/web/say-time.ts';
import { done, nowOf, wrong, ZONE } from '../../../../answering.ts';
import { backTo, saidIn } from '../../../said.ts';
import { sayYear, yearGrid } from '../year-grid.ts';
import type { Actions, PageServerLoad } from './$types';

const MOST_BYTES = 10_000_000;
/** What a form has around its file. */
const FORM_BYTES = 100_000;
const HERE = '/school/calendar/import';
const TOO_LARGE = 'This file is larger than 10 MB, which no school’s calendar is.';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { locals, url } = event;
    if (!may(locals.gatepost.registry, locals.actor, 'schools.takeWaitingCalendar')) error(403);
    const { schools } = locals.api;
    const now = nowOf(event);
    const today = dayIn(now, ZONE);
    const find = (url.searchParams.get('find') ?? '').slice(0, 100);
    const wanted = url.searchParams.get('year') ?? '';
    const year = /^20\d\d$/.test(wanted) ? { year: wanted } : {};
    const { source } = await schools.readCalendar(year);
    const waiting = source?.waiting ? await schools.readWaitingCalendar({ find, ...year }) : null;
    const say = (line: { starts: string; ends: string }) => sayDays(line.starts, line.ends, today);
    const told = <T extends { starts: string; ends: string }>(line: T) => ({ ...line, said: say(line) });
    return {
      said: saidIn(url),
      find,
      address: source?.address ?? '',
      isAsked: source?.isAsked ?? false,
      outcome: source?.outcome ?? null,
      problem: source?.problem ?? '',
      fetched: source?.fetchedAt ? sayMoment(source.fetchedAt, ZONE, now) : null,
      waiting: waiting && {
        ...waiting,
        since: sayMoment(waiting.since, ZONE, now),
        events: waiting.events.map(told),
        added: waiting.added.map(told),
        gone: waiting.gone.map(told),
        moved: waiting.moved.map(({ before, after }) => ({ before: told(before), after: told(after) })),
        months: yearGrid(waiting.days, today),
        yearSaid: sayYear(waiting.year),
      },
    };
  });

export const actions: Actions = {
  offer: async (event) => {
    // Told before the file is read: what is announced as too large never comes in.
    if (Number(event.request.headers.get('content-length') ?? 0) > MOST_BYTES + FORM_BYTES)
      return wrong('file', TOO_LARGE);
    return done(event, async (input, form) => {
      const file = form.get('file');
      if (!(file instanceof File) || file.size === 0) return wrong('file', 'Choose a calendar file.', input);
      if (file.size > MOST_BYTES) return wrong('file', TOO_LARGE, input);
      const base64 = Buffer.from(await file.arrayBuffer()).toString('base64');
      await event.locals.api.schools.offerCalendar({ base64, name: file.name.slice(0, 200) || 'calendar.ics' });
      return backTo(HERE, 'calendar-waits');
    });
  },
  address: (event) =>
    done(event, async ({ address }) => {
      await event.locals.api.schools.setCalendarAddress({ address: String(address ?? '') });
      backTo(HERE, 'saved');
    }),
  fetch: (event) =>
    done(event, async () => {
      await event.locals.api.schools.fetchCalendarNow({});
      backTo(HERE, 'calendar-asked');
    }),
  choose: (event) =>
    done(event, async ({ choices = [] }) => {
      const typed = choices as { uid: string; kind: string; was: string }[];
      const changed = typed.filter(({ kind, was }) => kind !== was).map(({ uid, kind }) => ({ uid, kind }));
      await event.locals.api.schools.classifyEvents({ choices: changed as never });
      backTo(HERE, 'saved');
    }),
  take: (event) =>
    done(event, async ({ seen, missing }) => {
      await event.locals.api.schools.takeWaitingCalendar({
        seen: String(seen ?? ''),
        missing: missing === 'keep' ? 'keep' : 'remove',
      });
      backTo('/school/calendar', 'calendar-taken');
    }),
  drop: (event) =>
    done(event, async () => {
      await event.locals.api.schools.dropWaitingCalendar({});
      backTo(HERE, 'calendar-dropped');
    }),
};
