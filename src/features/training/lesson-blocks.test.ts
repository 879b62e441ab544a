// The plain text of a page, read.
import { expect, it } from 'vitest';
import { lessonBlocks } from './lesson-blocks.ts';

const plain = (text: string) => ({ text, strong: false, href: '' });

it('reads headings, paragraphs and lists', () => {
  expect(lessonBlocks('## One\nTwo\nthree\n- four\n- five\n\nsix')).toEqual([
    { kind: 'heading', lines: [[plain('One')]] },
    { kind: 'paragraph', lines: [[plain('Two three')]] },
    { kind: 'list', lines: [[plain('four')], [plain('five')]] },
    { kind: 'paragraph', lines: [[plain('six')]] },
  ]);
});

it('makes links of https addresses only, and leaves markup as the words that it is', () => {
  const [block] = lessonBlocks('See [it](https://example.org/a) and [that](javascript:alert(1)) <b>**now**</b>');
  expect(block?.lines[0]).toEqual([
    plain('See '),
    { text: 'it', strong: false, href: 'https://example.org/a' },
    plain(' and [that](javascript:alert(1)) <b>'),
    { text: 'now', strong: true, href: '' },
    plain('</b>'),
  ]);
});

it('has nothing to draw of nothing', () => {
  expect(lessonBlocks('  \n\n  ')).toEqual([]);
});
