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
    ['Class teacher', ['teaching'], 'Class teacher'],
    ['Teaching Staff', ['teaching'], null],
    ['Support staff', ['support'], null],
    ['TA', ['support'], 'TA'],
    ['Teacher; DSL', ['dsl', 'teaching'], 'Teacher; DSL'],
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

  it.each([
    // heading, cell, role, what comes of it
    ['Staff type', 'Teaching Staff', 'Year 3', ['teaching']],
    ['Staff Category', 'support', '', ['support']],
    ['Employee type', 'Agency', 'Teacher', ['supply']],
    ['Staff group', 'Volunteer', '', ['volunteer']],
    ['Person type', 'Contractor', '', ['contractor']],
    ['Type of staff', 'Teaching staff; Governor', '', ['governor', 'teaching']],
    ['Teaching staff', 'Y', '', ['teaching']],
    ['Teaching staff', 'False', 'SLT', ['slt', 'support']],
    ['Teaching staff', '', 'TA', ['support']],
    ['Staff type', 'Teaching', 'DSL', ['dsl', 'teaching']],
    ['Staff type', '', 'Headteacher', ['headteacher', 'teaching']],
    ['Staff type', '', 'Business manager', ['business-manager', 'support']],
    ['Staff type', '', 'Porter', ['staff']],
    ['Staff type', '', 'Year 2 teacher', ['teaching']],
    ['Staff type', '', 'Peripatetic brass teacher', ['staff']],
    ['Job title', 'Caretaker', 'Staff', ['support']],
    ['Job title', 'Teacher of English', 'DSL', ['dsl', 'teaching']],
    ['Job title', 'Class teacher', 'Governor', ['governor']],
  ])('knows under %j by %j, with the role %j, what somebody is', (heading, kind, role, responsibilities) => {
    const file = read(`First name,Last name,${heading},Role\nNgozi,Okafor,${kind},${role}`);
    expect(file.ok && file.rows[0]?.responsibilities).toEqual(responsibilities);
  });

  it('needs no other column than that of kinds, and says which of its words it does not know', () => {
    const file = read(
      'Forename,Surname,Staff type\nNgozi,Okafor,Peripatetic\nSam,Lee,Support Staff\nJo,Hall,Peripatetic',
    );
    expect(file.ok && file.rows.map((row) => row.responsibilities)).toEqual([['staff'], ['support'], ['staff']]);
    expect(file.ok && file.notes).toEqual([
      {
        row: 2,
        column: 'Staff type',
        message: expect.stringMatching(/“Peripatetic” is no kind of staff.*teaching staff, support staff, supply/),
      },
    ]);
  });
});
