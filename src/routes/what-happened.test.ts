// What the page says when something else comes than was asked for.
import { expect, test } from 'vitest';
import { whatHappened } from './what-happened.ts';

const problem = { code: 'x', message: 'The evidence is for the headteacher.', remedy: 'Ask them.' };

test('a refusal says who may and what to do; an address that means nothing is no fault of ours', () => {
  expect(whatHappened(403, { ...problem, kind: 'forbidden' } as never)).toMatchObject({
    title: 'This is not yours to see',
    words: 'The evidence is for the headteacher. Ask them.',
  });
  expect(whatHappened(422, undefined).title).toBe('There is nothing at this address');
  expect(whatHappened(500, undefined).title).toBe('Something went wrong on our side');
});

test('an invitation opened a second time leads to signing in', () => {
  const again = { ...problem, kind: 'conflict', code: 'already-joined', message: 'You have joined already.' };
  expect(whatHappened(409, again as never)).toEqual({
    title: 'You have joined already',
    words: 'Ask them.',
    way: { href: '/sign-in', label: 'Sign in' },
  });
});
