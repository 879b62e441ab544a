// How well the rules do on a table of invented posts: precision and recall for each rule, printed and held to a floor.
import { beforeAll, describe, expect, it } from 'vitest';
import type { PolicyInForce } from '#kernel/policy.ts';
import type { RuleName } from '../finding.ts';
import { benign } from './benign.ts';
import { check, modelPolicy } from './school.ts';
import { unfit } from './unfit.ts';

let policy: PolicyInForce;
beforeAll(async () => {
  policy = await modelPolicy('starter');
});

describe('posts as schools write them', () => {
  it.each(benign)('lets through: %s', (text) => {
    const { findings } = check(text, policy);
    expect(findings.filter(({ severity }) => severity !== 'warn')).toEqual([]);
  });
});

describe('posts that should not go out as they are', () => {
  it.each(unfit)('$rule: $text', ({ rule, text }) => {
    const found = check(text, policy).findings.filter((finding) => finding.rule === rule);
    expect(found).not.toEqual([]);
    for (const { start, end, excerpt } of found) expect(text.slice(start, end)).toBe(excerpt);
  });

  it('finds little else in them, and little in the others', () => {
    const figures = new Map<RuleName, { right: number; wrong: number; of: number }>();
    const figure = (rule: RuleName) => figures.getOrInsert(rule, { right: 0, wrong: 0, of: 0 });
    for (const { rule, text } of [...unfit, ...benign.map((words) => ({ rule: null, text: words }))]) {
      if (rule !== null) figure(rule).of += 1;
      for (const found of new Set(check(text, policy).findings.map((finding) => finding.rule))) {
        if (found === rule) figure(found).right += 1;
        else if (rule === null) figure(found).wrong += 1;
      }
    }
    for (const [rule, { right, wrong, of }] of figures) {
      if (of === 0) continue;
      expect(right / of, `recall of ${rule}`).toBeGreaterThanOrEqual(0.95);
      expect(right / (right + wrong), `precision of ${rule}`).toBeGreaterThanOrEqual(0.85);
    }
    expect(benign.length).toBeGreaterThanOrEqual(150);
    expect(unfit.length).toBeGreaterThanOrEqual(150);
  });
});
