import { describe, expect, test } from 'vitest';
import { fieldsOf } from './form-fields.ts';

const form = (...pairs: [string, string][]) => {
  const data = new FormData();
  for (const [name, value] of pairs) data.append(name, value);
  return data;
};

describe('a form becomes an input', () => {
  test('text, ticks, numbers and lists', () => {
    const data = form(
      ['words', 'One\r\ntwo'],
      ['urgent:boolean', 'on'],
      ['needs:number', '2'],
      ['roles[]', 'dsl'],
      ['roles[]', 'slt'],
    );
    expect(fieldsOf(data)).toEqual({ words: 'One\ntwo', urgent: true, needs: 2, roles: ['dsl', 'slt'] });
  });
  test('lines of a table, spare ones dropped', () => {
    const data = form(
      ['terms.0.name', 'Autumn'],
      ['terms.0.starts', '2026-09-01'],
      ['terms.1.name', ''],
      ['terms.1.starts', ' '],
    );
    expect(fieldsOf(data)).toEqual({ terms: [{ name: 'Autumn', starts: '2026-09-01' }] });
  });
  test('an optional field left empty is not there', () => {
    expect(fieldsOf(form(['wantedAt:optional', ' ']))).toEqual({});
  });
  test('a name that is no name, or reaches for the prototype, does nothing', () => {
    expect(fieldsOf(form(['__proto__.x', '1'], ['a.__proto__', '1'], ['', '1']))).toEqual({ a: {} });
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});
