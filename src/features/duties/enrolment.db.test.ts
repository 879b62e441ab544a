// Whom the policy binds is asked to confirm it and to do their training, from the moment they are entered: seen on their Today.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { acknowledgement } from '#features/acknowledgement/index.ts';
import { mail } from '#features/mail/index.ts';
import type { ModelPolicyName } from '#features/policy/index.ts';
import { references } from '#features/references/index.ts';
import { signatures } from '#features/signatures/index.ts';
import { training } from '#features/training/index.ts';
import type { PersonActor } from '#kernel/actor.ts';
import { openTestApp } from '#test/school.ts';
import { duties } from './index.ts';

const open = () => openTestApp([mail, references, signatures, acknowledgement, training, duties]);
let app: Awaited<ReturnType<typeof open>>;
beforeAll(async () => void (app = await open()));
afterAll(() => app.drop());

const asked = async (person: PersonActor) =>
  new Set((await app.as(person).duties.listToday({})).duties.map(({ kind }) => kind));
const schoolUnder = async (model: ModelPolicyName) => {
  const school = await app.school('Millrace Primary School', model);
  const head = await school.person({ responsibilities: ['headteacher'] });
  return { school, head };
};
/** Once and for all: whoever joins the group later has it to do as well. */
const teach = (head: PersonActor, target: string) =>
  app.as(head).training.assign({ moduleId: 'policy', target, dueOn: '2026-12-18' });

it('gives a new member of staff both tasks without further action, and counts them [GH-16, SJ-08]', async () => {
  for (const model of ['grappenhall-heys', 'st-josephs'] as const) {
    const { school, head } = await schoolUnder(model);
    const covered = async () => (await app.as(head).acknowledgement.readCoverage({})).versions[0]!.groups[0]!;
    await teach(head, 'type:staff');
    const taught = async () =>
      (await app.as(head).training.readPlan({})).modules.find(({ moduleId }) => moduleId === 'policy')!;
    const [before, plan] = [await covered(), await taught()];
    const fresh = await school.person({ name: 'Kim Lee' });
    expect(await covered()).toMatchObject({ group: 'staff', people: before.people + 1, confirmed: 0 });
    expect(await taught()).toMatchObject({ asked: plan.asked + 1, done: 0 });
    const tasks = await asked(fresh);
    expect(tasks).toContain('acknowledgement.confirm');
    expect(tasks).toContain('training.module');
  }
});

it('enrols each of the kinds of adults that St Nicholas names, as its settings say, and nobody else', async () => {
  const { school, head } = await schoolUnder('st-nicholas');
  await teach(head, 'all');
  for (const type of ['staff', 'supply', 'volunteer', 'contractor', 'governor'] as const) {
    const tasks = await asked(await school.person({ types: [type] }));
    expect([type, tasks.has('acknowledgement.confirm'), tasks.has('training.module')]).toEqual([type, true, true]);
  }
  const { school: narrow } = await schoolUnder('grappenhall-heys');
  expect(await asked(await narrow.person({ types: ['volunteer'] }))).not.toContain('acknowledgement.confirm');
});
