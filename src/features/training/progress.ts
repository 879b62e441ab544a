// How far a group of people is with what they are asked for. Pure.
import { z } from 'zod';
import type { Asked } from './asked.ts';

export const progressFields = {
  asked: z.number().describe('How many have it to do, or have done it'),
  done: z.number(),
  overdue: z.number(),
};

/** What is done and only runs out soon is done. */
export const progressOf = (asked: readonly Pick<Asked, 'state'>[]) => ({
  asked: asked.length,
  done: asked.filter(({ state }) => state === 'done' || state === 'renew').length,
  overdue: asked.filter(({ state }) => state === 'overdue').length,
});
