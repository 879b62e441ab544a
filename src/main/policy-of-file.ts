// A policy as the checks read it, from a model's name or a file; without a school and without a database.
import type { PolicyInForce } from '#kernel/policy.ts';
import { policyInForce } from '#features/policy/in-force.ts';
import { isModelPolicy, loadModelPolicy } from '#features/policy/model-policies.ts';
import { knownControlIds } from './known-controls.ts';

/** @returns the policy, or one line that says what is wrong with it */
export async function policyOf(nameOrFile: string): Promise<PolicyInForce | string> {
  const starter = await loadModelPolicy('starter');
  if (isModelPolicy(nameOrFile)) return policyInForce(await loadModelPolicy(nameOrFile), starter);
  const [{ loadPolicy }, { problemLine }] = await Promise.all([
    import('#features/policy/policy-file.ts'),
    import('#features/policy/document-problem.ts'),
  ]);
  const found = await loadPolicy(nameOrFile, await knownControlIds());
  return found.ok ? policyInForce(found.document, starter) : problemLine(found.problems[0]!);
}
