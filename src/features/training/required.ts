// What the policy in force asks for before somebody writes for an account, and by which clauses. Pure.
import type { PolicyInForce } from '#kernel/policy.ts';
import { settings } from '#features/policy/index.ts';
import { OWN_PLATFORMS, platformModule, RUNNING_MODULES } from './module-id.ts';
import { startingModules } from './starting/modules.ts';

export interface Required {
  /** Modules by their short names. */
  readonly modules: readonly string[];
  /** The school's own modules that it marked as coming first count as well. */
  readonly ownToo: boolean;
  readonly policyMonths: number | null;
  clausesFor(moduleId: string): readonly string[];
}

/** @param platforms words by which the policy speaks of the platforms written for */
export function requiredToRun(policy: PolicyInForce, platforms: readonly string[]): Required {
  const { value: held, clauses: gateClauses } = policy.ruling(settings.training.gate);
  const listed = policy.ruling(settings.training.modules);
  const conditions = policy.ruling(settings.runner.gate);
  const trains = held && conditions.value.includes('training');
  const running = trains ? RUNNING_MODULES.filter((id) => listed.value.includes(id)) : [];
  const places =
    held && listed.value.includes('platform')
      ? platforms
          .filter((word) => !OWN_PLATFORMS.includes(word))
          .map((word) => platformModule(word, (id) => startingModules.has(id)))
      : [];
  const forRunning = [...new Set([...conditions.clauses, ...gateClauses, ...policy.clausesOf('training.gate')])];
  const forPlaces = [...new Set([...policy.clausesOf('training.platform-module'), ...listed.clauses])];
  return {
    modules: [...new Set([...running, ...places])],
    ownToo: trains,
    policyMonths: policy.ruling(settings.training.renewalMonths).value,
    clausesFor: (moduleId) => (places.includes(moduleId) ? forPlaces : forRunning),
  };
}
