import { describe, expect, test } from 'vitest';
import { domainFault, emailFault, identityIn, type Limits } from './claims.ts';

const TENANT = '9f2c1d3e-0000-4000-8000-5a6b7c8d9e0f';
const google: Limits = { kind: 'google', label: 'Google', domains: ['millrace.sch.uk'], tenant: '' };
const entra: Limits = { kind: 'microsoft', label: 'Microsoft', domains: ['millrace.sch.uk'], tenant: TENANT };
const other: Limits = { kind: 'other', label: 'Keycloak', domains: ['millrace.sch.uk'], tenant: '' };
const of = (limits: Limits, claims: object) => identityIn({ iss: 'https://id.example', sub: '7', ...claims }, limits);
const PRIYA = { email: 'Priya.Raman@millrace.sch.uk', email_verified: true };

test('reads an address in lower case, and what was shown', () => {
  const found = of(google, { ...PRIYA, hd: 'Millrace.sch.uk', amr: ['pwd', 'mfa', 3], auth_time: 1_800_000_000 });
  expect(found).toMatchObject({ email: 'priya.raman@millrace.sch.uk', emailVerified: true, realm: 'millrace.sch.uk' });
  expect(found).toMatchObject({ amr: ['pwd', 'mfa'], authenticatedAt: 1_800_000_000 });
});

describe('Google: the hosted domain, not the address', () => {
  test('its own', () => expect(domainFault(of(google, { ...PRIYA, hd: 'millrace.sch.uk' }), google)).toBeNull());
  test.each([{}, { hd: '' }, { hd: 'elsewhere.sch.uk' }, { hd: 'x.millrace.sch.uk' }, { hd: ['millrace.sch.uk'] }])(
    'not with %j, though the address looks right',
    (claims) => expect(domainFault(of(google, { ...PRIYA, ...claims }), google)?.code).toBe('other-domain'),
  );
});

describe('Entra: the directory', () => {
  test('its own', () => expect(domainFault(of(entra, { ...PRIYA, tid: TENANT.toUpperCase() }), entra)).toBeNull());
  test.each([{}, { tid: '' }, { tid: '00000000-0000-4000-8000-000000000000' }])('not with %j', (claims) =>
    expect(domainFault(of(entra, { ...PRIYA, ...claims }), entra)?.code).toBe('other-domain'),
  );
  test('an address of a domain of the school counts; a guest’s only with the mark that its owner was asked', () => {
    const verified = (claims: object) => of(entra, { tid: TENANT, ...claims }).emailVerified;
    expect(verified({ email: 'priya@millrace.sch.uk' })).toBe(true);
    expect(verified({ email: 'head@elsewhere.example' })).toBe(false);
    expect(verified({ email: 'head@elsewhere.example', xms_edov: '1' })).toBe(true);
    expect(verified({ email: 'priya@millrace.sch.uk', tid: 'another' })).toBe(false);
  });
});

describe('any other: the domain of a verified address', () => {
  test('its own', () => expect(domainFault(of(other, PRIYA), other)).toBeNull());
  test('not another', () =>
    expect(domainFault(of(other, { email: 'a@millrace.sch.uk.evil.example', email_verified: true }), other)?.code).toBe(
      'other-domain',
    ));
  test('not unverified', () =>
    expect(domainFault(of(other, { ...PRIYA, email_verified: false }), other)?.code).toBe('email-unverified'));
});

test('vouches for no address that is missing or unverified', () => {
  expect(emailFault(of(google, { hd: 'millrace.sch.uk' }), google)?.code).toBe('no-email');
  expect(emailFault(of(google, { ...PRIYA, email_verified: 'false' }), google)?.code).toBe('email-unverified');
  expect(emailFault(of(google, PRIYA), google)).toBeNull();
});
