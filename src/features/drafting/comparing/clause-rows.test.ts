// Two policies clause by clause: the same, changed, new, gone, and others that say much the same.
import { expect, it } from 'vitest';
import { loadModelPolicy, type Clause, type PolicyDocument } from '#features/policy/index.ts';
import { clauseRows } from './clause-rows.ts';

const clause = (id: string, text: string, under = 'Posting'): Clause => ({
  id,
  number: id.slice(3),
  under,
  title: text,
  text,
  binds: ['staff'],
  force: 'must',
  'rests-on': ['posts.take-down'],
});
const policyOf = (...clauses: Clause[]): PolicyDocument => ({
  id: 'ours',
  title: 'Ours',
  school: 'Ours',
  clauses,
  settings: {},
});

it('puts each clause beside what it was, and what is gone where it stood', () => {
  const before = policyOf(clause('OS-01', 'Apples.'), clause('OS-02', 'Bicycles.'), clause('OS-03', 'Candles.'));
  const after = policyOf(clause('OS-01', 'Apples.'), clause('OS-03', 'Candles at night.'), clause('OS-04', 'Drums.'));
  expect(
    clauseRows(before, after).map(({ is, before: was, after: now, parts }) => [is, was?.id, now?.id, parts]),
  ).toEqual([
    ['same', 'OS-01', 'OS-01', []],
    ['removed', 'OS-02', undefined, []],
    ['changed', 'OS-03', 'OS-03', ['text', 'title']],
    ['added', undefined, 'OS-04', []],
  ]);
});

it('finds clauses of another policy that say much the same', async () => {
  const [one, other] = await Promise.all([loadModelPolicy('grappenhall-heys'), loadModelPolicy('st-josephs')]);
  const rows = clauseRows(one, other);
  const like = rows.filter(({ is }) => is === 'like');
  expect(like.length).toBeGreaterThan(20);
  expect(new Set(like.map(({ before }) => before!.id)).size).toBe(like.length);
  expect(rows.flatMap(({ before }) => before?.id ?? []).sort()).toEqual(one.clauses.map(({ id }) => id).sort());
  expect(rows.flatMap(({ after }) => after?.id ?? [])).toEqual(other.clauses.map(({ id }) => id));
});
