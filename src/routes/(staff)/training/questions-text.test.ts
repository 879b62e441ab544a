// Questions, typed and read back.
import { expect, it } from 'vitest';
import { questionsFrom, questionsText } from './questions-text.ts';

it('reads what it writes', () => {
  const questions = [
    { ask: 'Which?', answers: ['This', 'That'], right: 1 },
    { ask: 'And which?', answers: ['One', 'Two', 'Three'], right: 0 },
  ];
  expect(questionsFrom(questionsText(questions))).toEqual(questions);
  expect(questionsFrom('  \n\n')).toEqual([]);
});

it('says which question is not whole', () => {
  expect(questionsFrom('Which?\n* This')).toMatch(/^Question 1 needs at least two/);
  expect(questionsFrom('Which?\nThis\nThat')).toMatch(/^Question 1 needs exactly one/);
  expect(questionsFrom('Which?\n* This\nThat\n\nAnd?\n* a\n* b')).toMatch(/^Question 2 needs exactly one/);
});
