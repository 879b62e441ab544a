// Text pasted from Word or a PDF: headings, numbers, bullets, pages broken in the middle of a sentence; and nonsense.
import { describe, expect, it } from 'vitest';
import { readMarkdown } from './read-markdown.ts';
import { readText, type ReadText } from './read-text.ts';

const WORD = `Social Media Policy

1. Introduction

1.1 This policy applies to all staff, governors and volunteers of the school.
1.2 The headteacher is responsible for
the school’s use of social media.

2. Using our accounts

2.1 Staff must not post a pupil’s full name.
2.2 Staff must not:
• use their own accounts for school business
• share passwords with anybody
2.3 Parents should raise a concern with the school first.
`;

const clausesIn = (read: ReadText) => (read.ok ? read.clauses : []);

describe('text from a word processor', () => {
  it('becomes headings and clauses, with their numbers', () => {
    const read = readText(WORD);
    expect(read).toMatchObject({ ok: true, title: 'Social Media Policy' });
    expect(clausesIn(read).map(({ number, under }) => [number, under])).toEqual([
      ['1.1', 'Introduction'],
      ['1.2', 'Introduction'],
      ['2.1', 'Using our accounts'],
      ['2.2.1', 'Using our accounts'],
      ['2.2.2', 'Using our accounts'],
      ['2.3', 'Using our accounts'],
    ]);
  });
  it('joins a sentence that the page has broken', () => {
    expect(clausesIn(readText(WORD))[1]?.text).toBe(
      'The headteacher is responsible for the school’s use of social media.',
    );
  });
  it('says what introduces a list before each of its items', () => {
    expect(clausesIn(readText(WORD)).map(({ text }) => text)).toContain(
      'Staff must not: use their own accounts for school business',
    );
  });
  it('hears how strongly a clause speaks and whom it binds', () => {
    const [first, , third] = clausesIn(readText(WORD));
    expect(first).toMatchObject({ force: 'fact', binds: ['staff', 'governors', 'volunteers'] });
    expect(third).toMatchObject({ force: 'must-not', binds: ['staff', 'pupils'] });
  });
});

describe('text from a PDF', () => {
  it('leaves out running heads and page numbers, and goes on across pages', () => {
    const page = (n: number, text: string) => `Millrace Primary School: Social Media\n${text}\nPage ${n} of 3\n`;
    const text =
      page(
        1,
        'RESPONSIBILITIES\nThe governing body approves this policy every year and looks at how it has been put into',
      ) +
      page(2, 'practice since the last review. It is shared with staff.\nGovernors must not post in the name of') +
      page(3, 'the school without being asked to.');
    expect(clausesIn(readText(text)).map((clause) => clause.text)).toEqual([
      'The governing body approves this policy every year and looks at how it has been put into practice since the last review. It is shared with staff.',
      'Governors must not post in the name of the school without being asked to.',
    ]);
  });
  it('keeps what it does not understand as text', () => {
    const odd = `${WORD}\n\nsee also appendix iv, which the office holds in the blue folder and is not part of this`;
    expect(clausesIn(readText(odd)).at(-1)?.text).toContain('see also appendix iv');
  });
  it('cuts what is longer than a clause may be between sentences, and loses no word', () => {
    const long = Array.from(
      { length: 120 },
      (_, n) => `Sentence ${n} says that the staff of the school must read it.`,
    ).join(' ');
    const clauses = clausesIn(readText(`Conduct\n\n${long}`));
    expect(clauses.length).toBeGreaterThan(2);
    expect(clauses.every(({ text }) => text.length <= 2000)).toBe(true);
    expect(clauses.map(({ text }) => text).join(' ')).toBe(long);
    expect(new Set(clauses.map(({ number }) => number)).size).toBe(clauses.length);
  });
});

describe('nonsense', () => {
  it.each([
    ['the inside of a PDF', '%PDF-1.7\n%âãÏÓ\n1 0 obj << /Type /Catalog >> endobj stream xœ endstream'],
    ['letters that did not survive copying', '˜Ž ’œ Š ™˜•’Œ¢ ˜ ‘Ž œŒ‘˜˜• '.repeat(40)],
    ['words of no language', 'xqz brt kkw plmn qrst vwx zzt bnm '.repeat(30)],
    ['two words', 'Social media'],
    ['signs only', '=+=+=+ 123 456 /// *** '.repeat(30)],
  ])('refuses %s, and says what to do instead', (_, text) => {
    const read = readText(text);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.remedy.length).toBeGreaterThan(20);
  });
});

describe('text that is meant to keep the machine busy', () => {
  const sentence = 'this is what the staff of the school will do for the children and for their parents';
  it('is read in one pass, however long a paragraph grows', () => {
    const lines = Array.from({ length: 20_000 }, (_, n) => `${sentence} ${n}`);
    const read = readText(lines.join('\n'));
    expect(
      clausesIn(read)
        .map(({ text }) => text)
        .join(' '),
    ).toContain(`${sentence} 19999`);
  });
  it('does not say a whole paragraph before each item of a list', () => {
    const lead = `Staff of the school must know ${'that the policy is for all of them and '.repeat(50)}that:`;
    const clauses = clausesIn(readText(`${lead}\n• it is read by all\n• it is kept by all\n`));
    expect(clauses.map(({ text }) => text)).toEqual(expect.arrayContaining(['it is read by all', 'it is kept by all']));
  });
  it('is refused where it has more paragraphs than a school can write clauses', () => {
    const items = Array.from({ length: 10_001 }, (_, n) => `- the staff of the school must do this ${n}.`);
    expect(readText(items.join('\n'))).toMatchObject({ ok: false, message: expect.stringContaining('10,001') });
  });
  it('is Markdown with a line of blanks, of digits or of backquotes', () => {
    const blanks = ' '.repeat(400_000);
    const digits = '1'.repeat(400_000);
    const marks = '`'.repeat(400_000);
    const text = `## Rules\n\n### 1 Names\n\nNo names.\n\n# ${blanks}\n### ${digits}\n\n## What it settles\n\n### Asks\n\n- Setting: x\n- Answer: ${marks}x`;
    expect(readMarkdown(text)).toMatchObject({ ok: false, message: expect.stringContaining('cannot be read') });
  });
});
