// The roles that can need a second factor are those that somebody who signs in can hold: no more, no fewer.
import { expect, it } from 'vitest';
import { SIGN_IN_ROLES } from '#features/schools/index.ts';
import { WORKING_TYPES } from './person-types.ts';
import { RESPONSIBILITIES } from './responsibilities.ts';

it('knows every responsibility and every type of adult who works for the school', () => {
  expect(new Set<string>(SIGN_IN_ROLES)).toEqual(new Set<string>([...RESPONSIBILITIES, ...WORKING_TYPES]));
});
