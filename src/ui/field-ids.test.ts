// The error is read before the hint, and a field with neither points at nothing.
import { expect, test } from 'vitest';
import { wire } from './field-ids.ts';

test('error first, then hint, then anything else named', () => {
  expect(wire({ id: 'when', hint: 'A school day', error: 'Choose a day', describedBy: 'tally' })).toEqual({
    id: 'when',
    name: 'when',
    describedBy: 'when-error when-hint tally',
    invalid: true,
  });
});

test('nothing to say, nothing to point at', () => {
  expect(wire({ id: 'when', name: 'goesAt' })).toEqual({
    id: 'when',
    name: 'goesAt',
    describedBy: undefined,
    invalid: undefined,
  });
});
