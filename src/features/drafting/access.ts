// Who writes policy, and who reads what is being written. Pure.
import { allow, either, holding, holds, type Allowed } from '#kernel/access.ts';
import type { Actor } from '#kernel/actor.ts';
import type { DraftState } from './draft.ts';

export const writesPolicy = holding(
  'the headteacher, a deputy headteacher or a member of the senior leadership team',
  'headteacher',
  'deputy-headteacher',
  'slt',
);

/** Those whom a policy may ask to approve it read it once it is sent to them. */
const DECIDING = [
  'chair-of-governors',
  'governor',
  'dsl',
  'deputy-dsl',
  'administrator',
  'data-protection-lead',
] as const;
export const readsDrafts = either(writesPolicy, holding('whoever is asked to decide on it', ...DECIDING));

export function readsDraft<T extends { readonly state: DraftState }>(actor: Actor, draft: T): Allowed<T> | null {
  const isSent = draft.state !== 'draft' && draft.state !== 'discarded';
  const may = writesPolicy.allows(actor) || (isSent && DECIDING.some((role) => holds(actor, role)));
  return may ? allow(draft) : null;
}
