// Lists of carers: what a row says, who is one person, which pupil is meant, and what would change.
import { describe, expect, it } from 'vitest';
import { readCarerFile } from './carer-rows.ts';
import type { RollPupil } from './find-pupil.ts';
import { planCarerImport, type CarerCover, type ExistingCarer } from './plan-carer-import.ts';

const pupil = (id: string, name: string, className: string, externalId: string | null = null): RollPupil => {
  const [firstName = '', lastName = ''] = name.split(' ');
  return { id, firstName, lastName, preferredName: '', yearGroup: '4', className, externalId };
};
const ROLL = [
  pupil('amelia', 'Amelia Brown', '4A', 'A1'),
  pupil('tom', 'Tom Brown', '2B', 'A2'),
  pupil('lee1', 'Sam Lee', '4A', 'A3'),
  pupil('lee2', 'Sam Lee', '5C', 'A4'),
];
const carer = (id: string, name: string, more: Partial<ExistingCarer> = {}): ExistingCarer => {
  const [firstName = '', lastName = ''] = name.split(' ');
  return {
    id,
    firstName,
    lastName,
    emails: more.email ? [more.email] : [],
    email: '',
    telephone: '',
    carerId: null,
    isCarer: true,
    isColleague: false,
    links: [],
    ...more,
  };
};
const tie = { relation: 'mother', parentalResponsibility: true, doNotContact: false, contactOrder: null } as const;
const HEAD =
  'First name,Last name,Email,Telephone,Pupil id,Pupil,Class,Relation,Parental responsibility,Do not contact,Priority';
const read = (...lines: string[]) => readCarerFile(new TextEncoder().encode([HEAD, ...lines].join('\n')));
const plan = (lines: string[], existing: readonly ExistingCarer[] = [], covers: CarerCover = 'these-rows') => {
  const file = read(...lines);
  if (!file.ok) throw new Error(JSON.stringify(file.problems));
  return planCarerImport({ rows: file.rows, roll: ROLL, existing, covers });
};

describe('a row', () => {
  it('says who, of whom, and what they may', () => {
    const file = read(
      'Rosa,Brown,rosa@example.org,07700 900123,A1,,,Mum,yes,no,1',
      'Ned,Brown,,,,"Brown, Amelia",4A,Grandad,,Y,',
    );
    expect(file.ok && file.rows).toMatchObject([
      {
        row: 2,
        relation: 'mother',
        parentalResponsibility: true,
        doNotContact: false,
        contactOrder: 1,
        pupil: { id: 'A1' },
      },
      { row: 3, relation: 'grandparent', doNotContact: true, pupil: { name: 'Brown, Amelia', className: '4A' } },
    ]);
    expect(file.ok && file.rows[1]).not.toHaveProperty('parentalResponsibility');
  });

  it('is refused by row and column where it cannot be read', () => {
    const file = read('Rosa,Brown,rosa,12,A1,,,Mum,perhaps,,0', 'Ned,Brown,,,,,,,,,');
    expect(!file.ok && file.problems.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '2 Email',
      '2 Telephone',
      '2 Priority',
      '2 Parental responsibility',
      '3 Pupil id',
    ]);
  });

  it('comes in any encoding and with semicolons, and an unknown relation is said', () => {
    const latin = Buffer.from('First name;Last name;Pupil id;Relation\r\nJosé;Núñez;A1;Godmother\r\n', 'latin1');
    const file = readCarerFile(latin);
    expect(file.ok && file.rows).toMatchObject([{ firstName: 'José', lastName: 'Núñez', relation: 'other' }]);
    expect(file.ok && file.notes).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining('“Godmother”') }),
    );
    expect(readCarerFile(Buffer.from(`\ufeffFirst name,Last name,Pupil id\nRosa,Brown,A1`))).toMatchObject({
      ok: true,
    });
    expect(readCarerFile(Buffer.from('First name,Last name\nRosa,Brown'))).toMatchObject({
      ok: false,
      problems: [{ message: 'There is no column that says which pupil.' }],
    });
  });
});

describe('the pupil', () => {
  it('is never guessed: namesakes are listed with their classes', () => {
    const found = plan(['Rosa,Lee,,,,Sam Lee,,Mum,,,']);
    expect(found.errors).toMatchObject([{ row: 2, message: expect.stringContaining('Sam Lee, 4A; Sam Lee, 5C') }]);
    expect(plan(['Rosa,Lee,,,,Sam Lee,5C,Mum,,,']).joiners[0]?.added[0]?.pupil.id).toBe('lee2');
    expect(plan(['Rosa,Lee,,,,Sam Lee,1A,Mum,,,']).errors[0]?.message).toContain('is in “1A”; on the roll');
    expect(plan(['Rosa,Lee,,,A9,,,Mum,,,']).errors[0]?.message).toContain('“A9”');
    expect(plan(['Rosa,Lee,,,A1,Tom Smith,,Mum,,,']).errors[0]?.message).toContain('the row says “Tom Smith”');
  });
});

describe('a carer', () => {
  it('of several pupils is one person by an address or a number; namesakes without either are asked about', () => {
    const found = plan([
      'Rosa,Brown,ROSA@example.org,,A1,,,Mum,,,',
      'Rosa,Brown,rosa@example.org,+44 7700 900123,A2,,,Mum,,,',
      'Rosa,Brown,,07700900123,A3,,,Aunt,,,',
    ]);
    expect(found.joiners).toHaveLength(1);
    expect(found.joiners[0]?.added.map(({ pupil: { id } }) => id)).toEqual(['amelia', 'tom', 'lee1']);
    const two = plan(['Rosa,Brown,a@example.org,,A1,,,Mum,,,', 'Rosa,Brown,b@example.org,,A2,,,Mum,,,']);
    expect(two.joiners).toHaveLength(2);
    expect(plan(['Rosa,Brown,a@example.org,,A1,,,,,,', 'Rosa,Brown,,,A2,,,,,,']).errors[0]?.message).toContain(
      'one person',
    );
  });

  it('may share an address with the other parent', () => {
    const found = plan(['Rosa,Brown,home@example.org,,A1,,,Mum,,,', 'Ned,Brown,home@example.org,,A1,,,Dad,,,']);
    expect(found.joiners.map(({ firstName }) => firstName)).toEqual(['Rosa', 'Ned']);
  });

  it('is known again by name with address, number or pupil, so that a list twice is a list once', () => {
    const known = carer('rosa', 'Rosa Brown', { links: [{ ...tie, id: 'l', pupilId: 'amelia' }] });
    expect(plan(['Rosa,Brown,,,A1,,,Mum,yes,,'], [known])).toMatchObject({ joiners: [], changes: [], unchanged: [{}] });
    const moved = plan(['Rosa,Brown,rosa@example.org,,A1,,,Mum,,yes,'], [known]);
    expect(moved.changes).toMatchObject([
      { fields: ['email'], altered: [{ to: { doNotContact: true, parentalResponsibility: true } }] },
    ]);
  });

  it('keeps “do not contact” until a list says no to it, and that is said', () => {
    const known = carer('ned', 'Ned Brown', { links: [{ ...tie, doNotContact: true, id: 'l', pupilId: 'amelia' }] });
    expect(plan(['Ned,Brown,,,A1,,,Mum,,,'], [known]).unchanged).toHaveLength(1);
    const lifted = plan(['Ned,Brown,,,A1,,,Mum,,no,'], [known]);
    expect(lifted.notes[0]?.message).toContain('“Do not contact” is lifted: Ned Brown and Amelia Brown');
    expect(lifted.needsTypedWord).toBe(true);
  });

  it('is no carer any longer only where the list covers the pupil', () => {
    const known = [
      carer('rosa', 'Rosa Brown', { links: [{ ...tie, id: 'l1', pupilId: 'amelia' }] }),
      carer('ned', 'Ned Brown', {
        links: [
          { ...tie, id: 'l2', pupilId: 'amelia' },
          { ...tie, id: 'l3', pupilId: 'tom' },
        ],
      }),
      carer('lisa', 'Lisa Lee', { links: [{ ...tie, id: 'l4', pupilId: 'lee1' }] }),
    ];
    const list = ['Rosa,Brown,,,A1,,,Mum,,,'];
    expect(plan(list, known)).toMatchObject({ leavers: [], changes: [] });
    expect(plan(list, known, 'these-pupils')).toMatchObject({
      leavers: [],
      changes: [{ existing: { id: 'ned' }, ended: [{ id: 'l2' }] }],
    });
    expect(plan(list, known, 'all-carers').leavers.map(({ existing }) => existing?.id)).toEqual(['ned', 'lisa']);
  });

  it('who works here is found by the work address, and keeps the name of the staff list', () => {
    const known = carer('ada', 'Ada Quill', { emails: ['ada@example.sch.uk'], isCarer: false, isColleague: true });
    const found = plan(['ADA,QUILL,ada@example.sch.uk,,A1,,,Mum,,,'], [known]);
    expect(found.joiners).toMatchObject([{ existing: { id: 'ada' }, firstName: 'Ada', fields: ['email'] }]);
  });

  it('of one pupil twice with two answers is refused', () => {
    const found = plan(['Rosa,Brown,r@example.org,,A1,,,Mum,yes,,', 'Rosa,Brown,r@example.org,,A1,,,Mum,no,,']);
    expect(found.errors).toMatchObject([{ row: 3, message: expect.stringContaining('different things') }]);
  });
});

it('plans fifty thousand rows', () => {
  const roll = Array.from({ length: 25_000 }, (_, n) => pupil(`p${n}`, `First${n} Last${n}`, '4A', `A${n}`));
  const rows = Array.from({ length: 50_000 }, (_, n) => ({
    row: n + 2,
    firstName: `Carer${n}`,
    lastName: `Last${n}`,
    email: `c${n % 40_000}@example.org`,
    pupil: { id: `A${n % 25_000}` },
  }));
  const found = planCarerImport({ rows, roll, existing: [], covers: 'all-carers' });
  expect(found).toMatchObject({ errorCount: 0 });
  expect(found.joiners).toHaveLength(50_000);
});
