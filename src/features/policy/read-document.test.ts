// A policy file with a fault is refused with the file, the line, the key and what to do.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemLine } from './document-problem.ts';
import { readDocument } from './read-document.ts';

const controls = new Set(['posts.second-reader', 'posts.take-down']);
const good = `id: our-school
title: Social media policy
school: Our School
clauses:
  - id: OS-01
    number: '1.1'
    under: Posting
    title: A second reader
    text: Somebody else reads a post first.
    binds: [staff]
    force: must
    rests-on: [posts.second-reader]
  - id: OS-02
    number: '1.2'
    under: Posting
    title: Taking down
    text: A post can be taken down.
    binds: [staff]
    force: may
    rests-on: [posts.take-down]
settings:
  approval.secondReader: { is: required, by: [OS-01] }
  vault.minStrength: { is: 3, by: [OS-01] }
choices:
  - tension: example
    question: Which one?
    options: [This one., That one.]
    chosen: This one.
    because: It is better.
    clauses: [OS-01]
`;
const problems = (text: string): string[] => {
  const read = readDocument(text, 'ours.yaml', controls);
  return read.ok ? [] : read.problems.map(problemLine);
};
const changed = (from: string, to: string): string[] => {
  expect(good).toContain(from);
  return problems(good.replace(from, to));
};

describe('reading a policy file', () => {
  it('takes a good one', () => expect(problems(good)).toEqual([]));

  it.each([
    [
      'an unknown control',
      'rests-on: [posts.take-down]',
      'rests-on: [posts.takedown]',
      20,
      'clauses.1.rests-on.0',
      'Did you mean posts.take-down?',
    ],
    ['no control', 'rests-on: [posts.take-down]', 'rests-on: []', 20, 'clauses.1.rests-on', 'At least 1'],
    [
      'a missing list of controls',
      '    rests-on: [posts.take-down]\n',
      '',
      13,
      'clauses.1.rests-on',
      'This is missing',
    ],
    ['a wrong type', 'binds: [staff]', 'binds: staff', 10, 'clauses.0.binds', 'a list'],
    ['a word that is not a force', 'force: may', 'force: might', 19, 'clauses.1.force', 'should-not, may'],
    ['a clause id used twice', 'id: OS-02', 'id: OS-01', 13, 'clauses.1.id', 'entry 1 of clauses'],
    ['a number used twice', "number: '1.2'", "number: '1.1'", 14, 'clauses.1.number', 'used twice'],
    [
      'an unknown setting',
      'approval.secondReader:',
      'approval.secondReadr:',
      22,
      'settings.approval.secondReadr',
      'Did you mean approval.secondReader?',
    ],
    [
      'an impossible answer',
      'is: required',
      'is: sometimes',
      22,
      'settings.approval.secondReader.is',
      'required. Write one of: off, advised, required',
    ],
    ['an answer of the wrong type', 'is: 3', 'is: strong', 23, 'settings.vault.minStrength.is', 'How strong'],
    ['an answer out of bounds', 'is: 3', 'is: 9', 23, 'settings.vault.minStrength.is', 'At most 4'],
    [
      'a clause that is not there',
      'is: required, by: [OS-01]',
      'is: required, by: [OS-09]',
      22,
      'settings.approval.secondReader.by.0',
      'OS-0',
    ],
    ['a choice not offered', 'chosen: This one.', 'chosen: Another.', 28, 'choices.0.chosen', 'word for word'],
    ['a key nobody knows', 'title: Social media policy', 'titel: Social media policy', 2, 'titel', 'Nothing is called'],
  ])('refuses %s', (_, from, to, line, key, remedy) => {
    const [first] = changed(from, to).filter((problem) => problem.includes(` ${key}:`));
    expect(first).toMatch(new RegExp(`^ours\\.yaml:${line}:\\d+ `));
    expect(first).toContain(remedy);
  });

  it('refuses the same key twice and names the line', () => {
    expect(changed('  vault.minStrength:', '  approval.secondReader:')[0]).toMatch(/^ours\.yaml:23:3 .*unique/);
  });
  it('refuses what is not YAML and names the line', () => {
    expect(changed('binds: [staff]', 'binds: [staff')[0]).toMatch(/^ours\.yaml:1\d:\d+ This cannot be read as YAML/);
  });
  it('refuses an override that says nowhere', () => {
    const found = changed('is: 3, by: [OS-01]', 'is: 3, by: [OS-01], overrides: [{ is: 4, by: [OS-01] }]');
    expect(found[0]).toContain('Name an account, a platform or a category.');
  });
  it.each([[''], ['[]'], ['hello'], ['null'], ['? a'], ['&a [*a]'], ['\u0000'], ['a: &a [x]\nb: *b']])(
    'refuses %j without falling over',
    (text) => expect(problems(text).length).toBeGreaterThan(0),
  );
  it('refuses a file made to grow without bound', () => {
    const levels = [...Array(12).keys()].map((n) => `l${n + 1}: &l${n + 1} [${`*l${n},`.repeat(9)}]`);
    expect(problems(`l0: &l0 [x]\n${levels.join('\n')}`)[0]).toContain('aliases');
  });
  it('looks at each of very many keys once', () => {
    const keys = Array.from({ length: 100_000 }, (_, n) => `k${n}: 1`).join('\n');
    expect(problems(keys).length).toBeLessThan(2_000);
  });
  it('reads a file from Windows, with its mark at the start and its line ends', () => {
    expect(problems(`\uFEFF${good.replaceAll('\n', '\r\n')}`)).toEqual([]);
  });
  it('never falls over, whatever stands in the file', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => problems(text).length > 0));
    const cut = fc.tuple(fc.nat(good.length), fc.nat(40), fc.string({ maxLength: 8 }));
    fc.assert(
      fc.property(cut, ([from, length, put]) => {
        const found = problems(good.slice(0, from) + put + good.slice(from + length));
        return found.every((problem) => /^ours\.yaml:\d+:\d+ /.test(problem));
      }),
      { numRuns: 300 },
    );
  });
  it('refuses a file far too long for a policy', () => {
    expect(problems('#'.repeat(2_000_001))[0]).toContain('far too long');
  });
});
