// The school year at a glance, and for those who keep it each line, the hours and the bank holidays.
import { shown } from '#surfaces/web/answer.ts';
import { may } from '#surfaces/web/may.ts';
import { sayDay, sayDays, sayMoment } from '#surfaces/web/say-time.ts';
import { done, nowOf, wrong, ZONE } from '../../../answering.ts';
import { backTo, saidIn } from '../../said.ts';
import { sayYear, yearGrid } from './year-grid.ts';
import type { Actions, PageServerLoad } from './$types';

const MOST_HOLIDAY_BYTES = 1_000_000;
const YEAR = /^20\d\d$/;

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { locals, url } = event;
    const wanted = url.searchParams.get('year') ?? '';
    const calendar = await locals.api.schools.readCalendar(YEAR.test(wanted) ? { year: wanted } : {});
    const { year, today, days, lines, source } = calendar;
    const say = (starts: string, ends: string) => sayDays(starts, ends, today);
    const told = lines.map((line) => ({ ...line, said: say(line.starts, line.ends) }));
    return {
      said: saidIn(url),
      year,
      yearSaid: sayYear(year),
      months: yearGrid(days, today),
      schoolDays: calendar.schoolDays,
      unsure: days.some(({ certain }) => !certain),
      lines: told,
      changing: told.find(({ id }) => id === url.searchParams.get('change')) ?? null,
      bankHolidays: calendar.bankHolidays.map((one) => ({ ...one, said: sayDay(one.date, today) })),
      knownUntil: sayDay(calendar.bankHolidaysKnownUntil, today),
      termsEnd: calendar.termsEnd === null ? null : sayDay(calendar.termsEnd, today),
      weeklyHours: calendar.weeklyHours,
      fetched: source?.fetchedAt ? sayMoment(source.fetchedAt, ZONE, nowOf(event)) : null,
      source,
      mayChange: may(locals.gatepost.registry, locals.actor, 'schools.addCalendarLine'),
    };
  });

const hereFrom = ({ url }: { url: URL }): string => {
  const year = url.searchParams.get('year') ?? '';
  return YEAR.test(year) ? `/school/calendar?year=${year}` : '/school/calendar';
};
type Hours = Record<string, { opens?: string; closes?: string }>;
const isGiven = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

export const actions: Actions = {
  add: (event) =>
    done(event, async (input) => {
      await event.locals.api.schools.addCalendarLine(input as never);
      backTo(hereFrom(event), 'saved');
    }),
  change: (event) =>
    done(event, async (input) => {
      await event.locals.api.schools.changeCalendarLine(input as never);
      backTo(hereFrom(event), 'saved');
    }),
  end: (event) =>
    done(event, async ({ lineId }) => {
      await event.locals.api.schools.endCalendarLine({ lineId: String(lineId) });
      backTo(hereFrom(event), 'saved');
    }),
  hours: (event) =>
    done(event, async (input) => {
      const typed = (input['weeklyHours'] ?? {}) as Hours;
      const weeklyHours = Object.fromEntries(
        Object.entries(typed).filter(([, { opens, closes }]) => isGiven(opens) || isGiven(closes)),
      );
      await event.locals.api.schools.setHours({ weeklyHours: weeklyHours as never });
      backTo(hereFrom(event), 'saved');
    }),
  holidays: (event) =>
    done(event, async (input, form) => {
      const file = form.get('holidays');
      if (!(file instanceof File) || file.size === 0) return wrong('holidays', 'Choose the file.', input);
      if (file.size > MOST_HOLIDAY_BYTES)
        return wrong('holidays', 'This file is larger than the list ever was.', input);
      await event.locals.api.schools.setBankHolidays({ text: await file.text() });
      return backTo(hereFrom(event), 'saved');
    }),
};
