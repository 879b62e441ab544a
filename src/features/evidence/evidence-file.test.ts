// What is handed over reads the same in a spreadsheet, on paper and in the program.
import { expect, it } from 'vitest';
import { evidenceAsTable, evidenceOnPaper, type Handed } from './evidence-file.ts';
import { NOTHING } from './tally.ts';

const handed: Handed = {
  school: 'Millrace Primary School',
  title: 'Social media policy',
  version: { n: 3, sha256: 'abcdef0123456789' },
  period: { since: '2026-08-01', until: '2026-11-20' },
  madeAt: '2026-11-20T10:00:00Z',
  clauses: [
    {
      id: 'AB-01',
      number: '1',
      under: 'What holds, "always"',
      title: '=HYPERLINK("https://example.org")',
      text: 'Nobody publishes alone.',
      state: 'working',
      entries: 6,
      tally: { done: 5, stopped: 1, refused: 0, forbidden: 0, last: '2026-11-19T10:00:00Z' },
      named: { ...NOTHING, done: 2 },
      overdue: [{ n: 2, words: '2 people past the day', href: '/policy/acknowledgement' }],
      gaps: ['Not yet: the key is kept.'],
      controls: [
        {
          id: 'posts.reader',
          promise: 'A second person reads.',
          cannot: null,
          kind: 'enforced',
          isReal: true,
          counts: 'Counted is each time.',
          actions: [{ name: 'posts.submit', summary: 'Send a post.', tally: { ...NOTHING, done: 5, stopped: 1 } }],
          tally: { ...NOTHING, done: 5, stopped: 1 },
        },
      ],
      elsewhere: [],
    },
  ],
};

it('is a row a clause, under what its columns are', () => {
  const [head, row, ...more] = evidenceAsTable(handed);
  expect(head!.slice(0, 3)).toEqual(['clause', 'number', 'heading']);
  expect(row).toEqual([
    'AB-01', '1', 'What holds, "always"', '=HYPERLINK("https://example.org")', 'Works, with evidence',
    '5', '1', '0', '0', '2', '2026-11-19T10:00:00Z', '2', 'posts.reader', 'Not yet: the key is kept.',
  ]); // prettier-ignore
  expect(row).toHaveLength(head!.length);
  expect(more).toEqual([]);
});

it('lays the same figures out on paper, under headings, with what counts and what is missing', () => {
  const { blocks, footer, title } = evidenceOnPaper(handed);
  expect(title).toContain('clause 1');
  expect(footer).toContain('version 3');
  expect(blocks.filter(({ kind }) => kind === 'heading')).toMatchObject([{ level: 1 }, { level: 2 }]);
  expect(blocks.find(({ kind }) => kind === 'table')).toMatchObject({ rows: [['Send a post.', '5', '1', '0', '0']] });
  expect(JSON.stringify(blocks)).toContain('2 people past the day');
  expect(JSON.stringify(blocks)).toContain('Counted is each time.');
});
