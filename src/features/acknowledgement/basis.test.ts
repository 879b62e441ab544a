// Which version asks, and which confirmations count for it.
import { describe, expect, it } from 'vitest';
import { askedSince, basesOf, basisOn, type KnownVersion } from './basis.ts';

const version = (n: number, effective_on: string, material = true): KnownVersion => ({
  id: `v${n}`,
  n,
  effective_on,
  sha256: `sha${n}`,
  material,
  put_at: '2026-09-01T08:00:00Z',
  reason: '',
});
const first = version(1, '2026-09-01');
const typo = version(2, '2026-10-01', false);
const rewritten = version(3, '2026-11-23');

describe('which version asks', () => {
  it('counts what was confirmed before a correction, never what was confirmed before a material change', () => {
    const corrected = basisOn([first, typo], '2026-11-20', '2026-11-20');
    expect(corrected).toMatchObject({ version: typo, since: first, counting: [first, typo], isAhead: false });
    const changed = basisOn([first, typo, rewritten], '2026-11-23', '2026-11-23');
    expect(changed).toMatchObject({ version: rewritten, since: rewritten, counting: [rewritten] });
  });

  it('asks for the one in force and, ahead of its day, for the next material one', () => {
    const bases = basesOf([first, typo, rewritten, version(4, '2026-11-24', false)], '2026-11-20');
    expect(bases.map(({ version: { n }, isAhead }) => [n, isAhead])).toEqual([
      [2, false],
      [3, true],
    ]);
  });

  it('asks nothing before there is a version, and at once where the first version says it is no change', () => {
    expect(basesOf([], '2026-11-20')).toEqual([]);
    expect(basisOn([typo], '2026-11-20', '2026-11-20')).toMatchObject({ since: typo });
  });

  it('asks from the first of September again where the policy asks each school year, and counts from there', () => {
    const basis = basisOn([first, typo], '2027-10-01', '2027-10-01')!;
    expect(askedSince(basis, null)).toEqual({ since: '2026-09-01', countsFrom: null });
    expect(askedSince(basis, '2026-09-01')).toEqual({ since: '2026-09-01', countsFrom: null });
    expect(askedSince(basis, '2027-09-01')).toEqual({ since: '2027-09-01', countsFrom: '2027-09-01' });
    const ahead = basisOn([first, rewritten], '2026-11-23', '2026-11-20')!;
    expect(askedSince(ahead, '2026-09-01')).toEqual({ since: '2026-11-23', countsFrom: null });
  });
});
