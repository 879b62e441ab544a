// Reads a date as schools' lists write it: 2026-12-18, 18/12/2026, 18.12.26 or 18 Dec 2026. The day stands before the month.

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** @returns the date as 2026-12-18; null for what is none */
export function dayIn(written: string): string | null {
  const text = written.trim().replace(/[ T]0?0:00(:00)?$/, '');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return madeOf(iso[1], iso[2], iso[3]);
  const british = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|\d{2})$/.exec(text);
  if (british) return madeOf(yearOf(british[3]), british[2], british[1]);
  const named = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3})[a-z]*\.?,?[ -](\d{4}|\d{2})$/i.exec(text);
  if (!named) return null;
  return madeOf(yearOf(named[3]), String(MONTHS.indexOf((named[2] ?? '').toLowerCase()) + 1), named[1]);
}

const yearOf = (year = ''): string => (year.length === 2 ? `20${year}` : year);

function madeOf(year = '', month = '', day = ''): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const lengths = [
    31,
    y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ];
  if (y < 1950 || y > 2100 || d < 1 || d > (lengths[m - 1] ?? 0)) return null;
  return `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}
