// A policy in parts, and the questions made from it: held against every model policy.
import { describe, expect, it } from 'vitest';
import { loadModelPolicy, modelPolicyNames } from '#features/policy/index.ts';
import { askingOf } from './groups.ts';
import { partsOf } from './parts.ts';
import { questionsOf, wrongOf } from './quiz.ts';

describe.each(modelPolicyNames)('the policy %s', (name) => {
  it('is cut into parts that hold every clause once, in its order', async () => {
    const document = await loadModelPolicy(name);
    const parts = partsOf(document);
    expect(parts.flatMap(({ clauses }) => clauses)).toEqual(document.clauses);
    expect(parts.every(({ clauses }) => clauses.length > 0)).toBe(true);
    expect(parts.length).toBeGreaterThan(1);
  });

  it('gives five questions with a clause each, of which one answer is right', async () => {
    const [document, starter] = await Promise.all([loadModelPolicy(name), loadModelPolicy('starter')]);
    const questions = questionsOf(document, starter);
    expect(questions).toHaveLength(5);
    for (const { options, right, clauses } of questions) {
      expect(options.filter(({ value }) => value === right)).toHaveLength(1);
      expect(clauses.length).toBeGreaterThan(0);
    }
    const answers = Object.fromEntries(questions.map(({ settingId, right }) => [settingId, right]));
    expect(wrongOf(questions, answers)).toEqual([]);
    const [wrong, ...rest] = questions;
    expect(wrongOf(questions, { ...answers, [wrong!.settingId]: 'nonsense' })).toEqual([wrong]);
    expect(wrongOf(questions, {})).toEqual([wrong, ...rest]);
  });
});

it('cuts a policy of two thousand clauses, one of them longer than a part', async () => {
  const document = await loadModelPolicy('starter');
  const [clause] = document.clauses;
  const clauses = Array.from({ length: 2000 }, (_, n) => ({
    ...clause!,
    id: `XX-${n}`,
    under: `Chapter ${Math.floor(n / 50)}`,
    text: n === 7 ? 'x'.repeat(9000) : clause!.text,
  }));
  const parts = partsOf({ ...document, clauses });
  expect(parts.flatMap((part) => part.clauses)).toHaveLength(2000);
});

it('asks whom the policy names in its own way, and everybody else whom it binds to read it', () => {
  const { groups, kindFor } = askingOf(['runners'], ['staff', 'volunteer', 'external-runner'], 'signature');
  expect(groups).toEqual(['staff', 'teaching', 'support', 'volunteer', 'runner']);
  expect(kindFor(['volunteer'])).toBe('read');
  expect(kindFor(['staff', 'runner'])).toBe('signature');
});

it('asks of staff those whom the policy names: all of it, or one kind', () => {
  const all = askingOf(['staff'], [], 'signature');
  expect([['staff'], ['staff', 'teaching'], ['staff', 'support']].map(all.kindFor)).toEqual(Array(3).fill('signature'));
  const some = askingOf(['teaching', 'supply', 'volunteers', 'contractors'], ['support'], 'signature');
  expect(some.groups).toEqual(['teaching', 'support', 'supply', 'volunteer', 'contractor']);
  expect([['teaching'], ['supply'], ['support']].map(some.kindFor)).toEqual(['signature', 'signature', 'read']);
});
