// The days that concern one person: reviews, the look at a version, documents that fall due, and what they are asked to confirm and to learn.
import type { Context } from '#kernel/context.ts';
import { askNow, standings } from '#features/acknowledgement/index.ts';
import { readRegister } from '#features/references/index.ts';
import { learners } from '#features/training/index.ts';
import { readImplementation } from './implementation.ts';
import { reviewCalendar } from './when.ts';

export interface OwnDate {
  /** The same for the same thing, so that a calendar moves it and does not enter it twice. */
  readonly id: string;
  readonly on: string;
  /** Never a person’s name: calendar programs keep their copies elsewhere. */
  readonly title: string;
  readonly path: string;
}

export async function ownDates(context: Context, personId: string): Promise<OwnDate[]> {
  const [{ next, open }, implementation, { policies }, ask, learning] = await Promise.all([
    reviewCalendar(context),
    readImplementation(context),
    readRegister(context),
    askNow(context),
    learners(context, personId),
  ]);
  const [own] = ask ? await standings(context, ask, personId) : [];
  const confirmBy = own && own.standing.state !== 'confirmed' ? own.standing.due : null;
  return [
    ...(open
      ? [
          { id: open.id, on: open.due_on, title: 'The review of the policy ends', path: `/policy/reviews/${open.id}` },
          ...(open.committee_meets_on === null
            ? []
            : [
                {
                  id: `${open.id}-committee`,
                  on: open.committee_meets_on,
                  title: `The policy is before a committee: ${open.committee}`,
                  path: `/policy/reviews/${open.id}`,
                },
              ]),
        ]
      : next
        ? [{ id: 'review', on: next.dueOn, title: 'The policy is to be reviewed', path: '/policy/reviews' }]
        : []),
    ...(implementation && !implementation.review?.closed_at
      ? [
          {
            id: `look-${implementation.version.id}`,
            on: implementation.reviewDueOn,
            title: 'How the policy is kept is to be looked at',
            path: '/policy/implementation',
          },
        ]
      : []),
    ...policies.flatMap(({ entry }) =>
      entry?.reviewOn
        ? [{ id: entry.id, on: entry.reviewOn, title: `To be reviewed: ${entry.title}`, path: '/policy/references' }]
        : [],
    ),
    ...(confirmBy === null
      ? []
      : [{ id: 'confirm', on: confirmBy, title: 'Read and confirm the policy', path: '/policy/sign' }]),
    ...(learning.people[0]?.asked ?? []).flatMap(({ module, dueOn, state }) =>
      dueOn === null || state === 'done'
        ? []
        : [
            {
              id: `training-${module.moduleId}`,
              on: dueOn,
              title: `Training: ${module.title}`,
              path: `/training/${module.moduleId}`,
            },
          ],
    ),
  ];
}
