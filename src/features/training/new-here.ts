// Who has begun to work for the school so lately that an induction is to be expected, and has none yet.
import type { Context } from '#kernel/context.ts';
import { dayOf } from '#features/people/index.ts';
import { settings } from '#features/policy/index.ts';
import { newcomers } from './people-queries.ts';

const NEW_DAYS = 120;

/** Nobody, where the policy in force knows no induction. */
export async function newHere(context: Context): Promise<string[]> {
  const policy = await context.policy();
  if (!policy.ruling(settings.training.modules).value.includes('induction')) return [];
  const today = dayOf(context.at);
  const after = Temporal.PlainDate.from(today).subtract({ days: NEW_DAYS }).toString();
  return newcomers(context.db, context.scopeId, { after, today });
}
