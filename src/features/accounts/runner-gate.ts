// What still keeps somebody from writing for an account although they are authorised: signature, training, rules.
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { missingAcknowledgement } from '#features/acknowledgement/index.ts';
import { settings } from '#features/policy/index.ts';
import { missingTraining, type Missing } from '#features/training/index.ts';
import { firstUseClauses, reminderMissing, rulesMissing, unconfirmed } from './first-use.ts';

export interface ReadyFor {
  /** Accounts that would be written for. */
  readonly accounts?: readonly string[];
  /** The words by which the policy speaks of their platforms. */
  readonly platforms?: readonly string[];
  /** At the publishing minute nobody is asked to confirm what they confirmed when they wrote. */
  readonly confirmed?: boolean;
}

/** In the order in which it is best done. */
export async function missingToWrite(context: Context, personId: string, ready: ReadyFor = {}): Promise<Missing[]> {
  const { accounts = [], platforms = [], confirmed = false } = ready;
  const [signature, training, rules] = await Promise.all([
    missingSignature(context, personId),
    missingTraining(context, personId, { platform: platforms }),
    confirmed ? [] : missingConfirmations(context, personId, accounts),
  ]);
  return [...signature, ...training, ...rules];
}

async function missingSignature(context: Context, personId: string): Promise<Missing[]> {
  const conditions = (await context.policy()).ruling(settings.runner.gate);
  if (!conditions.value.includes('signature') && !conditions.value.includes('acknowledgement')) return [];
  const missing = await missingAcknowledgement(context, personId);
  return missing === null ? [] : [{ ...missing, clauses: [...new Set([...conditions.clauses, ...missing.clauses])] }];
}

async function missingConfirmations(
  context: Context,
  personId: string,
  accountIds: readonly string[],
): Promise<Missing[]> {
  const clauses = await firstUseClauses(context);
  if (clauses.length === 0) return [];
  const { reminder, accounts } = await unconfirmed(context, personId, accountIds);
  return [
    ...(reminder !== null ? [reminderMissing(clauses)] : []),
    ...accounts.map(({ name }) => rulesMissing(name, clauses)),
  ];
}

/** @throws refused-by-policy with everything that is missing, its clauses and where to do it */
export async function requireReady(context: Context, personId: string, ready: ReadyFor = {}): Promise<void> {
  refuseMissing(await missingToWrite(context, personId, ready));
}

function refuseMissing(missing: readonly Missing[]): void {
  const [first] = missing;
  if (first === undefined) return;
  throw fail.refused({
    code: 'not-ready-to-write',
    message: `Before you can write for an account: ${missing.map(({ what }) => what).join(' ')}`,
    remedy: `It can be done now, at ${[...new Set(missing.map(({ href }) => href))].join(', ')}.`,
    clauses: [...new Set(missing.flatMap(({ clauses }) => clauses))],
  });
}
