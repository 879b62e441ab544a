// A policy that stands beside the safeguarding policy and the code of conduct is adopted only while both are there and in date.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { failureOf } from '#test/whole-app.ts';
import { adopting, openAdoptingApp, type AdoptingApp } from './adopting.fixture.ts';

let app: AdoptingApp;
beforeAll(async () => void (app = await openAdoptingApp()));
afterAll(() => app.drop());

it('[SN-17] is not adopted while the safeguarding policy or the code of conduct is missing or out of date', async () => {
  const { sent, meet, sign, adopt, chair, operating } = await adopting(app, 'st-nicholas');
  const { adoptionId } = await sent();
  await meet(adoptionId);
  await sign(adoptionId, chair);
  const { policies } = await operating.references.list({});
  const entry = (kind: string) => policies.find((line) => line.kind === kind && line.id !== null)!;
  const { owner: _owner, belongsTo, ...safeguarding } = entry('safeguarding');
  const linkedPolicyId = safeguarding.id!;
  const put = (reviewOn: string) =>
    operating.references.changePolicy({ ...safeguarding, belongsTo: belongsTo!, linkedPolicyId, reviewOn });

  await put('2026-11-19');
  const outdated = await failureOf(adopt(adoptionId, '2026-11-23'));
  expect(outdated).toMatchObject({ kind: 'refused-by-policy', code: 'linked-policy-missing', clauses: ['SN-17'] });
  expect(outdated.message).toContain('Safeguarding');
  await put('2027-09-01');
  await operating.references.endPolicy({ linkedPolicyId: entry('conduct').id! });
  expect((await failureOf(adopt(adoptionId, '2026-11-23'))).message).toContain('Code of conduct');
  await operating.references.addPolicy({
    kind: 'conduct',
    title: 'Code of conduct',
    belongsTo: 'school',
    edition: '2026',
    place: 'Staff handbook',
  });
  expect((await adopt(adoptionId, '2026-11-23')).n).toBe(2);
});
