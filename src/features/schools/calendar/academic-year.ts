// The academic year: counted from 1 August, so that every part of the United Kingdom begins its year inside it.

/** 2026 for every day of the year 2026/27. */
export function academicYearOf(date: string): number {
  const year = Number(date.slice(0, 4));
  return date.slice(5) >= '08-01' ? year : year - 1;
}

/** The day from which what comes round once a school year is asked: the first of September on or before this day. */
export function schoolYearStart(date: string): string {
  const year = Number(date.slice(0, 4));
  return `${date.slice(5) >= '09-01' ? year : year - 1}-09-01`;
}

export interface Span {
  /** First day, year-month-day. */
  readonly from: string;
  /** Last day, year-month-day. */
  readonly to: string;
}

export const academicYear = (year: number): Span => ({ from: `${year}-08-01`, to: `${year + 1}-07-31` });

const YEARS_BACK = 2;
const YEARS_AHEAD = 3;

/** As far as a calendar is read: two academic years back, three ahead. */
export const horizonAround = (today: string): Span => ({
  from: academicYear(academicYearOf(today) - YEARS_BACK).from,
  to: academicYear(academicYearOf(today) + YEARS_AHEAD).to,
});

/** "2026/27" */
export const academicYearInWords = (year: number): string => `${year}/${String(year + 1).slice(2)}`;
