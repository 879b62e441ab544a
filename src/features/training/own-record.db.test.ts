// Nobody puts their own training on record: somebody else who plans it vouches for them.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { failureOf, FRIDAY, openWholeApp, type WholeApp } from '#test/whole-app.ts';

let app: WholeApp;
beforeAll(async () => void (app = await openWholeApp()));
afterAll(() => app.close());
beforeEach(() => app.clock.set(FRIDAY));

it('neither attendance nor a certificate nor an induction of one’s own is recorded, and what to do instead is said', async () => {
  const mill = await app.ready('starter');
  const { head, deputy, chair } = mill;
  const api = (person: typeof head) => app.as(person).training;
  const session = { title: 'INSET', ledBy: 'A trainer', heldOn: '2036-11-20', moduleIds: ['prevent'] };
  const certificate = { title: 'Safer', issuer: 'County', issuedOn: '2036-01-10', moduleId: 'boundaries' };
  const before = (await api(head).readMine({})).done;

  const attended = [head.personId, chair.personId];
  for (const [refused, field] of [
    [api(head).recordSession({ ...session, attended }), 'attended'],
    [api(head).recordCertificate({ ...certificate, personId: head.personId }), 'personId'],
  ] as const) {
    expect(await failureOf(refused)).toMatchObject({
      kind: 'forbidden',
      code: 'not-your-own',
      remedy: expect.stringContaining('somebody else who plans training'),
      fields: [{ field }],
    });
  }
  expect((await api(head).readMine({})).done).toEqual(before);
  expect((await api(chair).readMine({})).done).toEqual([]);
  const offered = (await api(head).listRecords({})).adults.map(({ personId }) => personId);
  expect(offered).toContain(chair.personId);
  expect(offered).not.toContain(head.personId);

  await api(deputy).recordSession({ ...session, attended });
  await api(deputy).recordCertificate({ ...certificate, personId: head.personId });
  expect((await api(head).readMine({})).done).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ moduleId: 'prevent', how: 'session' }),
      expect.objectContaining({ moduleId: 'boundaries', how: 'certificate' }),
    ]),
  );

  await api(deputy).beginInduction({ personId: head.personId });
  const talk = { personId: head.personId, point: 'social-media-talk', heldBy: 'Chris Amari', heldOn: '2036-11-20' };
  expect((await failureOf(api(head).noteInductionPoint(talk))).code).toBe('not-your-own');
  await api(deputy).noteInductionPoint(talk);
  expect((await failureOf(api(head).completeInduction({ personId: head.personId }))).code).toBe('not-your-own');
  await api(deputy).completeInduction({ personId: head.personId });
});
