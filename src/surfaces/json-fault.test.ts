// The place of a fault in JSON, held against JSON.parse.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonFault } from './json-fault.ts';

const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('jsonFault', () => {
  it.each([
    ['', 1, 1],
    ['{"a": x}', 1, 7],
    ['{"a":1,}', 1, 8],
    ['{"a"', 1, 5],
    ['[1 2]', 1, 4],
    ['{\n "a": 01\n}', 2, 8],
    ['{"a":"\n"}', 1, 6],
    ['{} {}', 1, 4],
    ['[}', 1, 2],
  ])('%j', (text, line, column) => expect(jsonFault(text)).toEqual({ line, column }));

  it('finds none in what JSON.parse takes', () => {
    fc.assert(fc.property(fc.json(), (text) => jsonFault(text) === null));
  });

  it('finds one in what JSON.parse refuses, and only there', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '1',
      '-',
      'true',
      ' ',
      '\n',
      '"',
      '\\',
      'e5',
      '.',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        return (jsonFault(text) === null) === parses(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('is not troubled by a long or a deep text', () => {
    expect(jsonFault(`"${'a\\n'.repeat(300_000)}" x`)).toEqual({ line: 1, column: 900_004 });
    expect(jsonFault('['.repeat(300_000))).toEqual({ line: 1, column: 300_001 });
  });
});
