// What somebody still has to learn before they may write for an account: one statement, and the rules.
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { dayOf } from '#features/people/index.ts';
import { monthsOf } from './modules.ts';
import { requiredToRun } from './required.ts';
import { standingOf, type Completion } from './standing.ts';
import { startingModules } from './starting/modules.ts';

export interface Missing {
  /** In words: “Finish the training …”. */
  readonly what: string;
  /** Where it can be done now. */
  readonly href: string;
  readonly clauses: readonly string[];
}

interface Row {
  readonly id: string;
  readonly title: string | null;
  readonly repeat_months: number | null;
  readonly counts_from: number | null;
  readonly done: readonly Completion[];
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
  const { rows } = await sql<Row>`
    select wanted.id, e.title, m.repeat_months, m.counts_from,
           coalesce((select json_agg(json_build_object('edition', c.edition, 'completedOn', c.completed_on, 'statedEnd', c.stated_end))
                       from training_completion c
                      where c.school_id = ${scopeId} and c.person_id = ${personId} and c.module_id = wanted.id), '[]') as done
      from (select unnest(${[...modules]}::text[]) as id
             union select id from training_module
                    where school_id = ${scopeId} and needed_to_run and retired_at is null and ${ownToo}) wanted
      left join training_module m on m.school_id = ${scopeId} and m.id = wanted.id
      left join training_edition e on e.school_id = ${scopeId} and e.module_id = wanted.id and e.n = m.edition
     order by wanted.id`.execute(db);
  const today = dayOf(at);
  return rows
    .filter(({ id, repeat_months: repeatMonths, counts_from: countsFrom, done }) => {
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
