// Which clauses of the trust hold at a school, and for what.
import { expect, it } from 'vitest';
import type { PolicyDocument } from '#features/policy/index.ts';
import { spokenIn, trustClauses } from './trust-clauses.ts';

const clause = (id: string, ...controls: string[]) => ({ id, under: 'Posts', 'rests-on': controls });
const policy = (clauses: object[], settings: object) => ({ clauses, settings }) as unknown as PolicyDocument;

const own = policy([clause('AB-01', 'posts.reader')], { 'approval.secondReader': { is: 'required', by: ['AB-01'] } });
const behind = policy(
  [
    clause('trust:TR-01', 'posts.reader'),
    clause('trust:TR-02', 'posts.reader', 'posts.history'),
    clause('trust:TR-03', 'posts.reader'),
    clause('ST-01', 'accounts.register'),
  ],
  {
    'approval.secondReader': { is: 'advised', by: ['trust:TR-01'] },
    'press.lead': { is: 'headteacher', by: ['trust:TR-03'] },
    'review.months': { is: 12, by: ['ST-01'] },
  },
);

it('takes those that answer a setting, or make something real, on which the school is silent', () => {
  const found = trustClauses(behind, spokenIn(own));
  expect(found.map(({ id, 'rests-on': controls }) => [id, controls])).toEqual([
    ['trust:TR-02', ['posts.history']],
    ['trust:TR-03', ['posts.reader']],
  ]);
  expect(found[0]!.under).toBe('Of the trust’s policy: Posts');
});
