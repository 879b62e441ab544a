// What training asks of a person: modules to do or repeat, guidance to read; of those who plan, what is late and who is new.
import type { Context } from '#kernel/context.ts';
import type { Duty, FindDuties } from '#kernel/duty.ts';
import { dayOf } from '#features/people/index.ts';
import { planners } from './access.ts';
import { plusDays } from './asked.ts';
import { factRows } from './fact-queries.ts';
import { guidanceOf } from './guidance.ts';
import { deliveryRows } from './guidance-queries.ts';
import { inductionRows } from './induction-queries.ts';
import { learners } from './learners.ts';
import { newHere } from './new-here.ts';
import { adultsOf } from './people-queries.ts';

const SOON_DAYS = 7;
const READING_DAYS = 14;

export const trainingDuties: FindDuties = async (context): Promise<Duty[]> => {
  if (context.actor.kind !== 'person') return [];
  const [own, planning] = await Promise.all([
    ownDuties(context),
    planners.allows(context.actor) ? toPlan(context) : [],
  ]);
  return [...own, ...planning];
};

async function ownDuties(context: Context): Promise<Duty[]> {
  const { db, scopeId, personId, at } = context;
  const today = dayOf(at);
  const [{ policy, people }, given, facts] = await Promise.all([
    learners(context, personId),
    deliveryRows(db, scopeId, { personId }),
    factRows(db, scopeId),
  ]);
  const asked = (people[0]?.asked ?? []).filter(({ state }) => state !== 'done');
  const training = asked.map(({ module, state, dueOn, beforeRunning }): Duty => ({
    id: `training.module:${module.moduleId}`,
    kind: 'training.module',
    title: `${state === 'renew' ? 'Repeat the training' : 'Do the training'} “${module.title}”`,
    ...(beforeRunning && state !== 'renew' ? { detail: 'You can write for no account before it is done.' } : {}),
    href: `/training/${module.moduleId}`,
    due: dueOn,
    clauses: policy.clausesOf(beforeRunning ? 'training.gate' : 'training.programme'),
    urgency: urgencyOf(dueOn, today),
  }));
  const reading = given
    .filter(({ readAt }) => readAt === null)
    .map(({ issueId, title, deliveredAt }): Duty => {
      const due = plusDays(dayOf(Temporal.Instant.from(deliveredAt)), READING_DAYS);
      return {
        id: `training.read:${issueId}`,
        kind: 'training.read',
        title: `Read: ${title}`,
        href: `/training/read/${issueId}`,
        due,
        clauses: policy.clausesOf('training.reminders'),
        urgency: urgencyOf(due, today),
      };
    });
  const renewing = facts
    .filter(({ ownerId, recheckOn, askedAt }) => ownerId === personId && recheckOn < today && askedAt !== null)
    .map(({ id, moduleId, claim, recheckOn }): Duty => ({
      id: `training.fact:${id}`,
      kind: 'training.fact',
      title: 'Look again at a figure in training that has gone out',
      detail: claim,
      href: `/training/manage/${moduleId}`,
      due: recheckOn,
      clauses: policy.clausesOf('training.sourced-facts'),
      urgency: 'overdue',
    }));
  return [...training, ...reading, ...renewing];
}

async function toPlan(context: Context): Promise<Duty[]> {
  const { db, scopeId, at } = context;
  const today = dayOf(at);
  const [policy, guidance, fresh, begun, adults] = await Promise.all([
    context.policy(),
    guidanceOf(context),
    newHere(context),
    inductionRows(db, scopeId),
    adultsOf(db, scopeId, today),
  ]);
  const nameOf = (id: string) => adults.find(({ personId }) => personId === id)?.name;
  const late = guidance.flatMap(({ id, title, missed: [last] }): Duty[] =>
    last === undefined
      ? []
      : [
          {
            id: `training.guidance:${id}`,
            kind: 'training.guidance-late',
            title: `Give out: ${title}`,
            detail: `It did not go out in “${last.name}”.`,
            href: '/training/manage/guidance',
            due: last.ended,
            clauses: policy.clausesOf('training.reminders'),
            urgency: 'overdue',
          },
        ],
  );
  const people = [
    ...fresh.map((id) => ({ id, what: 'Begin the induction of' })),
    ...begun
      .filter(({ completedAt }) => completedAt === null)
      .map(({ personId: id }) => ({ id, what: 'Complete the induction of' })),
  ].filter(({ id }) => id !== context.personId);
  const inductions = people.flatMap(({ id, what }): Duty[] => {
    const name = nameOf(id);
    return name === undefined
      ? []
      : [
          {
            id: `training.induction:${id}`,
            kind: 'training.induction',
            title: `${what} ${name}`,
            href: '/training/manage/induction',
            due: null,
            clauses: policy.clausesOf('training.induction'),
            urgency: 'calm',
          },
        ];
  });
  return [...late, ...inductions];
}

const urgencyOf = (due: string | null, today: string): Duty['urgency'] =>
  due === null || due > plusDays(today, SOON_DAYS) ? 'calm' : due < today ? 'overdue' : 'soon';
