import { expect, test } from 'vitest';
import { sayHours } from './say-hours.ts';

const day = (label: string, closes = '15:30') => ({ label, opens: '08:45', closes });

test('days with the same hours are said together', () => {
  expect(
    sayHours([
      day('Monday'),
      day('Tuesday'),
      day('Wednesday'),
      day('Thursday', '15:00'),
      day('Friday', '15:00'),
      null,
      null,
    ]),
  ).toBe('Monday to Wednesday 08:45 to 15:30, Thursday and Friday 08:45 to 15:00');
});

test('a day without school parts what lies on both sides of it', () => {
  expect(sayHours([day('Monday'), null, day('Wednesday')])).toBe('Monday 08:45 to 15:30, Wednesday 08:45 to 15:30');
  expect(sayHours([null])).toBe('');
});
