// Evidence on paper can be read by ear: its headings, its tables and what is missing, in their order.
import { expect, it } from 'vitest';
import { evidenceOnPaper, type Handed } from '#features/evidence/evidence-file.ts';
import { NOTHING } from '#features/evidence/tally.ts';
import { printedPdf } from '#surfaces/pdf/printed-pdf.ts';
import { headingsOf, readingFaults, readOut, readPdf, solid } from '#surfaces/pdf/read-pdf.fixture.ts';

const clause = (n: number): Handed['clauses'][number] => {
  const tally = { ...NOTHING, done: n, last: '2026-11-19T10:00:00Z' };
  const action = { name: 'posts.submit', summary: 'Send a post.', tally };
  return {
    id: `AB-0${n}`, number: `${n}`, under: n < 3 ? 'What holds' : 'Who answers', title: `Clause ${n}`,
    text: 'Nobody publishes alone.', state: 'working', entries: n, tally, named: NOTHING, overdue: [], elsewhere: [],
    gaps: ['Not yet: the key is kept.'],
    controls: [
      { id: 'posts.reader', promise: 'A second person reads.', cannot: null, kind: 'enforced', isReal: true, counts: null, actions: [action], tally },
    ],
  }; // prettier-ignore
};

it('is tagged, in its language, with a bookmark a heading, and read in the order in which it is printed', async () => {
  const paper = evidenceOnPaper({
    school: 'Millrace Primary School',
    title: 'Social media policy',
    version: { n: 3, sha256: 'abcdef0123456789' },
    period: { since: '2026-08-01', until: '2026-11-20' },
    madeAt: '2026-11-20T10:00:00Z',
    clauses: [1, 2, 3, 4].map(clause),
  });
  const pdf = await readPdf(await printedPdf(paper));
  expect(readingFaults(pdf)).toEqual([]);
  expect(headingsOf(pdf).map(({ level, words }) => `${level} ${words}`)).toEqual([
    '1 Evidence: Social media policy',
    '2 What holds',
    '3 1 Clause 1',
    '3 2 Clause 2',
    '2 Who answers',
    '3 3 Clause 3',
    '3 4 Clause 4',
  ]);
  expect(readOut(pdf)).toContain(
    solid('What happened under clause 2 What Done Stopped Refused Not theirs Send a post. 2'),
  );
});
