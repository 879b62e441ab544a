// The register of what the policy is read with and rests on, on a real database.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { operator, systemActor } from '#kernel/actor.ts';
import { defineFeature } from '#kernel/feature.ts';
import { loadModelPolicy } from '#features/policy/index.ts';
import { failureOf } from '#test/whole-app.ts';
import { openTestApp, type TestSchool } from '#test/school.ts';
import { remindOwnersJob } from './jobs/remind-owners-job.ts';
import { references, referencesDuties } from './index.ts';

const readDuties = defineAction({
  name: 'probe.duties',
  kind: 'read',
  summary: 'What the register asks of me.',
  route: 'GET /probe/duties',
  scope: 'school',
  who: anySignedIn,
  input: z.object({}),
  output: z.object({ titles: z.array(z.string()) }),
}).handle(async (context) => ({ titles: (await referencesDuties(context)).map(({ title }) => title) }));
const probe = defineFeature({
  name: 'probe',
  summary: 'For this test.',
  actions: [readDuties],
  controls: [],
});

const open = () => openTestApp([references, probe]);
let app: Awaited<ReturnType<typeof open>>;
beforeAll(async () => void (app = await open()));
afterAll(() => app.drop());

const SAFEGUARDING = {
  kind: 'safeguarding',
  title: 'Safeguarding policy',
  belongsTo: 'school',
  edition: 'Version 4, September 2026',
  place: 'https://millrace.example/safeguarding.pdf',
  reviewOn: '2027-09-01',
} as const;

const keeperOf = (school: TestSchool) => school.person({ responsibilities: ['headteacher'] });

it('[SN-165] presets the five documents and warns on the policy’s page until each has a current version', async () => {
  const school = await app.school('Beck Lane Primary School', 'st-nicholas');
  const head = await keeperOf(school);
  const register = app.as(head).references;
  const kinds = ['safeguarding', 'online-safety', 'disciplinary', 'equal-opportunity', 'conduct'];
  const gapsOf = async (kind: string) => {
    const { policies } = await register.list({});
    const { gaps } = await register.listGaps({});
    return gaps.filter(({ title }) => policies.some((line) => line.kind === kind && line.title === title));
  };
  for (const kind of kinds) expect(await gapsOf(kind), kind).not.toEqual([]);

  const { linkedPolicyId } = await register.addPolicy({ ...SAFEGUARDING, ownerId: head.personId });
  expect(await gapsOf('safeguarding')).toEqual([]);
  expect(await gapsOf('conduct')).not.toEqual([]);
  const line = (await register.list({})).policies.find(({ id }) => id === linkedPolicyId);
  expect(line).toMatchObject({
    owner: { id: head.personId, hasLeft: false },
    edition: 'Version 4, September 2026',
    reviewOn: '2027-09-01',
    state: 'current',
  });
  expect(line?.clauses).toContain('SN-165');

  await register.changePolicy({ ...SAFEGUARDING, linkedPolicyId, reviewOn: '2026-11-19' });
  const [outdated] = await gapsOf('safeguarding');
  expect(outdated).toMatchObject({ what: 'outdated', named: ['Safeguarding and child protection policies'] });
  expect(outdated!.message).toContain('19 November 2026');
  await register.confirmPolicy({ linkedPolicyId, reviewOn: '2027-11-19' });
  expect(await gapsOf('safeguarding')).toEqual([]);
  await register.endPolicy({ linkedPolicyId });
  expect(await gapsOf('safeguarding')).toMatchObject([{ what: 'missing' }]);
  expect((await failureOf(register.confirmPolicy({ linkedPolicyId }))).kind).toBe('not-found');
});

it('says how many are missing alike on Today, on the page of the policy and in the register', async () => {
  const school = await app.school('Race Lane School', 'st-nicholas');
  const head = await keeperOf(school);
  const register = app.as(head).references;
  const onToday = async () =>
    (await app.as(head).probe.duties({})).titles.find((title) => title.includes('missing or out of date'));
  const { gaps, inWords } = await register.listGaps({});
  expect(new Set(gaps.map(({ what }) => what)).size).toBeGreaterThan(1);
  expect(inWords).toBe(`${gaps.length} documents that the policy is read with are missing or out of date`);
  expect(await onToday()).toBe(inWords);
  expect((await register.list({})).gapsInWords).toBe(inWords);
});

it('holds a code of conduct of the trust beside an acceptable use policy of the school', async () => {
  const school = await app.school('Weir School', 'tpat');
  const register = app.as(await keeperOf(school)).references;
  const named = async () => (await register.list({})).policies.filter(({ clauses }) => clauses.includes('TP-13'));
  expect((await named()).map(({ state }) => state)).toEqual(['missing', 'missing']);
  const common = { edition: '2026', place: 'The staff handbook', reviewOn: '' };
  await register.addPolicy({ ...common, kind: 'conduct', title: 'Staff code of conduct', belongsTo: 'trust' });
  await register.addPolicy({ ...common, kind: 'acceptable-use', title: 'Acceptable ICT use', belongsTo: 'school' });
  expect((await named()).map(({ kind, belongsTo, state }) => ({ kind, belongsTo, state }))).toEqual([
    { kind: 'conduct', belongsTo: 'trust', state: 'current' },
    { kind: 'acceptable-use', belongsTo: 'school', state: 'current' },
  ]);
});

it('[SN-11][SN-18] lists law and guidance with body, edition, section and the day it was checked; an old edition leads to its successor', async () => {
  const school = await app.school('Ford School', 'st-nicholas');
  const head = await keeperOf(school);
  const register = app.as(head).references;
  const entry = async (key: string) => (await register.list({})).guidance.find((one) => one.key === key)!;

  const old = await entry('gswp-2015');
  expect(old).toMatchObject({ state: 'superseded', edition: 'October 2015', currentKey: 'gswp-2022', isCited: true });
  expect(old).toMatchObject({ body: 'Safer Recruitment Consortium', datedOn: '2015-10-01', section: 'Section 7' });
  expect(await entry('children-act-16la')).toMatchObject({ kind: 'law', body: 'UK Parliament' });
  expect(old.clauses).toEqual(expect.arrayContaining(['SN-18', 'SN-32']));
  expect(old.instead).toContain('February 2022');
  expect(old.instead).toContain('Communication with children');
  const { gaps } = await register.listGaps({});
  expect(gaps.filter(({ what }) => what === 'superseded').map(({ title }) => title)).toEqual([
    'Keeping Children Safe in Education (2016)',
    'Safer-working-practice guidance (October 2015)',
  ]);

  for (const { state, checkedAt } of (await register.list({})).guidance) {
    expect(checkedAt).toBeNull();
    expect(['check', 'superseded']).toContain(state);
  }
  await register.confirmGuidance({ key: 'kcsie-2026' });
  expect(await entry('kcsie-2026')).toMatchObject({ state: 'checked', checkedBy: head.name });
  expect((await entry('kcsie-2026')).checkedAt).not.toBeNull();
  expect((await failureOf(register.confirmGuidance({ key: 'gswp-2015' }))).code).toBe('edition-superseded');

  const { newKey } = await register.replaceGuidance({
    key: 'gswp-2022',
    kind: 'guidance',
    title: 'Guidance for safer working practice',
    body: 'A body that took over',
    edition: '2026',
    section: 'Section 11',
    datedOn: '2026-09-01',
    place: 'https://example.org/gswp',
  });
  expect(await entry('gswp-2015')).toMatchObject({ currentKey: newKey });
  expect(await entry(newKey)).toMatchObject({ body: 'A body that took over', datedOn: '2026-09-01' });
  expect((await entry('gswp-2015')).instead).toContain('A body that took over');
  const again = { ...(await entry(newKey)), ownerId: null, key: newKey };
  expect((await failureOf(register.replaceGuidance(again))).code).toBe('same-edition');
  expect(
    (await failureOf(register.addGuidance({ ...again, edition: 'the newest' }))).fields.map(({ field }) => field),
  ).toEqual(['edition']);
});

it('[SN-166] asks the owner of each outside reference, every September and once, to confirm its edition year', async () => {
  const school = await app.school('Lock School', 'st-nicholas');
  const head = await keeperOf(school);
  const lead = await school.person({ name: 'Ida Lead', responsibilities: ['dsl'] });
  const kcsie = (await app.as(head).references.list({})).guidance.find(({ key }) => key === 'kcsie-2026')!;
  expect(kcsie.edition).toMatch(/20\d\d/);
  await app.as(head).references.changeGuidance({ ...kcsie, ownerId: lead.personId });
  const told = async () =>
    (await app.as(lead).people.readNotices({})).notices.filter(({ text }) => text.includes('confirm')).length;
  const remind = () => app.as(systemActor(school.id, remindOwnersJob.name)).references.remindOwners({});

  expect(await remind()).toEqual({ told: 0 });
  const before = app.clock.now();
  app.clock.set('2027-09-01T06:00:00Z');
  try {
    expect((await app.as(await school.again(lead)).references.list({})).guidance).toContainEqual(
      expect.objectContaining({ key: 'kcsie-2026', state: 'check' }),
    );
    expect((await remind()).told).toBeGreaterThan(0);
    expect(await told()).toBe(1);
    expect(await remind()).toEqual({ told: 0 });
    expect(await told()).toBe(1);
  } finally {
    app.clock.set(before.toString());
  }
});

it('keeps expected changes until they are closed with a word, and an owner who works there', async () => {
  const school = await app.school();
  const head = await keeperOf(school);
  const register = app.as(head).references;
  const { key } = await register.addWatchItem({ title: 'A law on phones in schools' });
  await register.confirmWatchItem({ key: 'age-enforcement' });
  await register.closeWatchItem({ key, outcome: 'It came; the policy says so now.' });
  const { watch } = await register.list({});
  expect(watch.find((one) => one.key === key)).toMatchObject({ outcome: 'It came; the policy says so now.' });
  expect(watch.find((one) => one.key === 'age-enforcement')!.lookedAt).not.toBeNull();
  expect((await failureOf(register.closeWatchItem({ key, outcome: 'Again' }))).code).toBe('watch-item-closed');

  const pupil = await school.person({ types: ['pupil'] });
  const refused = await failureOf(register.addPolicy({ ...SAFEGUARDING, ownerId: pupil.personId }));
  expect(refused.fields.map(({ field }) => field)).toEqual(['ownerId']);
  const script = await failureOf(register.addPolicy({ ...SAFEGUARDING, place: 'javascript:alert(1)' }));
  expect(script.fields.map(({ field }) => field)).toEqual(['place']);
});

it('is read by everybody and kept by those who answer for it; another school sees nothing of it', async () => {
  const [school, other] = [await app.school('One School'), await app.school('Other School')];
  const head = await keeperOf(school);
  const { linkedPolicyId } = await app.as(head).references.addPolicy(SAFEGUARDING);
  const teacher = await school.person();
  expect((await app.as(teacher).references.list({})).mayKeep).toBe(false);
  expect((await failureOf(app.as(teacher).references.addPolicy(SAFEGUARDING))).kind).toBe('forbidden');
  const theirs = app.as(operator(other.id)).references;
  expect((await theirs.list({})).policies.some(({ id }) => id === linkedPolicyId)).toBe(false);
  expect((await failureOf(theirs.endPolicy({ linkedPolicyId }))).kind).toBe('not-found');
});

it('knows which model policies ask for linked policies in date before they are adopted', async () => {
  const binding = async (name: 'st-nicholas' | 'tpat') =>
    (await loadModelPolicy(name)).clauses
      .filter((clause) => clause['rests-on'].includes('policy.linked-in-date'))
      .map(({ id }) => id);
  expect(await binding('st-nicholas')).toEqual(['SN-17']);
  expect(await binding('tpat')).toEqual([]);
});
