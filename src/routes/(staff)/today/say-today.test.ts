import { describe, expect, test } from 'vitest';
import { clockOf, headingOf, weekOf } from './say-today.ts';

const ZONE = 'Europe/London';
const NOW = '2026-11-20T13:00:00Z';
const calm = { due: null, urgency: 'calm' as const };

describe('the heading is the answer', () => {
  const say = (duties: Parameters<typeof headingOf>[1]) => headingOf('Priya', duties, '2026-11-20', ZONE);
  test('in a sentence', () => {
    expect(say([])).toBe('Nothing is asked of you today, Priya.');
    expect(say([calm])).toBe('One thing needs you, Priya.');
    expect(say([{ due: '2026-11-20T15:30:00Z', urgency: 'soon' }])).toBe('One thing needs you, Priya. Today.');
    expect(say([{ due: '2026-11-20', urgency: 'soon' }, calm, calm])).toBe(
      'Three things need you, Priya. One of them today.',
    );
    expect(
      say([
        { due: '2026-11-19', urgency: 'overdue' },
        { due: null, urgency: 'overdue' },
      ]),
    ).toBe('Two things need you, Priya. All of them today.');
  });
});

describe('clocks are words', () => {
  test('moments', () => {
    expect(clockOf('2026-11-20T15:00:00Z', 'soon', NOW, ZONE)).toEqual({
      left: 'Two hours left',
      when: 'Due today at 15:00',
      tone: 'hold',
    });
    expect(clockOf('2026-11-20T10:00:00Z', 'overdue', NOW, ZONE)).toEqual({
      left: 'Overdue by three hours',
      when: 'Due today at 10:00',
      tone: 'stop',
    });
    expect(clockOf('2026-11-24T13:00:00Z', 'calm', NOW, ZONE)?.left).toBe('Four days left');
    expect(clockOf('2026-11-20T13:01:00Z', 'soon', NOW, ZONE)?.left).toBe('One minute left');
  });
  test('days, and no limit', () => {
    expect(clockOf('2026-11-21', 'soon', NOW, ZONE)).toEqual({
      left: 'One day left',
      when: 'Due tomorrow',
      tone: 'hold',
    });
    expect(clockOf('2026-11-18', 'overdue', NOW, ZONE)?.left).toBe('Overdue by two days');
    expect(clockOf('2026-11-20', 'soon', NOW, ZONE)?.left).toBe('Due today');
    expect(clockOf(null, 'calm', NOW, ZONE)).toBe(null);
  });
});

test('weeks of term count from the Monday', () => {
  const terms = [{ name: 'Autumn', starts: '2026-09-03', ends: '2026-12-18' }];
  expect(weekOf('2026-09-04', terms)).toBe('week 1 of the autumn term');
  expect(weekOf('2026-09-07', terms)).toBe('week 2 of the autumn term');
  expect(weekOf('2026-11-20', terms)).toBe('week 12 of the autumn term');
  expect(weekOf('2026-12-25', terms)).toBe('');
  expect(weekOf('2026-11-20', [])).toBe('');
});
