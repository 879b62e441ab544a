// Lists of leavers: dates as schools write them, and nobody guessed.
import { describe, expect, it } from 'vitest';
import { findLeavers, readLeaverFile } from './leaver-rows.ts';
import { dayIn } from './written-day.ts';

it.each([
  ['2026-12-18', '2026-12-18'],
  ['18/12/2026', '2026-12-18'],
  ['8.1.27', '2027-01-08'],
  ['18 December 2026', '2026-12-18'],
  ['1st Sept 2026', '2026-09-01'],
  ['2026-12-18 00:00:00', '2026-12-18'],
  ['29/02/2027', null],
  ['31/04/2026', null],
  ['12/18/2026', null],
  ['soon', null],
  ['', null],
])('the date %j is %j', (written, day) => {
  expect(dayIn(written)).toBe(day);
});

const read = (...lines: string[]) =>
  readLeaverFile(Buffer.from(['First name,Last name,Email,Last day', ...lines].join('\n')));
const STAFF = [
  { id: 'ada', firstName: 'Ada', lastName: 'Quill', email: 'ada@example.sch.uk' },
  { id: 'sam1', firstName: 'Sam', lastName: 'Lee', email: 'sam1@example.sch.uk' },
  { id: 'sam2', firstName: 'Sam', lastName: 'Lee', email: '' },
];
const found = (...lines: string[]) => {
  const file = read(...lines);
  if (!file.ok) throw new Error(JSON.stringify(file.problems));
  return findLeavers(file.rows, STAFF);
};

describe('a list of leavers', () => {
  it('finds each by address, or by a name that only one has', () => {
    const { leavers } = found('ada,QUILL,,18/12/2026', 'Sam,Lee,SAM1@example.sch.uk,2026-12-31');
    expect(leavers).toEqual([
      { personId: 'ada', lastDay: '2026-12-18', row: 2 },
      { personId: 'sam1', lastDay: '2026-12-31', row: 3 },
    ]);
  });

  it('says by row who cannot be told apart, is not here, stands there twice, or has somebody else’s address', () => {
    const said = found(
      'Sam,Lee,,18/12/2026',
      'No,Body,,18/12/2026',
      'Ada,Quill,,18/12/2026',
      'Ada,Quill,,19/12/2026',
      'Sam,Lee,ada@example.sch.uk,18/12/2026',
    );
    expect(said.problems.map(({ row, message }) => `${row}: ${message}`)).toEqual([
      '2: 2 people called “Sam Lee” work here.',
      '3: Nobody called “No Body” works here.',
      '5: Rows 4 and 5 are both “Ada Quill”.',
      '6: The address in this row is that of “Ada Quill”, not of “Sam Lee”.',
    ]);
    expect(read('Ada,Quill,,soon')).toMatchObject({ ok: false, problems: [{ row: 2, column: 'Last day' }] });
  });
});
