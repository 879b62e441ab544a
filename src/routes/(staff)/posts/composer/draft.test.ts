import { describe, expect, test } from 'vitest';
import { fieldsOf } from '#surfaces/web/form-fields.ts';
import { arranged, contentOf, emptyDraft, fixed, replaced, typedDraft } from './draft.ts';

const form = (...pairs: [string, string][]) => {
  const data = new FormData();
  for (const [name, value] of pairs) data.append(name, value);
  return typedDraft(fieldsOf(data));
};
const ACCOUNT = '0193a7c0-0000-7000-8000-000000000001';

describe('what was typed', () => {
  test('an empty form is an empty draft', () => {
    expect(form()).toEqual(emptyDraft);
  });
  test('words of its own for an account; empty ones are the words of the post', () => {
    const draft = form(['words', 'Long'], ['accounts[]', ACCOUNT], [`own.${ACCOUNT}`, 'Short']);
    expect(contentOf(draft).accounts).toEqual([{ accountId: ACCOUNT, words: 'Short' }]);
    expect(contentOf({ ...draft, own: { [ACCOUNT]: ' ' } }).accounts).toEqual([{ accountId: ACCOUNT, words: null }]);
  });
  test('a time counts only where it is chosen', () => {
    const draft = form(['when', 'soon'], ['wantedAt', '2026-11-23T08:30']);
    expect(contentOf(draft).wantedAt).toBe(null);
    expect(contentOf({ ...draft, when: 'chosen' }).wantedAt).toBe('2026-11-23T08:30');
  });
  test('pictures in their order, with what is said of them', () => {
    const draft = form(
      ['pictures.0.mediaId', 'a'],
      ['pictures.0.alt', 'A weir'],
      ['pictures.1.mediaId', 'b'],
      ['pictures.1.showsChildren', 'no'],
    );
    expect(draft.pictures).toEqual([
      { mediaId: 'a', alt: 'A weir', showsChildren: 'not-said' },
      { mediaId: 'b', alt: '', showsChildren: 'no' },
    ]);
  });
});

describe('remedies', () => {
  test('put their words where the others were found', () => {
    expect(replaced('Tom and Tom Ashby', { start: 8, found: 'Tom Ashby', put: 'Tom' })).toBe('Tom and Tom');
  });
  test('follow words that have moved, but never guess between two places', () => {
    expect(replaced('Well, Tom Ashby', { start: 0, found: 'Tom Ashby', put: 'Tom' })).toBe('Well, Tom');
    expect(replaced('Hm. Tom A, Tom A', { start: 0, found: 'Tom A', put: 'Tom' })).toBe('Hm. Tom A, Tom A');
    expect(replaced('Gone', { start: 0, found: 'Tom', put: 'x' })).toBe('Gone');
  });
  test('change the words of the account they were found in', () => {
    const draft = { ...emptyDraft, words: 'Tom Ashby', own: { [ACCOUNT]: 'Tom Ashby' } };
    expect(fixed(draft, { part: ACCOUNT, start: 0, found: 'Tom Ashby', put: 'Tom' })).toMatchObject({
      words: 'Tom Ashby',
      own: { [ACCOUNT]: 'Tom' },
    });
  });
});

test('pictures move one place, and come out', () => {
  expect(arranged(['a', 'b', 'c'], 1, 'earlier')).toEqual(['b', 'a', 'c']);
  expect(arranged(['a', 'b', 'c'], 1, 'later')).toEqual(['a', 'c', 'b']);
  expect(arranged(['a', 'b', 'c'], 0, 'earlier')).toEqual(['a', 'b', 'c']);
  expect(arranged(['a', 'b', 'c'], 1, 'out')).toEqual(['a', 'c']);
});
