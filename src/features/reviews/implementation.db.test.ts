// Putting a version into practice, on a real database: the list, and the headteacher’s look at how the policy is kept.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '#kernel/actor.ts';
import type { ModelPolicyName } from '#features/policy/index.ts';
import type { TestSchool } from '#test/school.ts';
import { failureOf } from '#test/whole-app.ts';
import { asToday, openReviewingApp, readyToReview, type ReviewingApp } from './reviewing.fixture.ts';

let app: ReviewingApp;
beforeAll(async () => void (app = await openReviewingApp()));
afterAll(() => app.drop());

const ready = (model: ModelPolicyName, name: string) => readyToReview(app, model, name);
const as = (school: TestSchool, person: PersonActor) => asToday(app, school, person);

describe('putting a version into practice', () => {
  it('[GH-31][SJ-21] starts a list with the owner and the state of each item, for the leadership team', async () => {
    for (const model of ['grappenhall-heys', 'st-josephs'] as const) {
      const { school, head, leader } = await ready(model, `School of ${model}`);
      const list = () => app.as(leader).reviews.readImplementation({});
      const first = await list();
      expect(first.version).toMatchObject({ n: 1 });
      expect(first.items.map(({ key }) => key)).toEqual(
        expect.arrayContaining(['settings', 'roles', 'training', 'acknowledgements', 'notices']),
      );
      for (const item of first.items) expect(item.owner, item.key).toBe('Sam Whitlock');
      expect(first.items.find(({ key }) => key === 'settings')!.isDone).toBe(false);
      const today = (await app.as(leader).duties.listToday({})).duties.map(({ kind }) => kind);
      expect(today).toContain('reviews.implement');

      await app.as(leader).reviews.tickOffItem({ item: 'settings', isDone: true, note: 'With the governors.' });
      await app.as(head).reviews.takeOnItem({ item: 'notices', ownerId: head.personId });
      const later = (await list()).items;
      expect(later.find(({ key }) => key === 'settings')).toMatchObject({ isDone: true, note: 'With the governors.' });
      expect(later.find(({ key }) => key === 'notices')!.owner).toBe('Ngozi Okafor');
      const roles = () => list().then(({ items }) => items.find(({ key }) => key === 'roles')!);
      expect((await roles()).detail).toContain('Nobody is');
      for (const responsibility of ['dsl', 'administrator', 'data-protection-lead', 'chair-of-governors'] as const)
        await school.person({ responsibilities: [responsibility] });
      expect(await roles()).toMatchObject({ isDone: true });
    }
  });

  it('[SJ-106] shows the headteacher the figures, and refuses to close without the computing lead’s note', async () => {
    const { school, head, ict } = await ready('st-josephs', 'St Joseph’s of the Lock');
    app.clock.set('2027-02-20T09:00:00Z');
    const kinds = async (person: PersonActor) =>
      (await (await as(school, person)).duties.listToday({})).duties.map(({ kind }) => kind);
    expect(await kinds(head)).toContain('reviews.look');
    expect(await kinds(ict)).toContain('reviews.consult');
    const looking = (await as(school, head)).reviews;
    const { look } = await looking.readImplementation({});
    expect(look!.dueOn).toBe('2027-02-20');
    expect(look!.figures.map(({ label }) => label)).toContain('Have confirmed the policy');
    const closing = { finding: 'Most keep it; the office needs help.' };
    expect(await failureOf(looking.closeImplementation(closing))).toMatchObject({
      kind: 'refused-by-policy',
      code: 'not-consulted',
      clauses: expect.arrayContaining(['SJ-106']),
    });
    await (await as(school, ict)).reviews.noteConsultation({ words: 'Two tablets still lack a screen lock.' });
    await looking.closeImplementation(closing);
    const after = (await looking.readImplementation({})).look!;
    expect(after).toMatchObject({
      consultation: { by: 'Samira Haddad', words: 'Two tablets still lack a screen lock.' },
      closed: { by: 'Ngozi Okafor', finding: 'Most keep it; the office needs help.' },
    });
    expect(after.figures).toEqual(look!.figures);
    expect((await failureOf(looking.closeImplementation(closing))).code).toBe('look-closed');
  });
});
