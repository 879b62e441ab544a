import { expect, test } from 'vitest';
import { allSettings } from '#features/policy/index.ts';
import { areaOf } from './areas.ts';

test('every setting stands under a heading of its own', () => {
  expect(allSettings.map(({ id }) => id).filter((id) => areaOf(id) === 'Further settings')).toEqual([]);
});
