import { describe, expect, it } from 'vitest';
import { cleanCell } from './clean-cell.ts';

describe('a cell', () => {
  it.each([
    ['  Amelia  ', 'Amelia', false],
    ['Mary\u00a0\tAnn', 'Mary Ann', false],
    ['Siân', 'Siân', false],
    ['O\u200bliver', 'Oliver', true],
    ['\u202eevilO\u202c', 'evilO', true],
    ['No\u00adah', 'Noah', true],
    ['\ufeffAva', 'Ava', true],
    ["=cmd|' /C notepad'!'A1'", "=cmd|' /C notepad'!'A1'", false],
    ['@SUM(1+9)', '@SUM(1+9)', false],
    ['علی\u200cرضا', 'علی\u200cرضا', false],
    ['A\u200cB', 'AB', true],
    ['<script>alert(1)</script>', '<script>alert(1)</script>', false],
  ])('%j is kept as %j (invisible characters taken out: %s)', (raw, text, hidden) => {
    expect(cleanCell(raw)).toEqual({ ok: true, text, hidden });
  });

  it.each([
    ['No\0ah', 'U+0000'],
    ['No\u0007ah', 'U+0007'],
    ['No\u0081ah', 'U+0081'],
    ['Noah\nSmith', 'line break'],
    ['Si\ufffdn', 'lost'],
    ['A\ud800', 'lost'],
    ['#REF!', 'spreadsheet fault'],
  ])('%j is refused: %s', (raw, message) => {
    const cell = cleanCell(raw);
    expect(!cell.ok && cell.message).toContain(message);
  });
});
