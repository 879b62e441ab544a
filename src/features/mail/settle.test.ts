// What becomes of a message after a try.
import { expect, it } from 'vitest';
import { PROBLEMS, whoseTrouble, type Problem } from './diagnosis.ts';
import { afterTry, afterUnsure } from './settle.ts';

const at = Temporal.Instant.from('2026-11-20T09:00:00Z');
const tried = { attempts: 1, giveUpAt: '2026-11-21T09:00:00Z', unsure: false };
const careful = { ifUnsure: 'send-again' } as const;
const failed = (problem: Problem) => ({ outcome: 'failed', problem, answer: '451 later' }) as const;

it('ends when the server took it, and when the address never will', () => {
  expect(afterTry({ outcome: 'accepted', answer: '250 OK' }, tried, careful, at)).toMatchObject({
    settled: { state: 'sent', problem: '' },
  });
  expect(afterTry(failed('recipient-refused'), tried, careful, at)).toMatchObject({ settled: { state: 'refused' } });
});

it('waits longer after each try, and not beyond the time when it is worth sending', () => {
  const due = (attempts: number) => afterTry(failed('try-later'), { ...tried, attempts }, careful, at);
  expect(
    [1, 2, 3, 4, 5, 6, 7, 8]
      .map((n) => due(n))
      .map((next) => (next.kind === 'later' ? next.later.dueAt.slice(11, 16) : '')),
  ).toEqual(['09:05', '09:10', '09:20', '09:40', '10:00', '11:00', '13:00', '13:00']);
  expect(afterTry(failed('try-later'), { ...tried, giveUpAt: '2026-11-20T09:05:00Z' }, careful, at)).toMatchObject({
    settled: { state: 'given-up', problem: 'try-later' },
  });
});

it('holds nothing against a letter that is the server’s own trouble', () => {
  expect(afterTry(failed('sign-in-refused'), tried, careful, at)).toMatchObject({
    later: { dueAt: '2026-11-20T09:00:00Z' },
  });
});

it('sends once more what may have arrived, where waiting for it is worse than two of it; else leaves it', () => {
  expect(afterUnsure('', tried, careful, at)).toMatchObject({ later: { unsure: true, dueAt: '2026-11-20T09:15:00Z' } });
  expect(afterUnsure('', { ...tried, unsure: true }, careful, at)).toMatchObject({ settled: { state: 'given-up' } });
  expect(afterUnsure('', tried, { ifUnsure: 'leave' }, at)).toMatchObject({ settled: { problem: 'unsure' } });
});

it('tries a test once only', () => {
  expect(afterTry(failed('try-later'), tried, { ifUnsure: 'leave', once: true }, at)).toMatchObject({
    settled: { state: 'refused', problem: 'try-later' },
  });
});

it('says every problem in a sentence with a remedy', () => {
  const facts = {
    host: 'smtp.example.org',
    port: 587,
    encryption: 'starttls',
    username: 'office',
    from: 'office@example.org',
  };
  for (const [name, { message, remedy }] of Object.entries(PROBLEMS)) {
    for (const words of [message(facts), remedy(facts)]) expect(words, name).toMatch(/^\S.*[.?]$/);
    expect(['server', 'later', 'address']).toContain(whoseTrouble(name));
  }
});
