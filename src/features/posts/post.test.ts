// The life of a post: from where to where, and from where never.
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { after, isOpen, POST_STATES, STATE_WORDS, type Happening, type PostState } from './post.ts';

const HAPPENINGS: readonly Happening[] = [
  'save', 'ask', 'answer', 'send', 'approve', 'go-ahead', 'send-back', 'refuse', 'reopen', 'expire', 'begin', 'settle', 'give-up', 'take-down', 'discard',
]; // prettier-ignore
const live = (happenings: readonly Happening[]) => {
  const path: PostState[] = ['draft'];
  for (const happening of happenings) path.push(after(path.at(-1)!, happening) ?? path.at(-1)!);
  return path;
};
const lives = fc.array(fc.constantFrom(...HAPPENINGS), { maxLength: 40 });

describe('whatever happens, in whatever order', () => {
  test('nothing is sent that nobody let go ahead', () => {
    fc.assert(
      fc.property(lives, (happenings) => {
        const path = live(happenings);
        path.forEach((state, i) => {
          if (state === 'publishing' && path[i - 1] !== 'publishing') expect(path[i - 1]).toBe('approved');
          if (state === 'approved' && path[i - 1] !== 'approved')
            expect(['approve', 'go-ahead']).toContain(happenings[i - 1]);
        });
      }),
    );
  });

  test('once sending has begun the words stay as they are, and it can only come to rest, end or come down', () => {
    fc.assert(
      fc.property(lives, (happenings) => {
        const path = live(happenings);
        const begun = path.indexOf('publishing');
        if (begun >= 0)
          for (const state of path.slice(begun))
            expect(['publishing', 'published', 'refused', 'taken-down']).toContain(state);
      }),
    );
  });

  test('what is refused, taken down or discarded stays so', () => {
    for (const state of ['refused', 'taken-down', 'discarded'] as const) {
      for (const happening of HAPPENINGS) expect(after(state, happening)).toBeNull();
    }
  });
});

test('words may change until it begins to go out, and a change always makes it a draft', () => {
  expect(POST_STATES.filter(isOpen)).toEqual(['draft', 'waiting', 'approved', 'expired']);
  for (const state of POST_STATES.filter(isOpen)) expect(after(state, 'save')).toBe('draft');
});

test('each state has words of its own', () => {
  expect(new Set(Object.values(STATE_WORDS)).size).toBe(POST_STATES.length);
});
