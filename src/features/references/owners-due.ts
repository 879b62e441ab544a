// Which September reminder is due, and who is asked by it; null outside September, and once it went out.
import type { Context } from '#kernel/context.ts';
import { localDate } from '#features/policy/index.ts';
import { askedToCheck } from './asked-to-check.ts';
import { schoolYearStart } from '#features/schools/index.ts';
import type { GuidanceEntry } from './guidance.ts';
import { remindersSent } from './queries.ts';

export interface OwnersDue {
  readonly key: string;
  readonly asked: ReadonlyMap<string, readonly GuidanceEntry[]>;
}

export async function ownersDue(context: Context): Promise<OwnersDue | null> {
  const { db, scopeId, at } = context;
  const today = await localDate(db, scopeId, at);
  const key = `editions:${schoolYearStart(today)}`;
  if (today.slice(5, 7) !== '09' || (await remindersSent(db, scopeId, [key])).has(key)) return null;
  const asked = await askedToCheck(context);
  return asked.size === 0 ? null : { key, asked };
}
