// How often one person may ask within a minute.
import { expect, test } from 'vitest';
import { operator, systemActor, visitor, type PersonActor } from './actor.ts';
import { movableClock } from './clock.ts';
import { isFailure } from './errors.ts';
import { createLimiter } from './limit.ts';

const person = (personId: string, scopeId = 's'): PersonActor => ({
  kind: 'person', scopeId, loginId: 'l', personId, name: '', roles: new Set(), via: 'session', credentialId: 'c', factorAt: null, scopes: null,
}); // prettier-ignore

test('so often a minute, each person and each thing for itself, and anew the next minute', () => {
  const clock = movableClock('2026-11-20T09:00:30Z');
  const limiter = createLimiter(clock);
  const refused = (actor: Parameters<typeof limiter.take>[0], what = 'look') => {
    try {
      void limiter.take(actor, what, 2);
      return false;
    } catch (error) {
      return isFailure(error) && error.kind === 'unavailable' && error.code === 'too-often';
    }
  };
  expect([refused(person('a')), refused(person('a')), refused(person('a'))]).toEqual([false, false, true]);
  expect(refused(person('b'))).toBe(false);
  expect(refused(person('a', 'other school'))).toBe(false);
  expect(refused(person('a'), 'save')).toBe(false);
  expect(refused(systemActor('s', 'job'))).toBe(false);
  expect(refused(operator('s'))).toBe(false);
  clock.advance({ seconds: 29 });
  expect(refused(person('a'))).toBe(true);
  clock.advance({ seconds: 1 });
  expect(refused(person('a'))).toBe(false);
});

test('what other processes were asked counts too, and the answer waits for it', async () => {
  const clock = movableClock('2026-11-20T09:00:30Z');
  let n = 0;
  const tally = () => Promise.resolve((n += 1));
  const [one, other] = [createLimiter(clock, tally), createLimiter(clock, tally)];
  await one.take(person('a'), 'look', 2);
  await other.take(person('a'), 'look', 2);
  await expect(one.take(person('a'), 'look', 2)).rejects.toMatchObject({ code: 'too-often' });
});

test('visitors are counted by the address they ask from, of which no other process is told', async () => {
  const told: string[] = [];
  const tally = ({ who }: { who: string }) => Promise.resolve(told.push(who));
  const limiter = createLimiter(movableClock('2026-11-20T09:00:30Z'), tally);
  const ask = async (from: string) => limiter.take(visitor('s', from), 'look', 2);
  await ask('192.0.2.7');
  await ask('192.0.2.7');
  await expect(ask('192.0.2.7')).rejects.toMatchObject({ code: 'too-often' });
  await ask('192.0.2.8');
  expect(told).toEqual([]);
});
