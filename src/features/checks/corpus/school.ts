// An invented school for the tests: a few pupils, colleagues and what it calls its own.
import { policyInForce } from '#features/policy/in-force.ts';
import { loadModelPolicy, type ModelPolicyName } from '#features/policy/model-policies.ts';
import type { PolicyInForce } from '#kernel/policy.ts';
import { prepareDraft, type Checked } from '../check-draft.ts';
import type { Draft, Facts } from '../draft.ts';
import { indexRoll } from '../roll-index.ts';

const pupil = (first: string, last: string, className: string, yearGroup: string, preferred?: string) => ({
  id: `${first}-${last}`,
  kind: 'pupil' as const,
  first,
  last,
  className,
  yearGroup,
  preferred,
});

export const roll = indexRoll([
  pupil('Amelia', 'Brown', '4B', 'Year 4', 'Millie'),
  pupil('Oscar', 'Fenwick-Jones', 'Kingfisher', 'Year 5'),
  pupil('Mary-Jane', 'O’Neill', '3A', 'Year 3'),
  pupil('Will', 'Read', '3A', 'Year 3'),
  pupil('Rose', 'Park', '2C', 'Year 2'),
  pupil('Summer', 'Day', '2C', 'Year 2'),
  pupil('Grace', 'Young', '1B', 'Year 1'),
  pupil('Mark', 'Grant', '6A', 'Year 6'),
  pupil('Ali', 'Reed', '6A', 'Year 6'),
  { id: 'okafor', kind: 'staff', first: 'Ngozi', last: 'Okafor' },
]);

/** A model policy in force as a school without a database has it. */
export const modelPolicy = async (name: ModelPolicyName): Promise<PolicyInForce> =>
  policyInForce(await loadModelPolicy(name), await loadModelPolicy('starter'));

export const check = (draft: Draft | string, policy: PolicyInForce, facts: Partial<Facts> = {}): Checked => {
  const prepared = prepareDraft(typeof draft === 'string' ? { text: draft } : draft);
  return prepared.check({ people: roll.find(prepared.keys), ...facts }, policy);
};
