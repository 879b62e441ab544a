// When a backup is due, and when its absence is worth a word.
import { describe, expect, it } from 'vitest';
import { backupWorry, isDue } from './backup-plan.ts';

const ZONE = 'Europe/London';
const at = (text: string) => Temporal.Instant.from(text);
const plan = { dailyAt: '03:15', setAt: '2026-11-01T10:00:00Z' };
const none = { good: null, failed: null };

describe('is due', () => {
  it.each([
    ['once its minute has come', none, '2026-11-20T03:15:00Z', true],
    ['also later, when the machine was off at that minute', none, '2026-11-20T09:00:00Z', true],
    ['for yesterday, when it was off all day', { ...none, good: '2026-11-18T03:15:00Z' }, '2026-11-20T02:00:00Z', true],
    ['not twice', { ...none, good: '2026-11-20T03:15:02Z' }, '2026-11-20T09:00:00Z', false],
    ['not before its minute', { ...none, good: '2026-11-19T03:15:02Z' }, '2026-11-20T03:14:00Z', false],
    ['not at once after a failure', { good: null, failed: '2026-11-20T03:16:00Z' }, '2026-11-20T03:40:00Z', false],
    ['again an hour after a failure', { good: null, failed: '2026-11-20T03:16:00Z' }, '2026-11-20T04:17:00Z', true],
  ] as const)('%s', (_, last, now, due) => {
    expect(isDue(plan, last, at(now), ZONE)).toBe(due);
  });

  it('goes by the school’s clock in summer', () => {
    expect(
      isDue(
        { ...plan, setAt: '2026-06-01T00:00:00Z' },
        { ...none, good: '2026-06-30T02:15:00Z' },
        at('2026-07-01T02:14:00Z'),
        ZONE,
      ),
    ).toBe(false);
    expect(
      isDue(
        { ...plan, setAt: '2026-06-01T00:00:00Z' },
        { ...none, good: '2026-06-30T02:15:00Z' },
        at('2026-07-01T02:15:00Z'),
        ZONE,
      ),
    ).toBe(true);
  });

  it('never without a time, and not for a minute that had passed when it was planned', () => {
    expect(isDue({ ...plan, dailyAt: null }, none, at('2026-11-20T09:00:00Z'), ZONE)).toBe(false);
    expect(isDue({ ...plan, setAt: '2026-11-20T08:00:00Z' }, none, at('2026-11-20T09:00:00Z'), ZONE)).toBe(false);
  });
});

describe('is worth a word', () => {
  const now = at('2026-11-20T09:00:00Z');
  const worry = (last: { good: string | null; failed: string | null }) =>
    backupWorry({ ...last, problem: 'The disk is full.' }, now)?.thing ?? null;

  it.each([
    ['never made', none, 'backup-none'],
    ['made last night', { good: '2026-11-20T03:15:00Z', failed: null }, null],
    ['two days old', { good: '2026-11-18T03:15:00Z', failed: null }, 'backup-old'],
    ['failed since', { good: '2026-11-19T03:15:00Z', failed: '2026-11-20T03:15:09Z' }, 'backup-failed'],
    ['good again after a failure', { good: '2026-11-20T04:16:00Z', failed: '2026-11-20T03:15:09Z' }, null],
  ] as const)('%s', (_, last, thing) => {
    expect(worry(last)).toBe(thing);
  });
});
