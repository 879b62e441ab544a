// A school that has adopted its policy makes its trust's its own by adopting it, and by no shorter way.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { failureOf } from '#test/whole-app.ts';
import { makeTrust } from '../policy/trust/trust.fixture.ts';
import { adopting, openAdoptingApp, type AdoptingApp } from './adopting.fixture.ts';

let app: AdoptingApp;
beforeAll(async () => void (app = await openAdoptingApp()));
beforeEach(() => app.clock.set('2026-11-20T09:00:00Z'));
afterAll(() => app.drop());

it('takes the trust’s policy as a draft that is approved and signed', async () => {
  const { as, school, complete, adopt, draft, read, sent, head } = await adopting(app);
  const trust = await makeTrust(app as never);
  await app.rows('update school set trust_id = $1 where id = $2', [trust.trustId, school.id]);
  await trust.api().putTrustInForce({ model: 'tpat', reason: 'The trustees have agreed on it.' });
  await adopt(await complete(), '2026-11-23');
  app.clock.set('2026-11-23T09:00:00Z');

  const taking = async () => (await as(head)).policy.takeTrustPolicy({ effectiveOn: '2026-11-24' });
  expect(await failureOf(taking())).toMatchObject({ kind: 'refused-by-policy', code: 'adopt-it' });

  const { documents } = await (await as(head)).drafting.listDocuments({});
  expect(documents.map(({ address }) => address)).toContain('trust');
  const { adoptionId } = await sent(await draft('trust'));
  const { steps, slots } = await read(adoptionId);
  expect(steps.map(({ state }) => state)).toEqual(['now', 'later']);
  expect(slots.map(({ role }) => role)).toContain('chair-of-governors');
});
