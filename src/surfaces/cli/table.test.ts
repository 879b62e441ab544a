// Answers in words for people.
import { expect, it } from 'vitest';
import { plainText } from './table.ts';

it('writes facts as lines and lists of facts as tables', () => {
  const answer = {
    sentBack: true,
    note: null,
    tags: [],
    by: { name: 'Asha', roles: ['head', 'DSL'] },
    posts: [
      { id: 'p1', words: 'Hello\nthere' },
      { id: 'p20', due: 3 },
    ],
  };
  expect(plainText(answer, null)).toBe(
    [
      'sent back: yes',
      'note: –',
      'tags: –',
      'by:',
      '  name: Asha',
      '  roles: head, DSL',
      'posts:',
      '  id   words        due',
      '  p1   Hello there  –',
      '  p20  –            3',
    ].join('\n'),
  );
});

it('cuts a table, not its meaning, to the width of the screen', () => {
  expect(plainText([{ words: 'x'.repeat(50) }], 10)).toBe(`words\n${'x'.repeat(9)}…`);
});

it('lets nobody’s words steer the terminal', () => {
  expect(plainText({ words: 'a\u001b[2Jb\u009b\u202ec' }, null)).toBe('words: a\ufffd[2Jb\ufffd\ufffdc');
});
