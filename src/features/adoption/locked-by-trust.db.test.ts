// A draft that would be looser than what the trust has locked is neither sent to be signed nor adopted.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTrust } from '../policy/trust/trust.fixture.ts';
import { adopting, openAdoptingApp, type AdoptingApp } from './adopting.fixture.ts';

let app: AdoptingApp;
beforeAll(async () => void (app = await openAdoptingApp()));
afterAll(() => app.drop());

const reason = 'The trustees decided so in November.';
const locked = { kind: 'refused-by-policy', code: 'locked-by-trust', clauses: ['trust:ST-69'] };

it('is refused when it is sent, and when the lock comes while it is on its way; a stricter one goes through', async () => {
  const trust = await makeTrust(app as never);
  const { school, draft, sent, meet, sign, adopt, chair } = await adopting(app, 'st-nicholas');
  await app.rows('update school set trust_id = $1 where id = $2', [trust.trustId, school.id]);
  await trust.api().putTrustInForce({ model: 'starter', reason });
  const { adoptionId } = await sent();
  await meet(adoptionId);
  await sign(adoptionId, chair);
  await trust.api().lockSetting({ settingId: 'approval.secondReader', is: 'required', reason });
  await expect(adopt(adoptionId, '2026-11-23')).rejects.toMatchObject(locked);
  await expect(sent(await draft())).rejects.toMatchObject(locked);
  expect((await sent(await draft('model:starter'))).adoptionId).toBeTruthy();
});
