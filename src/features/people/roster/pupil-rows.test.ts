import { describe, expect, it } from 'vitest';
import { readPupilFile } from './pupil-rows.ts';

const read = (text: string) => readPupilFile(new TextEncoder().encode(text));

describe('a class list', () => {
  it('is read with every column', () => {
    const file = read(
      'first_name,last_name,preferred_name,year_group,class,id\nAmelia,Brown,Millie,Year 4,4B,1007\nNoah,Smith,,R,,',
    );
    expect(file.ok && file.rows).toEqual([
      {
        row: 2,
        firstName: 'Amelia',
        lastName: 'Brown',
        preferredName: 'Millie',
        yearGroup: '4',
        className: '4B',
        externalId: '1007',
      },
      {
        row: 3,
        firstName: 'Noah',
        lastName: 'Smith',
        preferredName: null,
        yearGroup: 'R',
        className: null,
        externalId: null,
      },
    ]);
  });

  it('says nothing on columns it does not have', () => {
    const file = read('Surname;Known as;Given name;Reg\nBrown;Millie;Amelia;4B');
    expect(file.ok && file.rows).toEqual([
      { row: 2, firstName: 'Amelia', lastName: 'Brown', preferredName: 'Millie', className: '4B' },
    ]);
  });

  it.each([
    ['by its heading', 'Forename,Surname,UPN\nAmelia,Brown,A123456789012'],
    ['by its look', 'Forename,Surname,Id\nAmelia,Brown,A123456789012'],
  ])('never takes the national pupil number as an id, known %s', (_, text) => {
    const file = read(text);
    expect(file.ok && file.rows[0]).not.toHaveProperty('externalId');
    expect(file.ok && file.ignoredColumns).toHaveLength(1);
    expect(file.ok && file.notes[0]?.message).toContain('admission number');
    expect(JSON.stringify(file)).not.toContain('A123456789012');
  });

  it('leaves a year group it does not know, and says where', () => {
    const file = read('Forename,Surname,Year\nAmelia,Brown,KS2\nNoah,Smith,KS2\nAva,Jones,3');
    expect(file.ok && file.rows.map(({ yearGroup }) => yearGroup)).toEqual([undefined, undefined, '3']);
    expect(file.ok && file.notes).toMatchObject([
      { row: 2, column: 'Year', message: expect.stringContaining('2 rows') },
    ]);
  });

  it.each([
    ['a missing name', 'Forename,Surname\nAmelia,Brown\nNoah,', 'Surname', 'missing'],
    [
      'a name of more than 100 characters',
      `Forename,Surname\nAmelia,Brown\n${'x'.repeat(101)},Smith`,
      'Forename',
      '100',
    ],
    ['a name without a letter', 'Forename,Surname\nAmelia,Brown\nNoah,??', 'Surname', 'no letter'],
    [
      'an id the spreadsheet rounded',
      'Forename,Surname,MIS id\nAmelia,Brown,1\nNoah,Smith,1.23E+11',
      'MIS id',
      'rounded',
    ],
    [
      'a carer in a mixed export',
      'givenName,familyName,role\nAmelia,Brown,student\nJo,Brown,guardian',
      'role',
      '“guardian”',
    ],
  ])('refuses %s by row and column', (_, text, column, message) => {
    const file = read(text);
    expect(!file.ok && file.problems).toMatchObject([
      { row: 3, column, message: expect.stringContaining(message), remedy: expect.stringMatching(/.+/) },
    ]);
  });

  it('takes a name of 100 characters and a formula as the plain text it is', () => {
    const file = read(`Forename,Surname\n${'x'.repeat(100)},"=HYPERLINK(""http://x"",""y"")"`);
    expect(file.ok && file.rows[0]?.lastName).toBe('=HYPERLINK("http://x","y")');
  });
});
