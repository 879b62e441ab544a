import { describe, expect, it } from 'vitest';
import { lineProblem, type CalendarLine, type LineKind } from './calendar-line.ts';

const line = (kind: LineKind, starts: string, ends = starts, name = 'This'): CalendarLine => ({
  kind,
  name,
  starts,
  ends,
});
const AUTUMN = line('term', '2026-09-03', '2026-12-18', 'Autumn term');
const OTHERS = [AUTUMN, line('holiday', '2026-10-26', '2026-10-30', 'Half-term')];

describe('a line of the calendar', () => {
  it.each([
    line('term', '2027-01-05', '2027-03-25'),
    line('inset', '2026-11-27'),
    line('inset', '2026-09-01', '2026-09-02'),
    line('holiday', '2027-07-22', '2027-09-02'),
    line('closure', '2026-10-28'),
  ])('is taken when it is sound: $kind from $starts to $ends', (sound) => {
    expect(lineProblem(sound, OTHERS)).toBeNull();
  });

  it.each<[CalendarLine, RegExp]>([
    [line('inset', '2026-11-27', '2026-11-26'), /lies before the first/],
    [line('term', '2026-12-18', '2027-01-30'), /Autumn term .* has some of these days already/],
    [line('term', '2027-05-01', '2027-09-30'), /within one school year/],
    [line('term', '2027-01-05', '2027-12-05'), /would be 335 days/],
    [line('holiday', '2026-10-30', '2026-11-02'), /Half-term/],
    [line('holiday', '2026-10-26', '2027-10-30'), /a slip/],
    [line('inset', '2026-11-02', '2026-11-13'), /a slip/],
  ])('is refused when it contradicts what stands there: %o', (wrong, words) => {
    expect(lineProblem(wrong, OTHERS)?.message).toMatch(words);
  });

  it('cannot shut a whole term', () => {
    const short = line('term', '2027-01-05', '2027-02-12', 'Term 3');
    expect(lineProblem(line('closure', '2027-01-01', '2027-02-20'), [short])?.message).toMatch(/whole of Term 3/);
  });
});
