// Which links can be the post, and which cannot.
import { expect, test } from 'vitest';
import { onBluesky, onFacebook, onMastodon, onWebsite } from './invented-accounts.ts';
import { checkPermalink } from './permalink.ts';

test.each([
  ['https://bsky.app/profile/millrace.example/post/3l', onBluesky],
  ['https://www.facebook.com/millraceprimary/posts/pfbid0', onFacebook],
  ['https://m.facebook.com/story.php?story_fbid=1&id=2', onFacebook],
  ['https://www.facebook.com/?story_fbid=1', onFacebook],
  ['https://social.millrace.example/@news/114', onMastodon],
  ['https://millrace.example/news/snow', onWebsite],
  ['https://www.millrace.example/news?id=7', onWebsite],
  ['https://anywhere.example/board/7', { ...onWebsite, address: '' }],
])('%s can be the post', (link, account) => {
  expect(checkPermalink(`  ${link} `, account)).toEqual({ ok: true, permalink: link });
});

test('what sharing added to a link is left out', () => {
  const answer = checkPermalink('https://bsky.app/profile/m/post/1?utm_source=x&fbclid=1&id=7', onBluesky);
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
  expect(checkPermalink(link, onBluesky)).toMatchObject({ ok: false, code });
});
