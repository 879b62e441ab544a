import { beforeAll, expect, test } from 'vitest';
import type { Actor, PersonActor } from '#kernel/actor.ts';
import { systemActor } from '#kernel/actor.ts';
import type { PolicyInForce } from '#kernel/policy.ts';
import { loadModelPolicy, policyInForce } from '#features/policy/index.ts';
import { abilitiesOf, mayAuthorise, mayDraft, mayEndAuthority, type AccountFacts } from './access.ts';

const account: AccountFacts = {
  id: 'a',
  name: 'Millrace',
  closedOn: null,
  platform: { key: 'x', kind: 'social-network', name: 'X (Twitter)' },
};
const closed = { ...account, closedOn: '2026-07-01' };

const person = (personId: string, ...roles: string[]): PersonActor => ({
  kind: 'person',
  scopeId: 's',
  loginId: personId,
  personId,
  name: personId,
  roles: new Set(roles),
  via: 'session',
  credentialId: 'c',
  factorAt: null,
  scopes: null,
});
const priya = person('priya', 'staff', 'author');

let starter: PolicyInForce;
let byAdministrator: PolicyInForce;
beforeAll(async () => {
  const document = await loadModelPolicy('starter');
  starter = policyInForce(document, document);
  const settings = { ...document.settings, 'account.authoriser': { is: 'administrator', by: ['ST-32'] } };
  byAdministrator = policyInForce({ ...document, settings }, document);
});

const kindOf = (attempt: () => unknown): string => {
  try {
    attempt();
    return 'allowed';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

test.each([
  ['authority to write', [{ accountId: 'a', personId: 'priya', scope: 'draft' as const }], 'allowed'],
  ['authority to run it', [{ accountId: 'a', personId: 'priya', scope: 'run' as const }], 'allowed'],
  ['authority over another account', [{ accountId: 'b', personId: 'priya', scope: 'run' as const }], 'not-authorised'],
  ['somebody else’s authority', [{ accountId: 'a', personId: 'tom', scope: 'run' as const }], 'not-authorised'],
  ['nothing', [], 'not-authorised'],
])('with %s: %s', (_what, authorities, outcome) => {
  expect(kindOf(() => mayDraft(priya, account, authorities, starter))).toBe(outcome);
  expect(abilitiesOf(priya, account, authorities, starter)).toMatchObject({
    draft: outcome === 'allowed',
    askForAuthority: outcome !== 'allowed',
  });
});

test('no role replaces authority, and a closed account takes nothing', () => {
  const head = person('ngozi', 'staff', 'headteacher', 'system-administrator');
  const held = [{ accountId: 'a', personId: 'priya', scope: 'run' as const }];
  expect(kindOf(() => mayDraft(head, account, held, starter))).toBe('not-authorised');
  expect(kindOf(() => mayDraft(systemActor('s', 'job'), account, held, starter))).toBe('not-authorised');
  expect(kindOf(() => mayDraft(priya, closed, held, starter))).toBe('account-closed');
});

test('authority is given by whom the policy names, and by nobody else', () => {
  const allowed = (actor: Actor, policy: PolicyInForce) => kindOf(() => mayAuthorise(actor, account, policy));
  expect(allowed(person('ngozi', 'headteacher'), starter)).toBe('allowed');
  expect(allowed(person('tom', 'administrator'), starter)).toBe('not-authoriser');
  expect(allowed(person('tom', 'administrator'), byAdministrator)).toBe('allowed');
  expect(allowed(person('ngozi', 'headteacher'), byAdministrator)).toBe('not-authoriser');
  expect(kindOf(() => mayAuthorise(person('ngozi', 'headteacher'), closed, starter))).toBe('account-closed');
});

test('authority is taken away at once by its holder, by whoever keeps the register or by whoever gave it', () => {
  const end = (actor: Actor) => kindOf(() => mayEndAuthority(actor, account, 'priya', starter));
  expect([priya, person('tom', 'administrator'), person('ngozi', 'headteacher')].map(end)).toEqual([
    'allowed',
    'allowed',
    'allowed',
  ]);
  expect(end(person('sam', 'staff'))).toBe('not-authoriser');
});
