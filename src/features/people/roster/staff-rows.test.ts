import { describe, expect, it } from 'vitest';
import { RESPONSIBILITIES, readRole, responsibilityOf } from './responsibility-words.ts';
import { readStaffFile } from './staff-rows.ts';

const read = (text: string) => readStaffFile(new TextEncoder().encode(text));

describe('a role', () => {
  it.each([
    ['Headteacher', ['headteacher'], null],
    ['Head teacher', ['headteacher'], 'Head teacher'],
    ['Deputy DSL', ['deputy-dsl'], null],
    ['Deputy Head; DSL', ['deputy-headteacher', 'dsl'], 'Deputy Head; DSL'],
    ['DSL / computing lead', ['dsl', 'computing-lead'], null],
    ['Chair of Governors', ['chair-of-governors'], null],
    ['Class teacher', ['staff'], 'Class teacher'],
    ['Staff', ['staff'], null],
    ['', ['staff'], null],
  ])('%j means %j', (written, responsibilities, jobTitle) => {
    expect(readRole(written)).toEqual({ responsibilities, jobTitle, unknown: [] });
  });

  it('that nobody knows is a job title, whole', () => {
    expect(readRole('Teaching and Learning Lead')).toEqual({
      responsibilities: ['staff'],
      jobTitle: 'Teaching and Learning Lead',
      unknown: ['Teaching and Learning Lead'],
    });
    expect(readRole('Head of Art & DSL')).toEqual({
      responsibilities: ['dsl'],
      jobTitle: 'Head of Art & DSL',
      unknown: ['Head of Art'],
    });
  });

  it('is known by the name Gatepost itself gives each responsibility', () => {
    for (const responsibility of RESPONSIBILITIES) expect(responsibilityOf(responsibility)).toBe(responsibility);
  });
});

describe('a staff list', () => {
  it('is read, and says which role words it does not know', () => {
    const file = read('first_name,last_name,role,email\nNgozi,Okafor,DSL,n.okafor@example.org\nSam,Lee,Beekeeper,');
    expect(file.ok && file.rows).toEqual([
      {
        row: 2,
        firstName: 'Ngozi',
        lastName: 'Okafor',
        email: 'n.okafor@example.org',
        responsibilities: ['dsl'],
        jobTitle: null,
      },
      { row: 3, firstName: 'Sam', lastName: 'Lee', email: null, responsibilities: ['staff'], jobTitle: 'Beekeeper' },
    ]);
    expect(file.ok && file.notes).toMatchObject([
      { row: 3, column: 'role', message: expect.stringContaining('“Beekeeper”') },
    ]);
  });

  it('refuses what is no address, and pupils', () => {
    const file = read('first_name,last_name,role,email\nNgozi,Okafor,DSL,ngozi\nSam,Lee,student,');
    expect(!file.ok && file.problems).toMatchObject([
      { row: 2, column: 'email' },
      { row: 3, column: 'role' },
    ]);
  });

  it('reads what people answer for and what they are called in two columns, and dates', () => {
    const file = read(
      'First name,Last name,Known as,Responsibility,Job title,Start date,Last day\nNgozi,Okafor,Zi,DSL,Head of Year 4,01/09/2026,',
    );
    expect(file.ok && file.rows).toEqual([
      {
        row: 2,
        firstName: 'Ngozi',
        lastName: 'Okafor',
        preferredName: 'Zi',
        firstDay: '2026-09-01',
        responsibilities: ['dsl'],
        jobTitle: 'Head of Year 4',
      },
    ]);
    const wrong = read(
      'First name,Last name,Role,Start date,Last day\nA,B,Staff,soon,\nC,D,Staff,2026-09-01,2026-08-01',
    );
    expect(!wrong.ok && wrong.problems).toMatchObject([
      { row: 2, column: 'Start date' },
      { row: 3, column: 'Last day' },
    ]);
    expect(read('First name,Last name\nA,B')).toMatchObject({ ok: false, problems: [{ column: 'Role' }] });
  });
});
