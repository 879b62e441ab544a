// Reads the whole register for a school on a day: linked policies, guidance, what is expected, and what is missing.
import type { Context } from '#kernel/context.ts';
import { documentInForce, localDate, type PolicyDocument } from '#features/policy/index.ts';
import { gapsOf, type ReferenceGap } from './gaps.ts';
import { GUIDANCE_SEEDS, WATCH_SEEDS } from './guidance-seeds.ts';
import { guidanceRegister, type GuidanceRegister } from './guidance.ts';
import { linkedLines, type LinkedLine } from './linked.ts';
import { enteredPolicies, guidanceRows, watchRows } from './queries.ts';
import { watchList, type WatchRow } from './watch.ts';

export interface ReferenceRegister {
  readonly policies: readonly LinkedLine[];
  readonly guidance: GuidanceRegister;
  readonly watch: readonly WatchRow[];
  readonly gaps: readonly ReferenceGap[];
}

type Reading = Pick<Context, 'db' | 'scopeId' | 'at'>;

/** @param document the policy whose references are looked at; without one, that in force today */
export async function readRegister(context: Reading, document?: PolicyDocument): Promise<ReferenceRegister> {
  const { db, scopeId, at } = context;
  const [today, looked, entered, rows, watched] = await Promise.all([
    localDate(db, scopeId, at),
    document ?? documentInForce(db, scopeId, at).then((found) => found.document),
    enteredPolicies(db, scopeId),
    guidanceRows(db, scopeId),
    watchRows(db, scopeId),
  ]);
  const named = looked.linkedPolicies ?? [];
  const policies = linkedLines(entered, named, today);
  const guidance = guidanceRegister(GUIDANCE_SEEDS, rows, named, today);
  return { policies, guidance, watch: watchList(WATCH_SEEDS, watched), gaps: gapsOf(policies, guidance) };
}

/** What is missing or out of date; for pages and reports. */
export const referenceGaps = async (context: Reading): Promise<readonly ReferenceGap[]> =>
  (await readRegister(context)).gaps;
