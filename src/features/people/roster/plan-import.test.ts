import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ExistingPupil } from './match-pupils.ts';
import { type PupilImportPlan, type RollCover, planPupilImport } from './plan-import.ts';
import { type PupilRow } from './pupil-rows.ts';

const SOURCE = 'class-list';

/** "Amelia Brown 4 4B #7" as a row of the file or a pupil on the roll; the id may be left out. */
function parts(text: string) {
  const [firstName = '', lastName = '', yearGroup = '', className = '', id] = text.split(' ');
  return { firstName, lastName, yearGroup, className, ...(id ? { externalId: id } : {}) };
}
const rowsOf = (...lines: string[]): PupilRow[] => lines.map((line, index) => ({ row: index + 2, ...parts(line) }));
const rollOf = (...lines: string[]): ExistingPupil[] =>
  lines.map((line, index) => {
    const { externalId, ...pupil } = parts(line);
    return {
      id: `p${index + 1}`,
      preferredName: null,
      ...pupil,
      externalIds: externalId ? [{ source: SOURCE, id: externalId }] : [],
    };
  });
const plan = (rows: PupilRow[], existing: ExistingPupil[], covers: RollCover = 'whole-roll') =>
  planPupilImport({ rows, existing, covers, source: SOURCE });
const summary = ({ joiners, changes, unchanged, leavers, errorCount }: PupilImportPlan) => ({
  joiners: joiners.map(({ row }) => row),
  changes: changes.map(({ row, pupil }) => `${row}→${pupil.id}`),
  unchanged: unchanged.map(({ id }) => id),
  leavers: leavers.map(({ id }) => id),
  errorCount,
});

/** The roll after a plan has been carried out. */
function carriedOut({ joiners, changes, unchanged }: PupilImportPlan): ExistingPupil[] {
  const withRow = (row: Partial<Omit<PupilRow, 'row'>>, pupil: ExistingPupil): ExistingPupil => ({
    id: pupil.id,
    firstName: row.firstName ?? pupil.firstName,
    lastName: row.lastName ?? pupil.lastName,
    preferredName: row.preferredName === undefined ? pupil.preferredName : row.preferredName,
    yearGroup: row.yearGroup === undefined ? pupil.yearGroup : row.yearGroup,
    className: row.className === undefined ? pupil.className : row.className,
    externalIds: row.externalId ? [{ source: SOURCE, id: row.externalId }] : pupil.externalIds,
  });
  const blank = { firstName: '', lastName: '', preferredName: null, yearGroup: null, className: null, externalIds: [] };
  return [
    ...unchanged,
    ...changes.map(({ pupil, fields }) =>
      withRow(Object.fromEntries(fields.map(({ field, to }) => [field, to])), pupil),
    ),
    ...joiners.map((row) => withRow(row, { id: `new-${row.row}`, ...blank })),
  ];
}

const settled = ({ changes, unchanged }: PupilImportPlan) =>
  new Set([...changes.map(({ pupil }) => pupil), ...unchanged]);

describe('a class list against the roll', () => {
  it('shows who joins, changes field by field, stays and leaves', () => {
    const found = plan(
      rowsOf('Amelia Brown 4 4B', 'Noah Smith 4 4A', 'Ava Jones 3 3A'),
      rollOf('Amelia Brown 4 4B', 'Noah Smith 4 4B', 'Leo Evans 4 4B'),
    );
    expect(summary(found)).toEqual({
      joiners: [4],
      changes: ['3→p2'],
      unchanged: ['p1'],
      leavers: ['p3'],
      errorCount: 0,
    });
    expect(found.changes[0]?.fields).toEqual([{ field: 'className', from: '4B', to: '4A' }]);
  });

  it('knows a pupil by stable id whatever else changed', () => {
    const found = plan(rowsOf('Amelia Taylor 9 9C #7'), rollOf('Amelia Brown 4 4B #7'));
    expect(found.changes[0]?.fields.map(({ field }) => field)).toEqual(['lastName', 'yearGroup', 'className']);
  });

  it('gives a pupil known by name the id of the file, and never takes one away', () => {
    expect(plan(rowsOf('Amelia Brown 4 4B #7'), rollOf('Amelia Brown 4 4B')).changes[0]?.fields).toEqual([
      { field: 'externalId', from: null, to: '#7' },
    ]);
    expect(summary(plan(rowsOf('Amelia Brown 4 4B'), rollOf('Amelia Brown 4 4B #7')))).toMatchObject({
      unchanged: ['p1'],
    });
  });

  it('takes ids of another system for no ids at all', () => {
    const other = rollOf('Amelia Brown 4 4B').map((pupil) => ({
      ...pupil,
      externalIds: [{ source: 'arbor', id: '#9' }],
    }));
    expect(summary(plan(rowsOf('Amelia Brown 4 4B #7'), other))).toMatchObject({ changes: ['2→p1'] });
  });

  it('does not take a pupil with another id for the same, and warns when ids seem to have changed', () => {
    const found = plan(rowsOf('Amelia Brown 4 4B #8'), rollOf('Amelia Brown 4 4B #7'));
    expect(summary(found)).toMatchObject({ joiners: [2], leavers: ['p1'] });
    expect(found.notes[0]?.message).toContain('another id');
  });

  it('leaves alone what the file has no column for', () => {
    const rows: PupilRow[] = [{ row: 2, firstName: 'Amelia', lastName: 'Brown' }];
    const existing = rollOf('Amelia Brown 4 4B').map((pupil) => ({ ...pupil, preferredName: 'Millie' }));
    expect(summary(plan(rows, existing))).toMatchObject({ unchanged: ['p1'] });
    expect(
      plan([{ row: 2, firstName: 'Amelia', lastName: 'Brown', preferredName: null }], existing).changes[0]?.fields,
    ).toEqual([{ field: 'preferredName', from: 'Millie', to: null }]);
  });

  it('knows a name again with other accents and capitals, and puts it right', () => {
    expect(plan(rowsOf('Siân O’Brien 4 4B'), rollOf("SIAN O'BRIEN 4 4b")).changes[0]?.fields).toHaveLength(3);
  });
});

describe('moves', () => {
  it('to a new class at the turn of the year are changes, not a leaver and a joiner', () => {
    const found = plan(rowsOf('Amelia Brown 5 5A', 'Noah Smith 5 5B'), rollOf('Amelia Brown 4 4B', 'Noah Smith 4 4A'));
    expect(summary(found)).toMatchObject({ changes: ['2→p1', '3→p2'], joiners: [], leavers: [] });
    expect(found.needsTypedWord).toBe(false);
  });

  it('of namesakes go up together', () => {
    const found = plan(
      rowsOf('Noah Smith 4 4A', 'Noah Smith 5 5A', 'Ava Jones 6 6A'),
      rollOf('Noah Smith 3 3A', 'Noah Smith 4 4A', 'Ava Jones 5 5A'),
    );
    expect(summary(found)).toMatchObject({ changes: ['2→p1', '3→p2', '4→p3'], errorCount: 0 });
  });

  it('that skip years are another pupil of the same name', () => {
    expect(summary(plan(rowsOf('Amelia Brown R RA'), rollOf('Amelia Brown 6 6A')))).toMatchObject({
      joiners: [2],
      leavers: ['p1'],
    });
  });

  it('that could be either of two pupils are refused, naming the rows', () => {
    const found = plan(rowsOf('Noah Smith 4 4C'), rollOf('Noah Smith 4 4A', 'Noah Smith 4 4B'));
    expect(found.errors).toMatchObject([
      { row: 2, message: expect.stringContaining('2 pupils'), remedy: expect.stringContaining('External id') },
    ]);
  });
});

describe('pupils of one name', () => {
  it('are told apart by class or year', () => {
    const found = plan(rowsOf('Noah Smith 4 4A', 'Noah Smith 6 6B'), rollOf('Noah Smith 6 6B', 'Noah Smith 4 4A'));
    expect(found.twins).toEqual([{ name: 'Noah Smith', rows: [2, 3], toldApartBy: 'class or year' }]);
    expect(summary(found)).toMatchObject({ unchanged: ['p2', 'p1'], errorCount: 0 });
  });

  it('in one class are told apart by stable id', () => {
    const found = plan(rowsOf('Noah Smith 4 4A #1', 'Noah Smith 4 4A #2'), []);
    expect(found.twins).toEqual([{ name: 'Noah Smith', rows: [2, 3], toldApartBy: 'stable id' }]);
    expect(found.errorCount).toBe(0);
  });

  it.each([
    ['with nothing to tell them apart', rowsOf('Noah Smith 4 4A', 'NOAH SMITH 4 4a'), 'Rows 2 and 3'],
    ['when only one has an id', rowsOf('Noah Smith 4 4A #1', 'Noah Smith 4 4A'), 'Rows 2 and 3'],
    ['when an id is there twice', rowsOf('Noah Smith 4 4A #1', 'Ava Jones 4 4A #1'), 'row 2'],
  ])('are refused %s, naming both rows', (_, rows, message) => {
    expect(plan(rows, []).errors[0]?.message).toContain(message);
  });
});

describe('a list taken for the whole roll', () => {
  it('says which classes would leave whole', () => {
    const found = plan(rowsOf('Amelia Brown 4 4B'), rollOf('Amelia Brown 4 4B', 'Noah Smith 3 3A', 'Ava Jones 3 3A'));
    expect(found.notes[0]?.message).toContain('“3A”');
  });
});

describe('a list of some classes', () => {
  it('lets only pupils of those classes leave', () => {
    const found = plan(
      rowsOf('Amelia Brown 4 4B'),
      rollOf('Amelia Brown 4 4B', 'Noah Smith 4 4b', 'Ava Jones 3 3A'),
      'these-classes',
    );
    expect(summary(found)).toMatchObject({ leavers: ['p2'], unchanged: ['p1'] });
  });

  it('takes in a pupil who moved there from another class', () => {
    expect(summary(plan(rowsOf('Ava Jones 4 4B'), rollOf('Ava Jones 4 4A'), 'these-classes'))).toMatchObject({
      changes: ['2→p1'],
      leavers: [],
    });
  });

  it('needs a class in every row', () => {
    expect(plan([{ row: 2, firstName: 'Ava', lastName: 'Jones' }], [], 'these-classes').errors).toMatchObject([
      { row: 2, column: 'class' },
    ]);
  });
});

describe('the typed word', () => {
  const roll = rollOf(
    ...Array.from({ length: 10 }, (_, index) => `Pupil${String.fromCharCode(65 + index)} Brown 4 4B`),
  );
  const file = (kept: number, ...more: string[]) =>
    rowsOf(...roll.slice(0, kept).map(({ firstName }) => `${firstName} Brown 4 4B`), ...more);

  it.each([
    ['one leaver and one joiner of ten (20 %)', file(9, 'New Brown 4 4B'), 20, false],
    ['two leavers and one joiner of ten (30 %)', file(8, 'New Brown 4 4B'), 30, true],
    ['nothing', file(10), 0, false],
  ])('for %s', (_, rows, sharePercent, needsTypedWord) => {
    expect(plan(rows, roll)).toMatchObject({ sharePercent, needsTypedWord });
  });

  it('is asked for when names change under their ids', () => {
    expect(plan(rowsOf('Brown Amelia 4 4B #1'), rollOf('Amelia Brown 4 4B #1'))).toMatchObject({
      sharePercent: 100,
      needsTypedWord: true,
    });
  });

  it('is never asked for on a first import', () => {
    expect(plan(file(10), [])).toMatchObject({ sharePercent: 0, needsTypedWord: false });
  });
});

describe('any list', () => {
  const word = <Word extends string>(...words: Word[]) => fc.constantFrom(...words);
  const row = fc.record(
    {
      firstName: word('Amelia', 'AMELIA', 'Noah', 'Siân'),
      lastName: word('Brown', 'Smith'),
      preferredName: word('Millie', ''),
      yearGroup: word('R', '3', '4', '5', 'P3', ''),
      className: word('4A', '4B', '5A', ''),
      externalId: word('1', '2', '3', '4', ''),
    },
    { requiredKeys: ['firstName', 'lastName'] },
  );
  const blanksToNull = (
    values: { firstName: string; lastName: string; [field: string]: string | undefined },
    index: number,
  ): PupilRow => {
    const { firstName, lastName, ...others } = values;
    return {
      row: index + 2,
      firstName,
      lastName,
      ...Object.fromEntries(Object.entries(others).map(([field, value]) => [field, value || null])),
    };
  };
  const list = fc.array(row, { maxLength: 12 }).map((rows) => rows.map(blanksToNull));
  const roll = list
    .map((rows) => plan(rows, []))
    .filter(({ errorCount }) => errorCount === 0)
    .map(carriedOut);

  it('accounts for each row and each pupil exactly once', () => {
    fc.assert(
      fc.property(list, roll, (rows, existing) => {
        const found = plan(rows, existing);
        fc.pre(found.errorCount === 0);
        const settled = found.changes.length + found.unchanged.length;
        expect(found.joiners.length + settled).toBe(rows.length);
        expect(found.leavers.length + settled).toBe(existing.length);
        expect(new Set([...found.changes.map(({ pupil }) => pupil), ...found.unchanged, ...found.leavers]).size).toBe(
          existing.length,
        );
      }),
    );
  });

  it('leaves nothing to do when it is imported a second time', () => {
    fc.assert(
      fc.property(list, roll, word('whole-roll', 'these-classes'), (rows, existing, covers) => {
        const first = plan(rows, existing, covers);
        fc.pre(first.errorCount === 0);
        const stayed = existing.filter((pupil) => !first.leavers.includes(pupil) && !settled(first).has(pupil));
        const again = plan(rows, [...carriedOut(first), ...stayed], covers);
        expect(summary(again)).toMatchObject({ joiners: [], changes: [], leavers: [], errorCount: 0 });
      }),
      { numRuns: 500 },
    );
  });
});

it('plans fifty thousand pupils of one name without comparing each with each', () => {
  const rows = rowsOf(...Array.from({ length: 50_000 }, (_, index) => `Noah Smith 4 C${index}`));
  const existing = rollOf(...Array.from({ length: 50_000 }, (_, index) => `Noah Smith 4 C${index}`));
  expect(plan(rows, existing).unchanged).toHaveLength(50_000);
}, 5_000);
