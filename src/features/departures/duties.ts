// What departures from the policy ask of a person: to decide, to answer what was asked back, to know when leave ends.
import type { Duty, FindDuties } from '#kernel/duty.ts';
import { localDate } from '#features/policy/index.ts';
import { deciders } from './deciders.ts';
import { openDepartureRows, ownUnsettledRows } from './queries.ts';

const SOON_DAYS = 7;

export const departuresDuties: FindDuties = async (context): Promise<Duty[]> => {
  const { actor, db, scopeId, at } = context;
  if (actor.kind !== 'person') return [];
  const today = await localDate(db, scopeId, at);
  const [open, own] = await Promise.all([
    openDepartureRows(db, scopeId, actor.personId),
    ownUnsettledRows(db, scopeId, actor.personId, today),
  ]);
  if (open.length === 0 && own.length === 0) return [];
  const policy = await context.policy();
  const of = await deciders(context, policy);
  const soon = Temporal.PlainDate.from(today).add({ days: SOON_DAYS }).toString();
  const duty = (id: string, clauseId: string, more: Pick<Duty, 'kind' | 'title' | 'due' | 'urgency'>): Duty => ({
    id: `${more.kind}:${id}`,
    href: `/policy/departures/${id}`,
    clauses: [...new Set([...policy.clausesOf('policy.departure'), clauseId])],
    ...more,
  });
  return [
    ...open
      .filter(({ opened_by }) => of(opened_by).some(({ personId }) => personId === actor.personId))
      .map(({ id, clause_id, kind, happens_at }) =>
        duty(id, clause_id, {
          kind: 'departures.decide',
          title:
            kind === 'beforehand'
              ? 'Somebody asks for leave to depart from the policy'
              : 'Somebody tells you of a departure from the policy',
          due: kind === 'beforehand' ? happens_at : null,
          urgency: kind === 'beforehand' && happens_at < context.now ? 'overdue' : 'soon',
        }),
      ),
    ...own.flatMap(({ id, clause_id, outcome, permitted_until }) =>
      outcome === 'questioned'
        ? duty(id, clause_id, {
            kind: 'departures.reply',
            title: 'Something is asked back about a departure that you told of',
            due: null,
            urgency: 'soon',
          })
        : permitted_until !== null && permitted_until <= soon
          ? duty(id, clause_id, {
              kind: 'departures.ends',
              title: 'Your leave to depart from the policy ends',
              due: permitted_until,
              urgency: 'calm',
            })
          : [],
    ),
  ];
};
