// What calls for a review may be an incident with people in it: its words are for those who hold and sign a review.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openReviewingApp, type ReviewingApp } from './reviewing.fixture.ts';

let app: ReviewingApp;
beforeAll(async () => void (app = await openReviewingApp()));
afterAll(() => app.drop());

it('tells a teacher that a review moved forward, and not what happened', async () => {
  app.clock.set('2026-11-20T09:00:00Z');
  const school = await app.school('Millrace Primary School', 'starter');
  const head = await school.person({ responsibilities: ['headteacher'] });
  const teacher = await school.person();
  const words = 'A parent wrote about a child of class 4K.';
  await app.as(head).reviews.raise({ cause: 'serious-incident', words, dueOn: '2026-12-10' });
  const raisedTo = async (person: typeof head) => (await app.as(person).reviews.list({})).raised[0];
  expect(await raisedTo(head)).toMatchObject({ cause: 'serious-incident', words });
  expect(await raisedTo(teacher)).toMatchObject({ cause: 'serious-incident', words: '' });
  const { reviewId } = await app.as(head).reviews.start({ cause: 'other', words });
  expect((await app.as(head).reviews.read({ reviewId })).words).toBe(words);
  expect((await app.as(teacher).reviews.read({ reviewId })).words).toBe('');
});
