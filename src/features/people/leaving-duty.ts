// Today says when somebody leaves and nobody else holds what they answer for afterwards.
import type { Context } from '#kernel/context.ts';
import type { Duty } from '#kernel/duty.ts';
import { dayOf, KEEPERS } from '#features/schools/index.ts';
import { gapsAhead } from './leaving-queries.ts';
import { isResponsibility, RESPONSIBILITIES, RESPONSIBILITY_WORDS } from './responsibilities.ts';

const DAYS_AHEAD = 60;
const SOON_DAYS = 14;
/** These follow from each account’s own page, where the handover is asked for. */
const BY_ACCOUNT: ReadonlySet<string> = new Set(['account-runner', 'author']);

export async function leavingDuties(context: Context): Promise<Duty[]> {
  const { actor, db, scopeId, at } = context;
  if (actor.kind !== 'person' || !KEEPERS.some((role) => actor.roles.has(role))) return [];
  const today = Temporal.PlainDate.from(dayOf(at));
  const gaps = await gapsAhead(db, scopeId, {
    today: today.toString(),
    until: today.add({ days: DAYS_AHEAD }).toString(),
    responsibilities: RESPONSIBILITIES.filter((one) => !BY_ACCOUNT.has(one)),
  });
  if (gaps.length === 0) return [];
  const policy = await context.policy();
  return gaps.flatMap(({ responsibility, last_day, name }): Duty[] => {
    if (!isResponsibility(responsibility)) return [];
    const { label } = RESPONSIBILITY_WORDS[responsibility];
    return [
      {
        id: `people.gap:${responsibility}:${last_day}`,
        kind: 'people.gap',
        title: `Say who follows ${name}: ${label}`,
        detail: 'After their last day nobody else here holds it.',
        href: '/people/leavers',
        due: last_day,
        clauses: policy.clausesOf('people.responsibilities'),
        urgency: today.until(last_day).days <= SOON_DAYS ? 'soon' : 'calm',
      },
    ];
  });
}
