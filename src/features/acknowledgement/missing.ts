// What somebody still has to confirm before they may do what the policy makes wait for it.
import type { Context } from '#kernel/context.ts';
import { dayOf } from '#features/people/index.ts';
import { settings } from '#features/policy/index.ts';
import { schoolYearStart } from '#features/schools/index.ts';
import { askNow, standings } from './load.ts';
import { hasConfirmed } from './queries.ts';

export interface Missing {
  /** Said to the person concerned. */
  readonly what: string;
  readonly href: string;
  readonly clauses: readonly string[];
}

/** Of the version in force: one that waits for its day holds nobody up. Null for somebody who is not asked, or has confirmed. */
export async function missingAcknowledgement(context: Context, personId: string): Promise<Missing | null> {
  const { db, scopeId, at } = context;
  const today = dayOf(at);
  const isYearly = (await context.policy()).ruling(settings.ack.yearly).value;
  const schoolYear = isYearly ? schoolYearStart(today) : null;
  if (await hasConfirmed(db, scopeId, personId, { today, schoolYear })) return null;
  const ask = await askNow(context);
  if (!ask) return null;
  const [asked] = await standings(context, ask, personId);
  if (!asked || asked.standing.state === 'confirmed') return null;
  const verb = asked.kind === 'signature' ? 'signed' : 'confirmed';
  return {
    what:
      asked.standing.state === 'refused'
        ? `Version ${ask.basis.version.n} of the policy was refused and is not ${verb}.`
        : `Version ${ask.basis.version.n} of the policy has not been ${verb} yet.`,
    href: '/policy/sign',
    clauses: ask.clauses,
  };
}
