import { expect, test } from 'vitest';
import { findsAll } from './search-words.ts';

const texts = ['approval.secondReader', 'Must somebody else read a post?', 'The author’s café'];

test.each(['', '  ', 'SECOND', 'secondreader', 'approval.second', 'post read', 'authors', 'cafe', 'Café'])(
  'finds %j',
  (search) => expect(findsAll(search, texts)).toBe(true),
);
test.each(['eader', 'post zebra', '*'.repeat(3) + 'x'])('does not find %j', (search) =>
  expect(findsAll(search, texts)).toBe(false),
);
