// What the calendar asks of those who keep it: to go on before it ends, and to look when it has changed where it comes from.
import type { Duty, FindDuties } from '#kernel/duty.ts';
import { bankHolidaysOf } from './calendar/bank-holidays.ts';
import { calendarLines, holidayListRow, sourceRow } from './calendar-queries.ts';
import { schoolRow } from './queries.ts';
import type { Division } from './terms.ts';
import { dayOf } from './school-day.ts';

const KEEP_CALENDAR = ['administrator', 'business-manager'];
const TERMS_WARN_DAYS = 60;
const HOLIDAYS_WARN_DAYS = 90;

type Asked = Pick<Duty, 'kind' | 'title' | 'detail' | 'href' | 'due'> & { readonly control: string };

export const calendarDuties: FindDuties = async (context): Promise<Duty[]> => {
  const { actor, db, scopeId, at } = context;
  if (actor.kind !== 'person' || !KEEP_CALENDAR.some((role) => actor.roles.has(role))) return [];
  const [school, lines, list, source] = await Promise.all([
    schoolRow(db, scopeId),
    calendarLines(db, scopeId),
    holidayListRow(db, scopeId),
    sourceRow(db, scopeId),
  ]);
  if (!school) return [];
  const today = dayOf(at);
  const asked = calendarAsks({
    today,
    termsEnd:
      lines
        .filter(({ kind }) => kind === 'term')
        .map(({ ends }) => ends)
        .toSorted()
        .at(-1) ?? null,
    hasHours: Object.keys(school.hours as object).length > 0,
    holidaysEnd: bankHolidaysOf(school.division as Division, list).knownUntil,
    waitsSince: source?.waiting_name === '' ? (source.waiting_since ?? null) : null,
    problem: source?.outcome === 'failed' ? source.problem : null,
  });
  if (asked.length === 0) return [];
  const policy = await context.policy();
  return asked.map(({ control, ...one }) => ({
    ...one,
    id: `${one.kind}:${scopeId}`,
    clauses: policy.clausesOf(control),
    urgency: one.due === null ? 'calm' : one.due < today ? 'overdue' : 'soon',
  }));
};

interface CalendarFacts {
  readonly today: string;
  readonly termsEnd: string | null;
  /** Whether any weekday has hours: without them no day is a school day. */
  readonly hasHours: boolean;
  readonly holidaysEnd: string;
  /** Since when a changed calendar from the address waits to be looked at. */
  readonly waitsSince: string | null;
  readonly problem: string | null;
}

/** Pure: what is asked on this day. */
export function calendarAsks({ today, termsEnd, hasHours, holidaysEnd, waitsSince, problem }: CalendarFacts): Asked[] {
  const isNear = (day: string, days: number) => day < Temporal.PlainDate.from(today).add({ days }).toString();
  const asked: (Asked | false)[] = [
    termsEnd === null && {
      kind: 'schools.enter-calendar',
      title: 'Enter the school year',
      detail: 'Without terms no clock can count school days.',
      href: '/school/calendar',
      due: null,
      control: 'schools.calendar',
    },
    termsEnd !== null &&
      !hasHours && {
        kind: 'schools.enter-hours',
        title: 'Say when school begins and ends each day',
        detail: 'The terms are in. A weekday without hours is no school day, so clocks still count none.',
        href: '/school/calendar',
        due: null,
        control: 'schools.calendar',
      },
    termsEnd !== null &&
      isNear(termsEnd, TERMS_WARN_DAYS) && {
        kind: 'schools.calendar-ends',
        title: 'Enter the next terms: the calendar ends',
        detail: 'After that day no clock can count school days.',
        href: '/school/calendar',
        due: termsEnd,
        control: 'schools.calendar',
      },
    isNear(holidaysEnd, HOLIDAYS_WARN_DAYS) && {
      kind: 'schools.bank-holidays-end',
      title: 'Read a newer list of bank holidays',
      detail: 'After that day a bank holiday may be taken for a school day.',
      href: '/school/calendar',
      due: holidaysEnd,
      control: 'schools.bank-holidays',
    },
    waitsSince !== null && {
      kind: 'schools.calendar-changed',
      title: 'The calendar at its address has changed: look',
      detail: 'Nothing is changed here before somebody has looked.',
      href: '/school/calendar/import',
      due: null,
      control: 'schools.calendar-import',
    },
    problem !== null && {
      kind: 'schools.calendar-unread',
      title: 'The calendar could not be fetched from its address',
      detail: problem,
      href: '/school/calendar/import',
      due: null,
      control: 'schools.calendar-import',
    },
  ];
  return asked.filter((one) => one !== false);
}
