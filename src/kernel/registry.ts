// All features together: what can be done here, and a typed way to do it as somebody.
import { nounOf, verbOf, type AnyAction, type InputOf, type OutputOf, type VerbOf } from './action.ts';
import type { Actor } from './actor.ts';
import type { Control } from './control.ts';
import type { Subscriber } from './events.ts';
import { actionsOf, jobsOf, type Feature } from './feature.ts';
import type { Job } from './jobs.ts';

export interface Registry {
  readonly features: readonly Feature[];
  readonly actions: ReadonlyMap<string, AnyAction>;
  readonly controls: ReadonlyMap<string, Control>;
  readonly jobs: ReadonlyMap<string, Job>;
  readonly subscribers: readonly Subscriber[];
}

/** @throws when two things share a name, or an action stands in the wrong feature: a mistake of ours, found at start */
export function createRegistry(features: readonly Feature[]): Registry {
  const actions = new Map<string, AnyAction>();
  const controls = new Map<string, Control>();
  const jobs = new Map<string, Job>();
  for (const feature of features) {
    for (const action of actionsOf(feature)) {
      if (nounOf(action.name) !== feature.name) throw new Error(`Action ${action.name} stands in ${feature.name}.`);
      put(actions, action.name, action);
    }
    for (const control of feature.controls) put(controls, control.id, control);
    for (const job of jobsOf(feature)) put(jobs, job.name, job);
  }
  return { features, actions, controls, jobs, subscribers: features.flatMap((feature) => feature.subscribers ?? []) };
}

function put<T>(map: Map<string, T>, name: string, thing: T): void {
  if (map.has(name)) throw new Error(`Two things are called ${name}.`);
  map.set(name, thing);
}

/** What `as(actor)` gives: `api.posts.submit({ … })`, for every action of every feature. */
export type Api<Features extends readonly unknown[]> = {
  readonly [F in Features[number] as F extends Feature<infer Name> ? Name : never]: F extends Feature<
    string,
    infer Actions
  >
    ? {
        readonly [
          A in Actions[number] as A extends { name: infer Name extends string } ? VerbOf<Name> : never
        ]: Callable<A>;
      }
    : never;
};

export interface CallOptions {
  /** Asked twice with one key, done once. */
  readonly idempotencyKey?: string;
}
type Callable<A> = (input: InputOf<A>, options?: CallOptions) => Promise<OutputOf<A>>;
export type Run = (actor: Actor, action: AnyAction, input: unknown, options?: CallOptions) => Promise<unknown>;

/** Makes `as(actor)`: the one typed door to every action, for pages and tests. A noun's verbs are bound when it is first asked for. */
export function callable<const Features extends readonly Feature[]>(
  features: Features,
  run: Run,
): (actor: Actor) => Api<Features> {
  const nouns = features.map((feature) => ({
    name: feature.name,
    verbs: actionsOf(feature).map((action) => ({ verb: verbOf(action.name), action })),
  }));
  return (actor) => {
    const api: Record<string, Record<string, unknown>> = {};
    for (const { name, verbs } of nouns) {
      let bound: Record<string, unknown> | undefined;
      const get = () => (bound ??= bind(verbs, actor, run));
      Object.defineProperty(api, name, { get, enumerable: true });
    }
    return api as Api<Features>;
  };
}

function bind(verbs: readonly { verb: string; action: AnyAction }[], actor: Actor, run: Run): Record<string, unknown> {
  return Object.fromEntries(
    verbs.map(({ verb, action }) => [
      verb,
      (input: unknown, options?: CallOptions) => run(actor, action, input, options),
    ]),
  );
}
