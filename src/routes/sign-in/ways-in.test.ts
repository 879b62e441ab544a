import { expect, test } from 'vitest';
import { waysIn } from './ways-in.ts';

const google = { id: '1', label: 'Google', schoolName: 'Millrace', shared: true };
const entra = { id: '2', label: 'Microsoft', schoolName: 'Fairwater', shared: false };

test('names the school where there are several and one is not for everybody', () => {
  expect(waysIn([google, entra], { next: '/today?page=2' })).toEqual([
    { href: '/sign-in/with/1?next=%2Ftoday%3Fpage%3D2', label: 'Sign in with Google' },
    { href: '/sign-in/with/2?next=%2Ftoday%3Fpage%3D2', label: 'Sign in with Microsoft (Fairwater)' },
  ]);
  expect(waysIn([entra], { join: 'x' }, 'Join with')[0]!.label).toBe('Join with Microsoft');
});
