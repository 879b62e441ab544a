// What a person is given to publish a post by hand.
import { expect, test } from 'vitest';
import { handKit } from './hand-kit.ts';
import { onBluesky, onFacebook, onMastodon, onWebsite } from './invented-accounts.ts';

const payload = (words: string, ...alts: string[]) => ({
  accountId: 'a',
  words,
  pictures: alts.map((alt, index) => ({ mediaId: `m${index + 1}`, sha256: 'f'.repeat(64), alt })),
});
const types = new Map([
  ['m1', 'image/jpeg'],
  ['m2', 'image/png'],
]);

test('the kit holds the exact words, a name for each picture with its description, and the composer with the words in it', () => {
  expect(handKit(onBluesky, payload('Fête & fun: 50% off $& {host}', 'Bunting', 'A map'), types)).toEqual({
    words: 'Fête & fun: 50% off $& {host}',
    pictures: [
      { mediaId: 'm1', fileName: 'picture-1-of-2.jpg', alt: 'Bunting' },
      { mediaId: 'm2', fileName: 'picture-2-of-2.png', alt: 'A map' },
    ],
    composerUrl: 'https://bsky.app/intent/compose?text=F%C3%AAte%20%26%20fun%3A%2050%25%20off%20%24%26%20%7Bhost%7D',
    wordsFilledIn: true,
  });
});

test('where an account has a server of its own, the composer is there', () => {
  expect(handKit(onMastodon, payload('Snow'), types).composerUrl).toBe(
    'https://social.millrace.example/share?text=Snow',
  );
  expect(handKit({ ...onMastodon, address: '' }, payload('Snow'), types)).toMatchObject({
    composerUrl: '',
    wordsFilledIn: false,
  });
});

test('a platform without a way to fill words in opens as it is, and one without an address opens the account', () => {
  expect(handKit(onFacebook, payload('Snow', 'Yard'), types)).toMatchObject({
    composerUrl: 'https://www.facebook.com/',
    wordsFilledIn: false,
    pictures: [{ fileName: 'picture.jpg' }],
  });
  expect(handKit(onWebsite, payload('Snow'), types).composerUrl).toBe('https://millrace.example/news');
});

test('words too long for an address are copied by hand instead', () => {
  const kit = handKit(onBluesky, payload('雪'.repeat(300)), types);
  expect(kit).toMatchObject({ composerUrl: 'https://bsky.app/intent/compose', wordsFilledIn: false });
});
