// When room and certificates are worth a word; what a program's error means to a person.
import { describe, expect, it } from 'vitest';
import { certificateUrgency, diskUrgency } from './state.ts';
import { troubleInWords } from './trouble-in-words.ts';

const GB = 1024 ** 3;

describe('a disk', () => {
  it.each([
    [{ free: 40 * GB, total: 100 * GB }, null],
    [{ free: 3 * GB, total: 1_000 * GB }, null],
    [{ free: 1.5 * GB, total: 100 * GB }, 'soon'],
    [{ free: 0.4 * GB, total: 4 * GB }, null],
    [{ free: 0.2 * GB, total: 100 * GB }, 'overdue'],
  ] as const)('with %o', (disk, urgency) => {
    expect(diskUrgency(disk)).toBe(urgency);
  });
});

it('tells of a certificate three weeks before it ends, and presses in the last', () => {
  const now = Temporal.Instant.from('2026-11-20T09:00:00Z');
  expect(certificateUrgency('2026-12-20T09:00:00Z', now)).toBe(null);
  expect(certificateUrgency('2026-12-10T09:00:00Z', now)).toBe('soon');
  expect(certificateUrgency('2026-11-26T09:00:00Z', now)).toBe('overdue');
  expect(certificateUrgency('2026-11-19T09:00:00Z', now)).toBe('overdue');
});

describe('what went wrong', () => {
  it.each([
    ['connect ECONNREFUSED 127.0.0.1:25', /takes no connections/],
    ['getaddrinfo ENOTFOUND mail.millrace.example', /was not found/],
    ['ENOSPC: no space left on device, write', /disk is full/],
    ['unable to verify the first certificate', /certificate/],
    ['The noticeboard is closed.', /^The noticeboard is closed\.$/],
    ['Odd\n    at somewhere (file.ts:1:1)', /^Odd$/],
  ])('%s', (error, words) => {
    expect(troubleInWords(error)).toMatch(words);
  });

  it('is cut where a program talks too long, and kept from other schools', () => {
    expect(troubleInWords('x'.repeat(1_000))).toHaveLength(241);
    expect(troubleInWords(null)).toMatch(/for that school/);
  });
});
