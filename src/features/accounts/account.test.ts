import { expect, test } from 'vitest';
import type { Ruling } from '#kernel/policy.ts';
import { settings } from '#features/policy/index.ts';
import { addressProblem, keyFrom, platformRefusal, policyWord } from './account.ts';
import { catalogue } from './catalogue.ts';

const only = (...value: string[]): Ruling<readonly string[]> => ({ value, clauses: ['SN-107'], source: 'policy' });
const named = (key: string) => catalogue.find((entry) => entry.key === key)!;

test('the catalogue knows every platform that a policy can name', () => {
  const { schema } = settings.channels.allowedPlatforms;
  const known = catalogue.filter(({ key }) => schema.safeParse([key]).success).map(({ key }) => key);
  expect(known.toSorted()).toEqual([
    'blog',
    'bluesky',
    'facebook',
    'instagram',
    'linkedin',
    'mastodon',
    'noticeboard',
    'other',
    'snapchat',
    'threads',
    'tiktok',
    'website',
    'whatsapp',
    'x',
    'youtube',
  ]);
  expect(new Set(catalogue.map(({ key }) => key)).size).toBe(catalogue.length);
});

test('every limit says where it was read and when', () => {
  for (const { wordsLimit, source, checkedOn } of catalogue.filter((entry) => entry.wordsLimit !== null)) {
    expect({ wordsLimit, source, checkedOn }).toEqual({
      wordsLimit,
      source: expect.stringMatching(/./),
      checkedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
  }
});

test('a platform of the school’s own goes by its kind where a policy can name that, else as “other”', () => {
  expect(policyWord({ key: 'facebook', kind: 'social-network' })).toBe('facebook');
  expect(policyWord({ key: 'class-blogs', kind: 'blog' })).toBe('blog');
  expect(policyWord({ key: 'village-app', kind: 'social-network' })).toBe('other');
});

test('a list of platforms closes every other one, also one under a new name, but never the school’s own pages', () => {
  expect(platformRefusal(named('x'), only('facebook', 'x'))).toBeNull();
  expect(platformRefusal(named('instagram'), { ...only(), value: 'any' })).toBeNull();
  expect(platformRefusal(named('noticeboard'), only('facebook'))).toBeNull();
  expect(platformRefusal(named('instagram'), only('facebook', 'x'))).toMatchObject({
    kind: 'refused-by-policy',
    clauses: ['SN-107'],
    remedy: expect.stringContaining('Facebook or X (Twitter)'),
  });
  expect(platformRefusal({ key: 'insta-2', kind: 'photo-video', name: 'Insta' }, only('facebook'))).not.toBeNull();
});

test('an address leads to the platform it is said to be on', () => {
  expect(addressProblem('https://m.facebook.com/millrace', named('facebook'))).toBeNull();
  expect(addressProblem('https://social.millrace.example/@news', named('mastodon'))).toBeNull();
  expect(addressProblem('', named('facebook'))).toBeNull();
  expect(addressProblem('https://facebook.com.example/millrace', named('facebook'))).toMatchObject({
    code: 'address-elsewhere',
  });
});

test('a new platform gets a word that nobody has yet', () => {
  expect(keyFrom('St John’s Fórum!', new Set())).toBe('st-johns-forum');
  expect(keyFrom('Facebook', new Set(['facebook', 'facebook-2']))).toBe('facebook-3');
  expect(keyFrom('雪', new Set())).toBe('own');
});
