// What the policy asks of people, as facts with their days: to acknowledge the version in force, and to complete training.
import type { Context } from '#kernel/context.ts';
import { askNow, standings } from '#features/acknowledgement/index.ts';
import { learners } from '#features/training/index.ts';
import type { Asking } from './coverage-over-time.ts';

/** Of the version in force; a correction that came after it asks nobody again. */
export async function acknowledgementAskings(context: Context): Promise<Asking[]> {
  const ask = await askNow(context);
  if (ask === null) return [];
  const { since } = ask;
  const people = await standings(context, ask);
  return people.map(({ id, joined, standing: { due, state, act } }) => ({
    personId: id,
    askedOn: joined > since ? joined : since,
    dueOn: due,
    done: state === 'confirmed' && act !== null ? [{ from: act.doneOn, until: null }] : [],
  }));
}

/** Each module that is asked of somebody, from the day on which it was given out, or on which they came. */
export async function trainingAskings(context: Context): Promise<Asking[]> {
  const { people } = await learners(context);
  return people.flatMap(({ adult, asked }) =>
    asked.map(({ standing, first }) => ({
      personId: adult.personId,
      askedOn: first.on,
      dueOn: first.by,
      done: standing.is === 'never' ? [] : [{ from: standing.by.completedOn, until: standing.until }],
    })),
  );
}
