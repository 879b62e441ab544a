import { expect, test } from 'vitest';
import { checkPermalink, handKit, type HandAccount, type HandPlatform } from './by-hand.ts';

const bluesky: HandPlatform = {
  name: 'Bluesky',
  composerUrl: 'https://bsky.app/intent/compose?text={words}',
  hosts: ['bsky.app'],
};
const facebook: HandPlatform = {
  name: 'Facebook',
  composerUrl: 'https://www.facebook.com/',
  hosts: ['facebook.com', 'fb.com'],
};
const mastodon: HandPlatform = { name: 'Mastodon', composerUrl: 'https://{host}/share?text={words}', hosts: [] };
const website: HandPlatform = { name: 'School website', composerUrl: '', hosts: [] };

const onBluesky: HandAccount = { name: 'Millrace', address: 'https://bsky.app/profile/millrace.example' };
const onFacebook: HandAccount = { name: 'Millrace Primary', address: 'https://www.facebook.com/millraceprimary' };
const onMastodon: HandAccount = { name: 'Millrace', address: 'https://social.millrace.example/@news' };
const onWebsite: HandAccount = { name: 'News', address: 'https://millrace.example/news' };

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
  expect(handKit(bluesky, onBluesky, payload('Fête & fun: 50% off $& {host}', 'Bunting', 'A map'), types)).toEqual({
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
  expect(handKit(mastodon, onMastodon, payload('Snow'), types).composerUrl).toBe(
    'https://social.millrace.example/share?text=Snow',
  );
  expect(handKit(mastodon, { name: 'M', address: '' }, payload('Snow'), types)).toMatchObject({
    composerUrl: '',
    wordsFilledIn: false,
  });
});

test('a platform without a way to fill words in opens as it is, and one without an address opens the account', () => {
  expect(handKit(facebook, onFacebook, payload('Snow', 'Yard'), types)).toMatchObject({
    composerUrl: 'https://www.facebook.com/',
    wordsFilledIn: false,
    pictures: [{ fileName: 'picture.jpg' }],
  });
  expect(handKit(website, onWebsite, payload('Snow'), types).composerUrl).toBe('https://millrace.example/news');
});

test('words too long for an address are copied by hand instead', () => {
  const kit = handKit(bluesky, onBluesky, payload('雪'.repeat(300)), types);
  expect(kit).toMatchObject({ composerUrl: 'https://bsky.app/intent/compose', wordsFilledIn: false });
});

test.each([
  ['https://bsky.app/profile/millrace.example/post/3l', bluesky, onBluesky],
  ['https://www.facebook.com/millraceprimary/posts/pfbid0', facebook, onFacebook],
  ['https://m.facebook.com/story.php?story_fbid=1&id=2', facebook, onFacebook],
  ['https://www.facebook.com/?story_fbid=1', facebook, onFacebook],
  ['https://social.millrace.example/@news/114', mastodon, onMastodon],
  ['https://millrace.example/news/snow', website, onWebsite],
  ['https://www.millrace.example/news?id=7', website, onWebsite],
  ['https://anywhere.example/board/7', website, { name: 'Board', address: '' }],
])('%s can be the post', (link, platform, account) => {
  expect(checkPermalink(`  ${link} `, platform, account)).toEqual({ ok: true, permalink: link });
});

test('what sharing added to a link is left out', () => {
  const answer = checkPermalink('https://bsky.app/profile/m/post/1?utm_source=x&fbclid=1&id=7', bluesky, onBluesky);
  expect(answer).toEqual({ ok: true, permalink: 'https://bsky.app/profile/m/post/1?id=7' });
});

test.each([
  ['', 'not-a-link'],
  ['bsky.app/profile/m/post/1', 'not-a-link'],
  [`https://bsky.app/${'a'.repeat(2_000)}`, 'not-a-link'],
  ['http://bsky.app/profile/m/post/1', 'not-https'],
  ['javascript:alert(1)', 'not-https'],
  ['https://ada:secret@bsky.app/profile/m/post/1', 'not-https'],
  ['https://notbsky.app/profile/m/post/1', 'other-site'],
  ['https://bsky.app.evil.example/profile/m/post/1', 'other-site'],
  ['https://x.com/millrace/status/1', 'other-site'],
  ['https://bsky.app/intent/compose?text=Snow', 'composer'],
  ['https://bsky.app/', 'front-page'],
  ['https://bsky.app/profile/Millrace.example/', 'account-page'],
])('“%s” cannot be the post: %s', (link, code) => {
  expect(checkPermalink(link, bluesky, onBluesky)).toMatchObject({ ok: false, code });
});
