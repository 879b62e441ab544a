import { expect, test } from 'vitest';
import { answerOf, summaryOf, ticked, typed, typedLines, wrongAt } from './kept-form.ts';
import type { Problem } from './problem.ts';

const problem: Problem = {
  kind: 'invalid',
  status: 422,
  code: 'invalid-input',
  message: 'Fields need putting right.',
  remedy: '',
  clauses: [],
  fields: [{ field: 'school.name', message: 'Give the school its name.' }],
};
const form = { problem, values: { school: { name: ' ' }, roles: ['dsl'], lines: [{ a: '1' }] } };

test('what was typed comes back, also where it was emptied', () => {
  expect(typed(form, 'school.name', 'Millrace')).toBe(' ');
  expect(typed(form, 'school.phase', 'primary')).toBe('');
  expect(typed(null, 'school.name', 'Millrace')).toBe('Millrace');
  expect(ticked(form, 'roles', 'dsl')).toBe(true);
  expect(ticked(form, 'roles', 'slt', true)).toBe(false);
  expect(ticked(undefined, 'roles', 'slt', true)).toBe(true);
  expect(typedLines(form, 'lines', [])).toEqual([{ a: '1' }]);
});

test('what is wrong stands at its field and in the summary', () => {
  expect(wrongAt(form, 'school.name')).toBe('Give the school its name.');
  expect(summaryOf(form)).toEqual({
    title: 'One thing to put right',
    problems: [{ field: 'school.name', message: 'Give the school its name.' }],
  });
  expect(summaryOf(null).problems).toEqual([]);
});

test('an answer belongs to one form of the page', () => {
  expect(answerOf(form, new URL('http://x/people/1?/absence'), 'absence')).toBe(form);
  expect(answerOf(form, new URL('http://x/people/1?/leave'), 'absence')).toBe(null);
});
