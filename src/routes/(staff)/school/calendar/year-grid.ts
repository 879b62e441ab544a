// The days of a school year as twelve small tables: weeks from Monday to Sunday, and a letter for each kind of day off.
import type { YearDay } from '#features/schools/year-days.ts';

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map((long) => ({
  long,
  short: long.slice(0, 1),
}));

export const KEY = [
  { letter: 'H', words: 'holidays' },
  { letter: 'S', words: 'shut in term time: half-term, INSET, closure' },
  { letter: 'B', words: 'bank holiday' },
  { letter: '?', words: 'open, as far as bank holidays are known' },
];

const MONTH = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' });
const asDate = (iso: string): Date => new Date(`${iso}T12:00:00Z`);
/** Places before the first of a month: Monday none, Sunday six. */
const before = (iso: string): number => (asDate(iso).getUTCDay() + 6) % 7;

export function yearGrid(days: readonly YearDay[], today: string) {
  const months = Map.groupBy(days, ({ date }) => date.slice(0, 7));
  return [...months.values()].map((inMonth) => {
    const first = inMonth[0]!.date;
    const places = [...Array.from({ length: before(first) }, () => null), ...inMonth.map((day) => cell(day, today))];
    while (places.length % 7 !== 0) places.push(null);
    return {
      name: MONTH.format(asDate(first)),
      weeks: Array.from({ length: places.length / 7 }, (_, week) => places.slice(week * 7, week * 7 + 7)),
    };
  });
}

function cell(day: YearDay, today: string) {
  return { iso: day.date, number: Number(day.date.slice(8)), today: day.date === today, ...looks(day) };
}

function looks({ because, what, certain, date }: YearDay) {
  switch (because) {
    case 'term':
      return certain
        ? { is: 'open' as const, words: 'open' }
        : { is: 'unsure' as const, letter: '?', words: 'open, if it is no bank holiday' };
    case 'closure':
      return { is: 'special' as const, letter: 'S', words: what };
    case 'bank-holiday':
      return { is: 'special' as const, letter: 'B', words: what };
    case 'holidays':
      return before(date) > 4 ? { is: 'plain' as const } : { is: 'off' as const, letter: 'H', words: what };
    case 'weekday':
    case 'beyond-terms':
      return { is: 'plain' as const };
  }
}

/** "2026/27" */
export const sayYear = (year: number): string => `${year}/${String(year + 1).slice(2)}`;
