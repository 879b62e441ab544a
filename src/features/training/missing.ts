// What somebody still has to learn before they may write for an account: one statement, and the rules.
import type { Context } from '#kernel/context.ts';
import { dayOf } from '#features/people/index.ts';
import { gateRows } from './completion-queries.ts';
import { monthsOf } from './modules.ts';
import { requiredToRun } from './required.ts';
import { standingOf } from './standing.ts';
import { startingModules } from './starting/modules.ts';

export interface Missing {
  /** In words: “Finish the training …”. */
  readonly what: string;
  /** Where it can be done now. */
  readonly href: string;
  readonly clauses: readonly string[];
}

/** @param platform words by which the policy speaks of the platforms written for: `facebook` */
export async function missingTraining(
  { db, scopeId, at, policy: policyInForce }: Pick<Context, 'db' | 'scopeId' | 'at' | 'policy'>,
  personId: string,
  { platform = [] }: { readonly platform?: string | readonly string[] } = {},
): Promise<Missing[]> {
  const platforms = typeof platform === 'string' ? [platform] : platform;
  const { modules, ownToo, policyMonths, clausesFor } = requiredToRun(await policyInForce(), platforms);
  if (modules.length === 0 && !ownToo) return [];
  const rows = await gateRows(db, scopeId, personId, modules, ownToo);
  const today = dayOf(at);
  return rows
    .filter(({ id, repeatMonths, countsFrom, done }) => {
      const rule = { countsFrom: countsFrom ?? 1, months: monthsOf({ moduleId: id, repeatMonths }, policyMonths) };
      return standingOf(done, rule, today).is !== 'valid';
    })
    .map(({ id, title, done }) => {
      const name = title ?? startingModules.get(id)?.title ?? id;
      return {
        what: done.length === 0 ? `Finish the training “${name}”.` : `Repeat the training “${name}”: it has run out.`,
        href: `/training/${id}`,
        clauses: clausesFor(id),
      };
    });
}
