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
  const { as, school, draft, sent, meet, sign, adopt, chair, writer } = await adopting(app, 'st-nicholas');
  await app.rows('update school set trust_id = $1 where id = $2', [trust.trustId, school.id]);
  await trust.api().putTrustInForce({ model: 'starter', reason });
  const { adoptionId } = await sent();
  await meet(adoptionId);
  await sign(adoptionId, chair);
  await trust.api().lockSetting({ settingId: 'approval.secondReader', is: 'required', reason });
  await expect(adopt(adoptionId, '2026-11-23')).rejects.toMatchObject(locked);
  const looser = await draft();
  await expect(sent(looser)).rejects.toMatchObject(locked);
  const { problems, problemCount } = await (await as(writer)).drafting.read({ draftId: looser });
  expect(problems).toEqual([
    {
      part: 'setting',
      key: 'approval.secondReader',
      field: null,
      name: expect.stringMatching(/\?$/),
      message: expect.stringMatching(
        /^Fairwater Learning Trust has locked this\. It may not be looser than: .+ This would be: /,
      ),
      remedy: 'Choose that answer or a stricter one, or ask the trust to change its lock.',
      clauses: ['trust:ST-69'],
    },
  ]);
  expect(problemCount).toBe(1);
  const strict = await draft('model:starter');
  expect((await (await as(writer)).drafting.read({ draftId: strict })).problems).toEqual([]);
  expect((await sent(strict)).adoptionId).toBeTruthy();
});
