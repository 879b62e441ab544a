// For tests: a school with everybody whom the model policies name as reviewers, and what Gatepost does there each morning.
import { systemActor, type PersonActor } from '#kernel/actor.ts';
import { acknowledgement } from '#features/acknowledgement/index.ts';
import { duties } from '#features/duties/index.ts';
import { mail } from '#features/mail/index.ts';
import type { ModelPolicyName } from '#features/policy/index.ts';
import { references } from '#features/references/index.ts';
import { training } from '#features/training/index.ts';
import { openTestApp, type TestSchool } from '#test/school.ts';
import { reviews } from './index.ts';

const MORE = [mail, references, acknowledgement, training, reviews, duties] as const;
export type ReviewingApp = Awaited<ReturnType<typeof openTestApp<typeof MORE>>>;
export const openReviewingApp = (): Promise<ReviewingApp> => openTestApp(MORE);

const START = '2026-11-20T09:00:00Z';

export async function readyToReview(app: ReviewingApp, model: ModelPolicyName, name: string) {
  app.clock.set(START);
  const school = await app.school(name, model);
  const head = await school.person({ name: 'Ngozi Okafor', responsibilities: ['headteacher'] });
  const leader = await school.person({ name: 'Sam Whitlock', responsibilities: ['slt'] });
  const ict = await school.person({ name: 'Samira Haddad', responsibilities: ['computing-lead'] });
  const governor = await school.person({ name: 'Desmond Clarke', types: ['governor'] });
  return { school, head, leader, ict, governor };
}
export type Cast = Awaited<ReturnType<typeof readyToReview>>;

/** As somebody today: their factor and roles read afresh. */
export const asToday = async (app: ReviewingApp, school: TestSchool, person: PersonActor) =>
  app.as(await school.again(person));

/** @returns null where nothing was to be done */
export async function remindIn(app: ReviewingApp, school: TestSchool) {
  const robot = app.as(systemActor(school.id, 'reviews.remindReviewers')).reviews;
  return (await robot.findReminder({})).isDue ? robot.remindReviewers({}) : null;
}
