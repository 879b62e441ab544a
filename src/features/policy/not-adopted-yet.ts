// Until a school has adopted a policy its headteacher puts one in force; afterwards another takes its place by being adopted too.
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { versionRows } from './queries.ts';
import { livingVersions } from './version-line.ts';

/** @throws once the school has adopted a policy. @param from what a draft can be begun from */
export async function refuseOnceAdopted(
  context: Pick<Context, 'db' | 'scopeId' | 'policy'>,
  from: string,
): Promise<void> {
  const living = livingVersions(await versionRows(context.db, context.scopeId));
  if (!living.some(({ state }) => state === 'adopted')) return;
  throw fail.refused({
    code: 'adopt-it',
    message: 'This school has adopted its policy, so another one takes its place by being adopted too.',
    remedy: `Begin a draft from ${from}, and send it to be approved.`,
    clauses: (await context.policy()).clausesOf('policy.adoption'),
  });
}
