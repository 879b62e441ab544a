// A feature: one noun with its actions, controls, jobs and subscribers. Nothing of it exists unless listed here.
import type { AnyAction } from './action.ts';
import type { Control } from './control.ts';
import type { Subscriber } from './events.ts';
import type { Job } from './jobs.ts';

export interface Feature<Name extends string = string, Actions extends readonly unknown[] = readonly unknown[]> {
  readonly name: Name;
  /** What it is for, in one sentence. */
  readonly summary: string;
  readonly actions: Actions;
  readonly controls: readonly Control[];
  readonly jobs?: readonly unknown[];
  readonly subscribers?: readonly Subscriber[];
}

export const defineFeature = <const Name extends string, const Actions extends readonly unknown[]>(
  feature: Feature<Name, Actions>,
): Feature<Name, Actions> => feature;

export const actionsOf = (feature: Feature): readonly AnyAction[] => feature.actions as readonly AnyAction[];
export const jobsOf = (feature: Feature): readonly Job[] => (feature.jobs ?? []) as readonly Job[];
