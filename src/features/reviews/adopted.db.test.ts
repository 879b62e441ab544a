// What adoption begins for those who look after the policy: a date for its review, and a list to put it into practice.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { adopting, openAdoptingApp, type AdoptingApp } from '../adoption/adopting.fixture.ts';
import { acknowledgement } from '#features/acknowledgement/index.ts';
import { training } from '#features/training/index.ts';
import { reviews } from './index.ts';

const MORE = [acknowledgement, training, reviews] as const;
const open = () => openAdoptingApp(MORE);
let app: Awaited<ReturnType<typeof open>>;
beforeAll(async () => void (app = await open()));
beforeEach(() => app.clock.set('2026-11-18T09:00:00Z'));
afterAll(() => app.drop());

const school = (model: 'st-josephs' | 'grappenhall-heys' | 'st-nicholas') =>
  adopting(app as unknown as AdoptingApp, model);
const reviewing = async (cast: Awaited<ReturnType<typeof school>>) =>
  app.as(await cast.school.again(cast.head)).reviews;

it('[SJ-06] sets the next review one year after the day of adoption, with its reminders', async () => {
  const cast = await school('st-josephs');
  app.clock.set('2026-11-20T09:00:00Z');
  const { adoptionId } = await cast.sent();
  await cast.decide(adoptionId, cast.head);
  await cast.meet(adoptionId);
  await cast.sign(adoptionId, cast.head);
  await cast.sign(adoptionId, cast.governor);
  await cast.adopt(adoptionId, '2026-11-23');
  app.clock.set('2026-11-23T09:00:00Z');
  const { next } = await (await reviewing(cast)).list({});
  expect(next).toMatchObject({ dueOn: '2027-11-20', why: 'interval' });
  expect(next!.reminders.map(({ on }) => on)).toEqual(['2027-08-22', '2027-10-21', '2027-11-13']);
});

it('[GH-31] starts the list anew for the adopted version, owned by the leadership team', async () => {
  const cast = await school('grappenhall-heys');
  const before = await reviewing(cast);
  await before.tickOffItem({ item: 'settings', isDone: true });
  const { n } = await cast.adopt(await cast.complete(), '2026-11-23');
  const list = await (await reviewing(cast)).readImplementation({});
  expect(list.version).toMatchObject({ n, effectiveOn: '2026-11-23' });
  expect(list.items.find(({ key }) => key === 'settings')).toMatchObject({ isDone: false, owner: 'Priya Nair' });
  expect(list.items.map(({ key }) => key)).toEqual(
    expect.arrayContaining(['settings', 'roles', 'training', 'acknowledgements', 'notices']),
  );
});
