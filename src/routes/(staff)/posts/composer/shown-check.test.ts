import { describe, expect, test } from 'vitest';
import { marksIn, overrun, shownCheck, type Checked } from './shown-check.ts';

type Found = Checked['findings'][number];
const found = (facts: Partial<Found>): Found => ({
  rule: 'pupil-full-name',
  severity: 'block',
  clauses: ['ST-1'],
  source: 'policy',
  part: 'words',
  start: 0,
  end: 12,
  excerpt: 'Tom Ashby',
  message: '“Tom Ashby” is a pupil’s full name.',
  remedy: 'Write “Tom” instead.',
  fixes: ['Tom'],
  who: '',
  contestable: true,
  ...facts,
});
const checked = (facts: Partial<Checked> = {}): Checked => ({
  outcome: 'clear',
  findings: [],
  obstacles: [],
  need: { none: false, people: 1, roles: ['headteacher'], clauses: [], why: 'second-reader' },
  going: [],
  deciders: [{ id: '1', name: 'Ngozi Okafor' }],
  ...facts,
});
const cite = (ids: readonly string[]) => ids.map((id) => ({ number: id, name: id, href: `#${id}` }));
const show = (facts: Partial<Checked>) => shownCheck(checked(facts), cite);

describe('notes', () => {
  test('quote the words found, say who decides, and are numbered in reading order', () => {
    const { notes, heading, tally } = show({
      findings: [
        found({ rule: 'derogatory', severity: 'review', start: 40, message: '“useless” judges somebody.' }),
        found({ part: 'picture-0', rule: 'missing-alt', message: 'Picture 1 has no description.', start: 0, end: 0 }),
        found({}),
      ],
    });
    expect(notes.map(({ rule }) => rule)).toEqual(['pupil-full-name', 'derogatory', 'missing-alt']);
    expect(notes[0]).toMatchObject({
      number: 1,
      tone: 'stop',
      quote: 'Tom Ashby',
      says: 'is a pupil’s full name.',
      person: undefined,
    });
    expect(notes[1]).toMatchObject({ tone: 'hold', person: 'Ngozi Okafor' });
    expect(notes[1]?.who).toContain('Ngozi Okafor decides');
    expect(heading).toBe('Three notes');
    expect(tally).toBe('Two stop it and one needs Ngozi Okafor.');
  });
  test('a kind that was not chosen is asked at its field', () => {
    const { notes, toDo } = show({
      findings: [found({ rule: 'no-category', message: 'Nobody has said what kind it is.', start: 0, end: 0 })],
    });
    expect(notes).toEqual([]);
    expect(toDo).toMatchObject([{ field: 'category', message: 'Nobody has said what kind it is.' }]);
  });
  test('mark the words of their own box only', () => {
    const { notes } = show({ findings: [found({}), found({ part: 'account', start: 3, end: 9 })] });
    expect(marksIn(notes, 'words')).toEqual([{ start: 0, end: 12, tone: 'stop', number: 1, href: '#finding-1' }]);
  });
});

describe('the gate', () => {
  test('is shut while something stops the post, and leads to the first', () => {
    const obstacle = {
      code: 'no-account',
      field: 'accounts',
      message: 'No account is chosen.',
      remedy: 'Choose one.',
      clauses: [],
    };
    expect(show({ findings: [found({})], obstacles: [obstacle] }).gate).toEqual({
      is: 'shut',
      says: 'Two things to put right before it can go',
      detail: 'A full name and an account',
      first: '#finding-1',
      send: '',
    });
    expect(show({ obstacles: [obstacle] }).gate.first).toBe('#accounts');
  });
  test('names whom it goes to', () => {
    expect(show({}).gate).toMatchObject({ is: 'held', send: 'Send to Ngozi Okafor' });
    const three = ['A B', 'C D', 'E F'].map((name) => ({ id: name, name }));
    expect(show({ deciders: three }).gate.send).toBe('Send to A B, C D or E F');
    expect(show({ deciders: [...three, ...three] }).gate.send).toBe('Send to A B, C D or four others');
    const urgent = { ...checked().need, people: 2, why: 'emergency' as const };
    expect(show({ deciders: three, need: urgent })).toMatchObject({
      gate: { says: 'Two of A B, C D and E F decide whether it can go', send: 'Send to A B, C D and E F' },
      soon: 'As soon as two people have agreed to it',
    });
    expect(show({ deciders: three.slice(1), need: urgent }).gate.says).toBe('C D and E F decide whether it can go');
  });
  test('says so when nobody is left to decide, and when nobody need', () => {
    expect(show({ deciders: [] }).gate).toMatchObject({ is: 'held', says: 'There is nobody who may decide it' });
    expect(show({ need: { ...checked().need, none: true, people: 0, why: 'nobody' } }).gate).toMatchObject({
      is: 'open',
      send: 'Publish it',
    });
  });
});

test('what runs over a limit is marked at the end, whole characters at a time', () => {
  expect(overrun('abcdef', 6, 4)).toEqual([{ start: 4, end: 6, tone: 'over' }]);
  expect(overrun('abc👩‍🏫', 4, 3)).toEqual([{ start: 3, end: 8, tone: 'over' }]);
  expect(overrun('abc', 3, 3)).toEqual([]);
  expect(overrun('abc', 3, null)).toEqual([]);
});
