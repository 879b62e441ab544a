import { describe, expect, test } from 'vitest';
import { formsOf, subjectsOf, wordsOf } from './asking.ts';
import { nearestWord } from './nearest-word.ts';
import { rank, unfound } from './rank.ts';
import { BROADER, SAME } from './synonyms.ts';
import { hitsOf, indexOf } from './word-index.ts';

const about = (question: string) => subjectsOf(question).map(({ typed }) => typed);

describe('a question', () => {
  test('is about what is left without the words of asking', () => {
    expect(about('May I post a photo of a pupil?')).toEqual(['post', 'photo', 'pupil']);
    expect(about('Am I allowed to…?')).toEqual([]);
  });
  test('finds relatives of its words, also in the plural and of two words', () => {
    const [photos, former] = subjectsOf('photos with former pupils');
    expect(photos!.terms).toContain('picture');
    expect(former!.typed).toBe('former pupils');
    expect(former!.terms).toContain('alumni');
  });
  test('counts the same thing said twice once', () => {
    expect(about('photos, pictures and images')).toEqual(['photos']);
  });
  test('says what a name stands for more broadly', () => {
    expect(subjectsOf('Facebook')[0]!.broader).toContain('social media');
  });
  test('has its ends cut for the list only', () => {
    expect(formsOf('families')).toContain('family');
    expect(formsOf('tagged')).toContain('tagg');
    expect(formsOf('tagging')).toContain('tag');
  });
});

test('of what is typed only words are looked for', () => {
  expect(wordsOf("don't & | ! ( ) <-> :*")).toEqual(['dont']);
  expect(
    subjectsOf("'; drop table person; --")
      .flatMap(({ terms }) => terms)
      .join(),
  ).not.toMatch(/[;'-]/);
});

describe('an index', () => {
  const COMMON = new Set(['a', 'of', 'the']);
  const stemsOf = (word: string) => (COMMON.has(word) ? [] : [word.replace(/s$/, '')]);
  const texts = [
    { title: 'Pictures of pupils', body: 'The head of year agrees.' },
    { title: 'Questions', body: 'The head teacher answers; a picture helps.' },
    { title: 'Head of year, teacher', body: '' },
  ];
  const found = (...terms: string[]) => hitsOf(indexOf(texts, stemsOf), [terms], stemsOf);
  test('finds every form of a word, and says whether it stands in the title', () => {
    expect(found('picture')).toEqual([
      { search: 0, passage: 0, inTitle: true, empty: false },
      { search: 0, passage: 1, inTitle: false, empty: false },
    ]);
  });
  test('finds a term of several words only where all of them stand', () => {
    expect(found('head teachers').map(({ passage }) => passage)).toEqual([2, 1]);
    expect(found('pupils agree')).toEqual([{ search: 0, passage: null, inTitle: false, empty: false }]);
  });
  test('looks for nothing where every word is too common', () => {
    expect(found('of the')).toEqual([{ search: 0, passage: null, inTitle: false, empty: true }]);
    expect(found()).toEqual([{ search: 0, passage: null, inTitle: false, empty: true }]);
  });
});

test('no word stands in two lines of relatives, and every broader name is one word', () => {
  const all = SAME.flat();
  expect(all.filter((word, at) => all.indexOf(word) !== at)).toEqual([]);
  expect(Object.keys(BROADER).filter((word) => word.includes(' '))).toEqual([]);
});

describe('a misspelt word', () => {
  const known = ['photograph', 'pupil', 'permission', 'secret', 'friend', 'phone'];
  test.each([
    ['fotograph', 'photograph'],
    ['pupli', 'pupil'],
    ['permision', 'permission'],
    ['freind', 'friend'],
    ['fone', 'phone'],
  ])('%s is %s', (typed, meant) => expect(nearestWord(typed, known)).toBe(meant));
  test('is left alone where nothing is near enough', () => {
    expect(nearestWord('ferret', known)).toBeNull();
    expect(nearestWord('gum', known)).toBeNull();
  });
});

describe('ranking', () => {
  const hit = (search: number, passage: number | null, inTitle = false) => ({ search, passage, inTitle, empty: false });
  test('rare words count most, and half a question is no answer', () => {
    const hits = [hit(0, 0), hit(0, 1), hit(0, 2), hit(2, 2), hit(4, null)];
    const [best] = rank(hits, 3, 10);
    expect(best!.passage).toBe(2);
    expect(best!.covers).toBeLessThan(2 / 3);
    expect(unfound(hits, 3)).toEqual([2]);
  });
  test('what is only meant more broadly counts for less', () => {
    const [first, second] = rank([hit(0, 0), hit(1, 1)], 1, 10);
    expect([first!.passage, second!.passage]).toEqual([0, 1]);
    expect(second!.covers).toBeLessThan(first!.covers);
  });
  test('nothing asked, nothing found', () => expect(rank([], 0, 10)).toEqual([]));
});
