// Answers, graded.
import { expect, it } from 'vitest';
import { grade } from './grade.ts';

const asked = [0, 1, 2].map((right) => ({ ask: 'Which?', answers: ['a', 'b', 'c'], right }));

it('passes at the mark and not below it', () => {
  expect(grade(asked, 66, [0, 1, 0])).toEqual({ passed: true, score: 66, wrong: [2] });
  expect(grade(asked, 67, [0, 1, 0])).toEqual({ passed: false, score: 66, wrong: [2] });
  expect(grade(asked, 100, [0, 1, 2])).toEqual({ passed: true, score: 100, wrong: [] });
});

it('counts what was not answered as wrong', () => {
  expect(grade(asked, 100, [0])).toEqual({ passed: false, score: 33, wrong: [1, 2] });
  expect(grade(asked, 1, [-1, -1, -1]).passed).toBe(false);
});

it('asks nothing where there are no questions', () => {
  expect(grade([], 100, [])).toEqual({ passed: true, score: null, wrong: [] });
});
