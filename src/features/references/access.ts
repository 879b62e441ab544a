// Who keeps the register of what the policy rests on.
import { either, holding, onlyOperator } from '#kernel/access.ts';
import type { Actor } from '#kernel/actor.ts';

export const KEEPING = [
  'headteacher',
  'deputy-headteacher',
  'slt',
  'dsl',
  'computing-lead',
  'data-protection-lead',
  'business-manager',
  'administrator',
] as const;

export const registerKeepers = either(
  holding('the headteacher, the leadership team, a lead or an administrator', ...KEEPING),
  onlyOperator,
);

export const keepsRegister = (actor: Actor): boolean => registerKeepers.allows(actor);
