// Gathers what is asked of people: of one for their own page, of all for those who plan.
import type { Context } from '#kernel/context.ts';
import type { PolicyInForce } from '#kernel/policy.ts';
import { dayOf } from '#features/people/index.ts';
import { settings } from '#features/policy/index.ts';
import { askedOf, type Asked, type Asking, type Assignment } from './asked.ts';
import { assignmentRows, completionRows, type CompletionRow } from './completion-queries.ts';
import { givenByPolicy } from './given-by-policy.ts';
import { OWN_PLATFORMS } from './module-id.ts';
import { modulesOf, type Module } from './modules.ts';
import { adultsOf, platformsWritten, type Adult, type WrittenPlatform } from './people-queries.ts';
import { requiredToRun } from './required.ts';

export interface Learning {
  readonly adult: Adult;
  readonly asked: readonly Asked<CompletionRow>[];
  /** Everything they have ever completed, the last first. */
  readonly completions: readonly CompletionRow[];
}

export interface Learners {
  readonly policy: PolicyInForce;
  readonly today: string;
  readonly modules: readonly Module[];
  /** An id of null: the policy itself gives it. */
  readonly assignments: readonly (Assignment & { readonly id: string | null })[];
  readonly policyMonths: number | null;
  readonly people: readonly Learning[];
}

/** @param personId only this one; nobody who has left or does not work for the school is among them */
export async function learners(context: Context, personId: string | null = null): Promise<Learners> {
  const { db, scopeId, at } = context;
  const today = dayOf(at);
  const [policy, modules, handedOut, adults, written, completions] = await Promise.all([
    context.policy(),
    modulesOf(db, scopeId),
    assignmentRows(db, scopeId),
    adultsOf(db, scopeId, today, personId),
    platformsWritten(db, scopeId, personId),
    completionRows(db, scopeId, personId ?? undefined),
  ]);
  const assignments = [...(await givenByPolicy(context, policy)), ...handedOut];
  const { modules: running, ownToo, policyMonths } = requiredToRun(policy, []);
  const asksPlatforms =
    policy.ruling(settings.training.gate).value && policy.ruling(settings.training.modules).value.includes('platform');
  const asking: Asking = {
    modules,
    assignments,
    policyMonths,
    gates: { running, ownToo, platforms: asksPlatforms },
    today,
  };
  const done = Map.groupBy(completions, (one) => one.personId);
  const places = Map.groupBy(written, (one) => one.personId);
  return {
    policy,
    today,
    modules,
    assignments,
    policyMonths,
    people: adults.map((adult) => ({
      adult,
      completions: done.get(adult.personId) ?? [],
      asked: askedOf(asking, {
        member: adult,
        platforms: (places.get(adult.personId) ?? []).map(wordOf(modules)),
        completions: Map.groupBy(done.get(adult.personId) ?? [], (one) => one.moduleId),
      }),
    })),
  };
}

/** A platform that the school added itself is known by its kind. */
const wordOf =
  (modules: readonly Module[]) =>
  ({ key, kind }: WrittenPlatform): string =>
    OWN_PLATFORMS.includes(key) || modules.some(({ moduleId }) => moduleId === `platform-${key}`) ? key : kind;
