// The policies that are read together with this one, as they are shown to whoever confirms it. Pure.
import type { PolicyDocument } from '#features/policy/index.ts';
import type { LinkedShown } from './statement.ts';

/** What the policy itself lists, where the school’s register says nothing of it. */
export const linkedOf = (document: PolicyDocument): LinkedShown[] =>
  (document.linkedPolicies ?? []).map(({ title }) => ({ title, owner: '', dated: '', href: '' }));
