import { describe, expect, test } from 'vitest';
import { officialOf } from './is-ours.ts';

const bluesky = {
  name: 'Millrace Primary School',
  handle: '@millrace.example',
  address: 'https://bsky.app/profile/millrace.example',
};
const facebook = { name: 'Millrace Primary', handle: '', address: 'https://www.facebook.com/millraceprimary/' };
const accounts = [bluesky, facebook];

describe('ours', () => {
  test.each([
    ['@millrace.example', bluesky],
    [' Millrace.Example ', bluesky],
    ['millrace  primary school', bluesky],
    ['https://bsky.app/profile/millrace.example/post/3kabc?ref=share', bluesky],
    ['m.facebook.com/millraceprimary', facebook],
    ['http://facebook.com/millraceprimary/', facebook],
  ])('%s', (asked, account) => {
    expect(officialOf(asked, accounts)).toBe(account);
  });
});

describe('not ours', () => {
  test.each([
    '',
    '   ',
    '@millrace_official',
    'https://facebook.com/millraceprimary2',
    'https://facebook.com',
    'https://bsky.app.evil.example/profile/millrace.example',
    '@',
  ])('%j', (asked) => {
    expect(officialOf(asked, accounts)).toBe(null);
  });
});
