// Who may give whom what: the rules by themselves.
import { expect, it } from 'vitest';
import { operator, type PersonActor } from '#kernel/actor.ts';
import { CARER_READERS, knownTypes, mayGive, seesCarers, seesPupils, visible } from './access.ts';
import {
  decidingRoles,
  mayReadConcerns,
  needsSecondFactor,
  RESPONSIBILITIES,
  RESPONSIBILITY_WORDS,
  type Responsibility,
} from './responsibilities.ts';

const ID = '01890000-0000-7000-8000-000000000001';
const person = (...roles: string[]): PersonActor => ({
  kind: 'person',
  scopeId: ID,
  loginId: ID,
  personId: ID,
  name: 'Ada Quill',
  roles: new Set(roles),
  via: 'session',
  credentialId: ID,
  factorAt: null,
  scopes: null,
});
const gives = (roles: string[], responsibility: Responsibility, headNamed = true, personId = 'somebody else') =>
  mayGive(person(...roles), { personId, responsibility, headNamed });

it('lets the headteacher and the chair give what decides, and nobody else', () => {
  for (const responsibility of ['administrator', 'dsl', 'slt', 'deputy-headteacher'] as const) {
    expect(gives(['headteacher'], responsibility)).toBe(true);
    expect(gives(['chair-of-governors'], responsibility)).toBe(true);
    for (const role of ['deputy-headteacher', 'administrator', 'business-manager', 'system-administrator', 'staff']) {
      expect(gives([role], responsibility), `${role} gives ${responsibility}`).toBe(false);
    }
  }
  expect(gives(['business-manager'], 'author')).toBe(true);
  expect(gives(['staff'], 'author')).toBe(false);
});

it('lets the system administrator name a headteacher only while there is none', () => {
  expect(gives(['system-administrator'], 'headteacher', false)).toBe(true);
  expect(gives(['system-administrator'], 'headteacher', true)).toBe(false);
});

it('lets nobody but a headteacher give to themselves', () => {
  expect(gives(['chair-of-governors'], 'dsl', true, ID)).toBe(false);
  expect(gives(['system-administrator'], 'headteacher', false, ID)).toBe(false);
  expect(gives(['headteacher'], 'dsl', true, ID)).toBe(true);
  expect(mayGive(operator(ID), { personId: ID, responsibility: 'headteacher', headNamed: false })).toBe(true);
});

it('never counts the system administrator among those who decide or read concerns', () => {
  expect(decidingRoles(['system-administrator', 'staff'])).toEqual([]);
  expect(decidingRoles(['system-administrator', 'dsl'])).toEqual(['dsl']);
  expect(mayReadConcerns(['system-administrator', 'administrator', 'business-manager'])).toBe(false);
  expect(mayReadConcerns(['deputy-dsl'])).toBe(true);
});

it('asks for a second factor by the roles that the school has named', () => {
  expect(needsSecondFactor(new Set(['staff', 'dsl']), ['headteacher', 'dsl'])).toBe(true);
  expect(needsSecondFactor(new Set(['staff']), ['headteacher', 'dsl'])).toBe(false);
});

it('lets no access token and no governor look pupils up', () => {
  expect(seesPupils(person('staff'))).toBe(true);
  expect(seesPupils({ ...person('staff'), via: 'token' })).toBe(false);
  expect(seesPupils(person('governor'))).toBe(false);
});

it('explains every responsibility once', () => {
  expect(new Set(RESPONSIBILITIES).size).toBe(RESPONSIBILITIES.length);
  expect(Object.keys(RESPONSIBILITY_WORDS).sort()).toEqual([...RESPONSIBILITIES].sort());
});

it('lets few read carers: the head, account administrators, data protection and safeguarding leads, in a browser', () => {
  for (const role of CARER_READERS) {
    expect(seesCarers(person(role))).toBe(true);
    expect(seesCarers({ ...person(role), via: 'token' })).toBe(false);
  }
  for (const role of ['staff', 'carer', 'system-administrator', 'business-manager', 'deputy-headteacher', 'governor'])
    expect(seesCarers(person(role))).toBe(false);
  expect(() => visible(person('staff'), { types: ['carer'] })).toThrow();
  expect(visible(person('dsl'), { types: ['carer'] })).toEqual({ types: ['carer'] });
  expect(knownTypes(person('staff'), ['staff', 'carer'])).toEqual(['staff']);
});
