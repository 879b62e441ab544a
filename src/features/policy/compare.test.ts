// The difference between two policies: what was added, removed or reworded, and what became stricter or looser.
import { describe, expect, it } from 'vitest';
import { comparePolicies, countsOf } from './compare.ts';
import { differenceAsText } from './difference-as-text.ts';
import type { Clause, PolicyDocument } from './document.ts';
import { loadModelPolicy } from './model-policies.ts';

const clause = (id: string, text: string): Clause => ({
  id,
  number: id,
  under: 'Posting',
  title: 'Title',
  text,
  binds: ['staff'],
  force: 'must',
  'rests-on': ['posts.take-down'],
});
const base: PolicyDocument = {
  id: 'ours',
  title: 'Ours',
  school: 'Ours',
  clauses: [clause('OS-01', 'One.'), clause('OS-02', 'Two.')],
  settings: { 'approval.secondReader': { is: 'advised', by: ['OS-01'] } },
};

describe('comparing two policies', () => {
  it('finds nothing between a policy and itself', () => {
    expect(comparePolicies(base, base)).toEqual({ added: [], removed: [], changed: [], settings: [] });
    expect(differenceAsText(comparePolicies(base, base))).toBe('The two policies say the same.');
  });
  it('tells added, removed and reworded clauses', () => {
    const after = { ...base, clauses: [clause('OS-01', 'One, reworded.'), clause('OS-03', 'Three.')] };
    const difference = comparePolicies(base, after);
    expect(difference.added.map(({ id }) => id)).toEqual(['OS-03']);
    expect(difference.removed.map(({ id }) => id)).toEqual(['OS-02']);
    expect(difference.changed.map(({ id, parts }) => [id, parts])).toEqual([['OS-01', ['text']]]);
  });
  it('tells stricter from looser, and counts silence as Gatepost’s default', () => {
    const required = { ...base, settings: { 'approval.secondReader': { is: 'required', by: ['OS-01'] } } };
    expect(comparePolicies(base, required).settings).toMatchObject([
      { id: 'approval.secondReader', change: 'stricter' },
    ]);
    expect(comparePolicies(required, base).settings).toMatchObject([{ change: 'looser' }]);
    expect(comparePolicies({ ...base, settings: {} }, base).settings).toMatchObject([
      { before: 'required', change: 'looser' },
    ]);
    expect(comparePolicies({ ...base, settings: {} }, required).settings).toMatchObject([{ change: 'said' }]);
    expect(comparePolicies(required, { ...base, settings: {} }).settings).toMatchObject([{ change: 'unsaid' }]);
  });
  it('counts what is the same, and only said, apart from what differs', () => {
    const required = { ...base, settings: { 'approval.secondReader': { is: 'required', by: ['OS-01'] } } };
    const silent = { ...base, settings: {} };
    expect(countsOf(comparePolicies(base, required))).toMatchObject({ settings: 1, onlySaid: 0 });
    expect(countsOf(comparePolicies(silent, required))).toMatchObject({ settings: 0, onlySaid: 1 });
    expect(differenceAsText(comparePolicies(silent, required))).toContain('1 settings are the same');
  });
  it('compares each place for which one of them speaks', () => {
    const given = { is: 'advised', by: ['OS-01'], overrides: [{ platform: 'x', is: 'off', by: ['OS-01'] }] };
    const after = { ...base, settings: { 'approval.secondReader': given } };
    expect(comparePolicies(base, after).settings).toMatchObject([
      { place: { platform: 'x' }, before: 'advised', after: 'off', change: 'looser' },
    ]);
  });
  it('tells two real policies apart in words', async () => {
    const [heys, nicholas] = await Promise.all([loadModelPolicy('grappenhall-heys'), loadModelPolicy('st-nicholas')]);
    const text = differenceAsText(comparePolicies(heys, nicholas));
    expect(text).toContain('172 added');
    expect(text).toContain('98 removed');
    expect(text).toContain(
      'personalUse.atWork (stricter): May staff use social media privately at work? Staff may, to a reasonable extent. → Staff may in their breaks.',
    );
  });
});
