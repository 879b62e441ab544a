// Evidence is shown to those who oversee the policy; everybody else is told so, with the clause of their own policy.
import type { Context } from '#kernel/context.ts';
import { requireOverseer } from './access.ts';

/** @throws `forbidden` */
export async function mustSeeEvidence({ actor, policy }: Pick<Context, 'actor' | 'policy'>): Promise<void> {
  requireOverseer(actor, (await policy()).clausesOf('reports.compliance'));
}
