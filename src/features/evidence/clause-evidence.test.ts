// What counts for a clause: each entry once, under the version of its day, and never more than there is.
import { describe, expect, it } from 'vitest';
import type { Control } from '#kernel/control.ts';
import { countedBy, evidenceOf, type Ground } from './clause-evidence.ts';
import { sourcesOf } from './sources.ts';
import type { Count } from './tally.ts';

const control = (id: string): Control => ({ id, kind: 'enforced', promise: `${id} is kept.`, settings: [] });
const byId = (...ids: string[]) => new Map(ids.map((id) => [id, control(id)]));
const write = (name: string, ...controls: string[]) => ({ name, kind: 'write' as const, controls });

const built = byId('posts.reader', 'posts.history', 'posts.guide');
const sources = sourcesOf(built, [
  write('posts.submit', 'posts.reader', 'posts.history'),
  write('posts.approve', 'posts.reader'),
  { name: 'posts.readGuide', kind: 'read', controls: ['posts.guide'] },
]);

const RESTS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  v1: { 'AB-01': ['posts.history'] },
  v2: { 'AB-01': ['posts.reader', 'posts.history'], 'AB-02': ['vault.store'], 'AB-03': ['posts.guide'] },
};
const ground: Ground = {
  built,
  planned: byId('vault.store'),
  sources,
  restsOn: (version, id) => RESTS[version]?.[id],
};

const count = (action: string, n: number, more: Partial<Count> = {}): Count => ({
  clause: '',
  action,
  outcome: 'done',
  version: 'v2',
  n,
  lastAt: '2026-11-01T10:00:00Z',
  ...more,
});
const of = (id: string, counts: Count[]) =>
  evidenceOf({ id, 'rests-on': RESTS['v2']![id]! }, countedBy(counts), ground);

describe('a clause', () => {
  it('counts an entry once, though it serves two of its controls and names it as well', () => {
    const found = of('AB-01', [count('posts.submit', 5), count('posts.submit', 2, { clause: 'AB-01' })]);
    expect(found).toMatchObject({ state: 'working', tally: { done: 5 }, named: { done: 2 }, elsewhere: [] });
    expect(found.controls.map(({ tally }) => tally.done)).toEqual([5, 5]);
  });

  it('counts what names it from elsewhere too', () => {
    const found = of('AB-01', [
      count('posts.submit', 1),
      count('accounts.close', 3, { clause: 'AB-01', outcome: 'refused-by-policy', lastAt: '2026-11-09T10:00:00Z' }),
      count('accounts.close', 9),
    ]);
    expect(found.tally).toMatchObject({ done: 1, refused: 3, last: '2026-11-09T10:00:00Z' });
    expect(found.elsewhere).toMatchObject([{ name: 'accounts.close', tally: { refused: 3 } }]);
  });

  it('counts as it stood in the version of that day, and nothing of versions that had it not', () => {
    const found = of('AB-01', [
      count('posts.approve', 4, { version: 'v1' }),
      count('posts.submit', 1, { version: 'v1' }),
      count('posts.submit', 7, { version: 'of-another-policy' }),
    ]);
    expect(found.tally.done).toBe(1);
  });

  it('is not yet, works with nothing yet, or works: and never looks better than it is', () => {
    expect(of('AB-02', [count('vault.open', 5)])).toMatchObject({
      state: 'not-yet',
      tally: { done: 0 },
      gaps: ['Not yet: vault.store is kept.'],
    });
    const shown = of('AB-03', [count('posts.readGuide', 5)]);
    expect(shown).toMatchObject({ state: 'quiet', gaps: [] });
    expect(shown.controls[0]!.counts).toContain('looking is not written down');
    expect(of('AB-01', [])).toMatchObject({
      state: 'quiet',
      gaps: [expect.stringContaining('Nothing has happened'), expect.anything()],
    });
  });

  it('is found among two thousand in a hundred versions', () => {
    const ids = Array.from({ length: 2_000 }, (_, i) => `AB-${i + 1}`);
    const rests = new Map(ids.map((id) => [id, ['posts.reader']]));
    const counts = Array.from({ length: 100 }, (_, i) => count('posts.submit', 1, { version: `v${i}` }));
    const counted = countedBy(counts);
    const many: Ground = { ...ground, restsOn: (_, id) => rests.get(id) };
    const found = ids.map((id) => evidenceOf({ id, 'rests-on': ['posts.reader'] }, counted, many));
    expect(found.every(({ tally }) => tally.done === 100)).toBe(true);
  });
});
