// An account’s name never says its platform twice, and never leaves it out.
import { expect, it } from 'vitest';
import { nameInFull } from './name-in-full.ts';

const bluesky = { key: 'bluesky', name: 'Bluesky' };
const x = { key: 'x', name: 'X (Twitter)' };

it.each([
  ['Millrace Primary', bluesky, 'Millrace Primary on Bluesky'],
  ['Millrace on Bluesky', bluesky, 'Millrace on Bluesky'],
  ['BLUESKY: Millrace', bluesky, 'BLUESKY: Millrace'],
  ['Blueskylark Nursery', bluesky, 'Blueskylark Nursery on Bluesky'],
  ['Exeter Road School', x, 'Exeter Road School on X (Twitter)'],
  ['Millrace on X', x, 'Millrace on X'],
  ['Millrace’s Twitter', x, 'Millrace’s Twitter'],
  ['Millrace noticeboard', { key: 'noticeboard', name: 'School noticeboard' }, 'Millrace noticeboard'],
  ['Parents of Year 4', { key: 'bulletin-board', name: 'Bulletin board' }, 'Parents of Year 4 on Bulletin board'],
])('%s', (name, platform, full) => {
  expect(nameInFull(name, platform)).toBe(full);
});
