// Who plans training and sees how far everybody is: the leadership team, and whoever runs the office for them.
import { either, holding, isPerson, onlyOperator } from '#kernel/access.ts';
import type { Actor } from '#kernel/actor.ts';
import { fail } from '#kernel/errors.ts';

export const PLANNERS = [
  'headteacher',
  'deputy-headteacher',
  'slt',
  'dsl',
  'business-manager',
  'administrator',
] as const;

export const planners = either(
  holding('the headteacher, the leadership team, the safeguarding lead or an administrator', ...PLANNERS),
  onlyOperator,
);

/** @throws for whoever would put their own training on record: somebody else who plans it vouches for them */
export function mustBeOfOthers(actor: Actor, personIds: readonly string[], field: string): void {
  if (!isPerson(actor) || !personIds.includes(actor.personId)) return;
  const remedy = 'Leave yourself out, and have somebody else who plans training put yours on record.';
  throw fail.forbidden({
    code: 'not-your-own',
    message: 'Nobody puts their own training on record.',
    remedy,
    fields: [{ field, message: remedy }],
  });
}
