// A job: something to do after commit, tried again until it is done. It gets no database; it runs actions as the system.
import type { z } from 'zod';
import type { Action, InputOf, OutputOf } from './action.ts';
import type { Clock } from './clock.ts';

export interface JobTools<Ports = unknown> {
  /** The scope the job was asked for in. */
  readonly scopeId: string;
  readonly clock: Clock;
  readonly ports: Ports;
  readonly signal: AbortSignal;
  /** Runs an action as Gatepost itself in that scope. */
  act<A extends Action>(action: A, input: InputOf<A>): Promise<OutputOf<A>>;
}

export interface Job<P = never, Ports = never> {
  /** `feature.verb`, as in actions. */
  readonly name: string;
  readonly summary: string;
  readonly payload: z.ZodType<P>;
  /** Tries before it is left for a person to look at. */
  readonly attempts: number;
  /** Set for work that comes back by the clock: five cron fields, UTC. */
  readonly cron?: string;
  run(tools: JobTools<Ports>, payload: P): Promise<void>;
}

export const defineJob = <P, Ports = unknown>(job: Job<P, Ports>): Job<P, Ports> => job;
