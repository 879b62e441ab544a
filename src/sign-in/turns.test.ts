import { expect, it } from 'vitest';
import { inTurns } from './turns.ts';

it('runs two at a time, lets three wait, refuses the sixth, and goes on after an error', async () => {
  const inTurn = inTurns(2, 3);
  let running = 0;
  let most = 0;
  const work = (n: number) =>
    inTurn(async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running--;
      if (n === 0) throw new Error('first');
      return n;
    });
  const answers = await Promise.allSettled([0, 1, 2, 3, 4, 5].map(work));
  expect(answers.map(({ status }) => status)).toEqual(['rejected', ...Array(4).fill('fulfilled'), 'rejected']);
  expect(answers[5]).toMatchObject({ reason: { kind: 'unavailable' } });
  expect(most).toBe(2);
  expect(await work(6)).toBe(6);
});
