// The training on the policy that the policy itself gives: to each kind of person that it names, without anybody’s handing it out.
import type { Context } from '#kernel/context.ts';
import type { PolicyInForce } from '#kernel/policy.ts';
import { askNow } from '#features/acknowledgement/index.ts';
import { settings } from '#features/policy/index.ts';
import { GRACE_DAYS, plusDays, type Assignment } from './asked.ts';

const MODULE = 'policy';

/** By two weeks after the day from which the version in force asks everybody; whoever joins later has two weeks from then. */
export async function givenByPolicy(context: Context, policy: PolicyInForce): Promise<(Assignment & { id: null })[]> {
  const kinds = policy.ruling(settings.training.who).value;
  if (kinds.length === 0 || !policy.ruling(settings.training.modules).value.includes(MODULE)) return [];
  const since = (await askNow(context))?.basis.since.effective_on;
  if (since === undefined) return [];
  return kinds.map((of) => ({
    id: null,
    moduleId: MODULE,
    target: { kind: 'type', of },
    dueOn: plusDays(since, GRACE_DAYS),
    givenAt: since,
  }));
}
