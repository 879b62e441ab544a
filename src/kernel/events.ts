// Facts that an earlier feature announces and later features may act on, each in a job of its own after commit.
import type { z } from 'zod';
import type { Job } from './jobs.ts';

export interface EventOf<P> {
  readonly name: string;
  readonly payload: z.ZodType<P>;
}
export const defineEvent = <P>(event: EventOf<P>): EventOf<P> => event;

export interface Subscriber {
  readonly event: string;
  readonly job: Job;
}
export const on = <P>(event: EventOf<P>, job: Job<P, never>): Subscriber => ({
  event: event.name,
  job: job as unknown as Job,
});
