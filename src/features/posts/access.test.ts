// Who may change a post, as pure rules.
import { describe, expect, test } from 'vitest';
import { operator, systemActor, type PersonActor } from '#kernel/actor.ts';
import { isFailure } from '#kernel/errors.ts';
import { looksAfter, mayBegin, mayEdit, mayHappen, overseesPosts, seesPost, type PostStanding } from './access.ts';

const person = (personId: string, ...roles: string[]): PersonActor => ({
  kind: 'person', scopeId: 's', loginId: 'l', personId, name: personId, roles: new Set(roles), via: 'session', credentialId: 'c', factorAt: null, scopes: null,
}); // prettier-ignore
const post = (more: Partial<PostStanding> = {}): PostStanding => ({
  id: 'p',
  state: 'draft',
  authors: ['ada'],
  accounts: ['a', 'b'],
  mine: new Set(['a', 'b']),
  ...more,
});
const told = (doing: () => unknown) => {
  try {
    doing();
  } catch (error) {
    if (isFailure(error)) return { kind: error.kind, code: error.code, clauses: error.clauses };
    throw error;
  }
  return 'allowed';
};

describe('editing', () => {
  test('takes authority over every account chosen; being its author or the head does not replace it', () => {
    expect(told(() => mayEdit(person('bo'), post(), ['X-1']))).toBe('allowed');
    for (const one of [person('ada'), person('ngozi', 'headteacher')]) {
      expect(told(() => mayEdit(one, post({ mine: new Set(['a']) }), ['X-1']))).toEqual({
        kind: 'refused-by-policy',
        code: 'not-authorised-for-account',
        clauses: ['X-1'],
      });
    }
  });
  test('without an account yet, only its authors', () => {
    expect(told(() => mayEdit(person('ada'), post({ accounts: [] }), ['X-1']))).toBe('allowed');
    expect(told(() => mayEdit(person('bo'), post({ accounts: [] }), ['X-1']))).toMatchObject({
      kind: 'refused-by-policy',
    });
  });
  test('nobody who is not a person', () => {
    for (const actor of [operator('s'), systemActor('s', 'x')])
      expect(told(() => mayEdit(actor, post(), ['X-1']))).toMatchObject({ kind: 'refused-by-policy' });
  });
  test('not once it has begun to go out', () => {
    for (const state of ['publishing', 'published', 'taken-down', 'refused', 'discarded', 'asking'] as const) {
      expect(told(() => mayEdit(person('ada'), post({ state }), []))).toMatchObject({
        kind: 'conflict',
        code: `post-is-${state}`,
      });
    }
  });
});

test('what cannot follow is a conflict that says why', () => {
  expect(mayHappen(post({ state: 'waiting' }), 'approve').next).toBe('approved');
  expect(told(() => mayHappen(post({ state: 'approved' }), 'approve'))).toMatchObject({
    kind: 'conflict',
    code: 'post-is-approved',
  });
});

test('seeing every post comes with a role, never with the machine', () => {
  expect(overseesPosts(person('x', 'headteacher'))).toBe(true);
  expect(overseesPosts(person('x', 'staff', 'system-administrator', 'author'))).toBe(false);
  expect(overseesPosts(operator('s'))).toBe(false);
});

test('what has gone out is everybody’s to see; anything else takes a role or a part in it', () => {
  for (const state of ['published', 'taken-down'] as const) expect(seesPost(person('x'), state)).toBe(true);
  for (const state of ['draft', 'waiting', 'refused', 'discarded'] as const) {
    expect(seesPost(person('x'), state)).toBe(false);
    expect(seesPost(person('x', 'headteacher'), state)).toBe(true);
  }
});

test('its copies are looked after by whoever writes for one of the accounts, or oversees posts', () => {
  expect(looksAfter(person('bo'), ['a', 'b'], new Set(['b']))).toBe(true);
  expect(looksAfter(person('bo'), ['a'], new Set(['b']))).toBe(false);
  expect(looksAfter(person('ngozi', 'headteacher'), ['a'], new Set())).toBe(true);
  expect(looksAfter(operator('s'), ['a'], new Set())).toBe(false);
});

test('a post is begun by whoever is authorised for an account', () => {
  expect(told(() => mayBegin(['a'], ['X-1']))).toBe('allowed');
  expect(told(() => mayBegin([], ['X-1']))).toEqual({
    kind: 'refused-by-policy',
    code: 'no-account-of-yours',
    clauses: ['X-1'],
  });
});
