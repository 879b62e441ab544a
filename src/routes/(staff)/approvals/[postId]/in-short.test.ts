import { expect, test } from 'vitest';
import { inShort } from './in-short.ts';

const found = (n: number, tone: 'stop' | 'hold' | 'look') => ({
  n,
  tone,
  part: 'words',
  start: 0,
  end: 4,
  excerpt: '',
  message: `Message ${n}`,
  remedy: '',
  contested: null,
  clauses: [],
});
const said = (...given: Parameters<typeof inShort>) =>
  inShort(...given).map(({ lead = '', text, href = '' }) => `${lead} ${text} ${href}`.trim());

test('says when nobody in particular is needed', () => {
  expect(said({ findings: [], before: null }, 0, null)).toEqual(['Nothing found that needs a named person']);
});

test('names what needs a decision, what to look at, and what changed', () => {
  const findings = [found(1, 'hold'), found(2, 'look'), found(3, 'look')];
  const before = [{ title: '', before: 'a', after: 'b' }];
  expect(said({ findings, before }, 2, 'today at 09:10')).toEqual([
    'You decide: Message 1 #finding-1',
    'Two things worth a second look #finding-2',
    'Two pictures to look at: no child in them? #no-child',
    'Changed since today at 09:10 #changed',
  ]);
  expect(said({ findings: [], before: [] }, 0, null).at(-1)).toBe('The words are as they were last time #changed');
});
