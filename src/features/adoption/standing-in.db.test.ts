// Somebody who approves or signs for a headteacher or a chair who is away: said so wherever it is shown, and sealed so.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { verifySignature } from '#features/signatures/index.ts';
import { defineFeature } from '#kernel/feature.ts';
import { adopting, openAdoptingApp, readDuties, type AdoptingApp } from './adopting.fixture.ts';

const probe = defineFeature({ name: 'probe', summary: 'For this test.', actions: [readDuties], controls: [] });

let app: AdoptingApp;
let probing: Awaited<ReturnType<typeof open>>;
const open = () => openAdoptingApp([probe]);
beforeAll(async () => {
  probing = await open();
  app = probing as unknown as AdoptingApp;
});
beforeEach(() => app.clock.set('2026-11-20T09:00:00Z'));
afterAll(() => app.drop());

it('stands beside the approval and the signature, before and after it is adopted, and in the exported file', async () => {
  const { as, school, away, sent, decide, meet, sign, adopt, read, head, deputy, chair, governor } =
    await adopting(app);
  const { adoptionId } = await sent();
  await away(head, deputy);
  await away(chair, governor);
  await decide(adoptionId, deputy);
  await meet(adoptionId, {}, governor);
  const lines = async () => (await read(adoptionId, deputy)).slots;
  expect((await lines()).map(({ candidates }) => candidates)).toEqual([
    [{ personId: deputy.personId, name: 'Dafydd Rees', standsIn: true }],
    [{ personId: governor.personId, name: 'Tom Pascoe', standsIn: true }],
  ]);
  expect((await read(adoptionId, deputy)).sign?.as).toBe('standing in for the headteacher');
  const { titles } = await probing.as(await school.again(deputy)).probe.duties({});
  expect(titles).toEqual(['Sign the policy, standing in for the headteacher']);
  await sign(adoptionId, deputy);
  await sign(adoptionId, governor);
  const signed = ['standing in for the headteacher', 'standing in for the chair of governors'];
  expect((await lines()).map(({ signature }) => signature?.as)).toEqual(signed);
  await adopt(adoptionId, '2026-11-23', deputy);

  const adopted = await read(adoptionId, deputy);
  expect(adopted.slots.map(({ signature }) => signature?.as)).toEqual(signed);
  expect(adopted.approvedBy).toMatchObject([{ name: 'Dafydd Rees', label: 'standing in for the headteacher' }]);
  const [listed] = (await (await as(deputy)).adoption.list({})).adoptions;
  expect(listed?.approvedBy).toEqual(adopted.approvedBy);

  const signatureId = adopted.slots[0]!.signature!.id;
  const file = await (await as(deputy)).signatures.export({ signatureId });
  expect(file.signature).toMatchObject({ capacity: 'headteacher', standingInFor: head.personId });
  expect(await verifySignature(file, null)).toEqual({ holds: true, problems: [] });
  const { standingInFor: _away, ...asHead } = file.signature;
  expect((await verifySignature({ ...file, signature: asHead }, null)).holds).toBe(false);
});

it('is not said of whoever holds the role', async () => {
  const { complete, adopt, read, as, head } = await adopting(app);
  const adoptionId = await complete();
  await adopt(adoptionId, '2026-11-23');
  const adopted = await read(adoptionId);
  expect(adopted.slots.map(({ signature }) => signature?.as)).toEqual(['the headteacher', 'the chair of governors']);
  expect(adopted.approvedBy).toMatchObject([{ label: 'the headteacher' }]);
  const file = await (await as(head)).signatures.export({ signatureId: adopted.slots[0]!.signature!.id });
  expect(Object.keys(file.signature)).not.toContain('standingInFor');
});
