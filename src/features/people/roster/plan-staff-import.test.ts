import { describe, expect, it } from 'vitest';
import { type ExistingStaff, planStaffImport } from './plan-staff-import.ts';
import { type StaffRow } from './staff-rows.ts';

const row = (over: Partial<StaffRow> = {}): StaffRow => ({
  row: 2,
  firstName: 'Ngozi',
  lastName: 'Okafor',
  responsibilities: ['staff'],
  jobTitle: null,
  ...over,
});
const person = (over: Partial<ExistingStaff> = {}): ExistingStaff => ({
  id: 's1',
  firstName: 'Ngozi',
  lastName: 'Okafor',
  preferredName: null,
  email: null,
  jobTitle: null,
  lastDay: null,
  mayHaveNewAddress: false,
  responsibilities: ['staff'],
  ...over,
});
const plan = (rows: StaffRow[], existing: ExistingStaff[], covers: 'all-staff' | 'these-people' = 'all-staff') =>
  planStaffImport({ rows, existing, covers });

describe('a staff list', () => {
  it('shows who joins, changes and leaves', () => {
    const found = plan(
      [row({ jobTitle: 'Art' }), row({ row: 3, firstName: 'Sam', lastName: 'Lee' })],
      [person(), person({ id: 's2', firstName: 'Jo', lastName: 'Hall' })],
    );
    expect(found).toMatchObject({
      joiners: [{ row: 3 }],
      changes: [{ row: 2, fields: [{ field: 'jobTitle', from: null, to: 'Art' }], newResponsibilities: [] }],
      leavers: [{ id: 's2' }],
      needsTypedWord: true,
      errorCount: 0,
    });
    expect(plan([], [person()], 'these-people').leavers).toEqual([]);
  });

  it('knows a person by e-mail address after a change of name', () => {
    const found = plan([row({ lastName: 'Bello', email: 'N.O@example.org' })], [person({ email: 'n.o@example.org' })]);
    expect(found.changes[0]?.fields).toEqual([{ field: 'lastName', from: 'Okafor', to: 'Bello' }]);
  });

  it('adds responsibilities, and says which it does not end', () => {
    const found = plan([row({ responsibilities: ['slt'] })], [person({ responsibilities: ['dsl', 'staff'] })]);
    expect(found.changes[0]?.newResponsibilities).toEqual(['slt']);
    expect(found.notes[0]?.message).toContain('stays dsl');
  });

  it('says of staff whether they teach, forgets it never, and says where it stays', () => {
    const plain = plan([row({ responsibilities: ['teaching'] })], [person()]);
    expect(plain.changes[0]?.newResponsibilities).toEqual(['teaching']);
    const known = person({ responsibilities: ['staff', 'teaching'] });
    expect(plan([row({ responsibilities: ['teaching'] })], [known])).toMatchObject({ changes: [], notes: [] });
    expect(plan([row()], [known])).toMatchObject({ changes: [], notes: [] });
    const other = plan([row({ responsibilities: ['support'] })], [known]);
    expect(other.changes[0]?.newResponsibilities).toEqual(['support']);
    expect(other.notes[0]?.message).toContain('stays teaching');
  });

  it('fills in an address, and never replaces one', () => {
    expect(plan([row({ email: 'n@example.org' })], [person()]).changes[0]?.fields).toEqual([
      { field: 'email', from: null, to: 'n@example.org' },
    ]);
    const other = plan([row({ email: 'thief@example.net' })], [person({ email: 'n@example.org' })]);
    expect(other).toMatchObject({ changes: [], unchanged: [{ id: 's1' }], notes: [{ row: 2 }] });
  });

  it.each([
    ['the same name twice without addresses', [row(), row({ row: 3 })], []],
    [
      'the same address twice',
      [row({ email: 'a@example.org' }), row({ row: 3, firstName: 'Sam', email: 'A@example.org' })],
      [],
    ],
    ['a name two people have', [row()], [person(), person({ id: 's2' })]],
  ])('is refused with %s', (_, rows, existing) => {
    expect(plan(rows, existing).errorCount).toBe(1);
  });

  it('leaves nothing to do the second time', () => {
    const existing = [person({ email: 'n@example.org', jobTitle: 'Art', responsibilities: ['slt', 'dsl'] })];
    expect(plan([row({ email: 'n@example.org', responsibilities: ['dsl'] })], existing)).toMatchObject({
      joiners: [],
      changes: [],
      leavers: [],
    });
  });
});

describe('what a list may correct', () => {
  it('is an address by which nobody signs in yet, and the day somebody leaves', () => {
    const [old, fresh] = ['old@example.org', 'new@example.org'];
    const list = [row({ email: fresh, lastDay: '2026-12-18' })];
    const open = plan(list, [person({ email: old, mayHaveNewAddress: true })]);
    expect(open.changes[0]?.fields).toEqual([
      { field: 'email', from: old, to: fresh },
      { field: 'lastDay', from: null, to: '2026-12-18' },
    ]);
    const held = plan(list, [person({ email: old })]);
    expect(held.changes[0]?.fields.map(({ field }) => field)).toEqual(['lastDay']);
    expect(held.notes[0]?.message).toContain('keeps the address');
  });
});
