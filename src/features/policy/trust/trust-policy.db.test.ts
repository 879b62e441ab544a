// A trust's own policy on a real database: read by its schools alone, speaking where theirs are silent, never in a circle.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import pg from 'pg';
import { openTestApp } from '#test/school.ts';
import { makeTrust } from './trust.fixture.ts';

let app: Awaited<ReturnType<typeof openTestApp>>;
beforeAll(async () => void (app = await openTestApp()));
beforeEach(() => app.clock.set('2026-11-20T09:00:00Z'));
afterAll(() => app.drop());

const READER = 'approval.secondReader';
const reason = 'The trustees decided so in November.';
/** A policy of one clause and one answer. */
const policyOf = (id: string, derivedFrom?: string): string => `
id: ${id}
title: Social media
school: Fairwater Learning Trust
${derivedFrom === undefined ? '' : `derivedFrom: ${derivedFrom}`}
clauses:
  - id: FLT-01
    number: '1'
    under: Review
    title: When it is looked at again
    text: This policy is reviewed every year.
    binds: [every school]
    force: must
    rests-on: [policy.in-force]
settings:
  review.months: { is: 12, by: [FLT-01] }
`;

describe('a trust’s policy', () => {
  it('answers where a school’s own is silent, citing the trust, and nowhere else', async () => {
    const trust = await makeTrust(app);
    const { school, head, read } = await trust.school('tpat');
    expect(await read(READER)).toMatchObject({ source: 'default', is: 'required' });
    await trust.api().putTrustInForce({ model: 'st-nicholas', reason });
    expect(await read(READER)).toMatchObject({ source: 'trust', is: 'advised', clauses: ['trust:SN-116'] });
    const { settings: listed } = await app.as(head).policy.listSettings({});
    const from = (source: string) => listed.filter((one) => one.source === source).length;
    expect(from('trust')).toBeGreaterThan(0);
    expect(from('policy')).toBeGreaterThan(0);
    const { clauses } = await app.as(head).policy.clauseNames({});
    expect(clauses['trust:SN-116']).toMatchObject({ own: false, ofTrust: true });
    const { trust: theirs } = await app.as(school.first).policy.read({});
    expect(theirs!.clauses.length).toBeGreaterThan(50);
    const alone = await app.school('Millrace Primary School', 'tpat');
    expect(await app.as(alone.first).policy.readSetting({ settingId: READER })).toMatchObject({ source: 'default' });
  });

  it('begins on its day, one version after another, and of one day the newest counts', async () => {
    const trust = await makeTrust(app);
    const { read } = await trust.school('tpat');
    const api = trust.api();
    await api.putTrustInForce({ model: 'st-nicholas', effectiveOn: '2026-12-01', reason });
    expect((await read(READER)).source).toBe('default');
    await expect(api.putTrustInForce({ model: 'starter', reason })).rejects.toMatchObject({
      code: 'begins-before-last',
    });
    await expect(api.putTrustInForce({ model: 'starter', effectiveOn: '2026-11-19', reason })).rejects.toMatchObject({
      code: 'date-passed',
    });
    await api.putTrustInForce({ model: 'starter', effectiveOn: '2026-12-01', reason });
    app.clock.set('2026-12-01T00:00:00Z');
    expect(await read(READER)).toMatchObject({ source: 'trust', is: 'required', clauses: ['trust:ST-69'] });
  });

  it('is taken by a school as its own, to which it adds', async () => {
    const trust = await makeTrust(app);
    const { api, read } = await trust.school('st-nicholas');
    await expect((await api()).takeTrustPolicy({})).rejects.toMatchObject({ code: 'no-trust-policy' });
    const { sha256 } = await trust.api().putTrustInForce({ text: policyOf('fairwater', 'tpat'), reason });
    const taken = await (await api()).takeTrustPolicy({ effectiveOn: '2026-11-23' });
    expect(taken).toMatchObject({ sha256, effectiveOn: '2026-11-23' });
    app.clock.set('2026-11-23T09:00:00Z');
    expect(await (await api()).read({})).toMatchObject({ id: 'fairwater', version: { n: 2, sha256 } });
    expect(await read('review.months')).toMatchObject({ source: 'policy', clauses: ['FLT-01'] });
  });

  it('is not taken from a text with faults, which are told with their lines', async () => {
    const trust = await makeTrust(app);
    const put = (input: object) => trust.api().putTrustInForce({ reason, ...input });
    await expect(put({ text: 'id: [' })).rejects.toMatchObject({ code: 'policy-not-readable' });
    await expect(
      put({ text: policyOf('fairwater').replace('rests-on: [', 'rests-on: [invented.control, ') }),
    ).rejects.toMatchObject({
      code: 'policy-not-readable',
      fields: [{ field: 'text', message: expect.stringMatching(/^Line \d+: .*invented\.control/) as string }],
    });
    await expect(put({})).rejects.toMatchObject({ code: 'model-or-text' });
    await expect(put({ model: 'tpat', text: policyOf('fairwater') })).rejects.toMatchObject({ code: 'model-or-text' });
  });
});

describe('a circle', () => {
  it('is refused: a policy derived from itself, by one step or by several', async () => {
    const trust = await makeTrust(app);
    const put = (text: string) => trust.api().putTrustInForce({ text, reason });
    await expect(put(policyOf('fairwater', 'fairwater'))).rejects.toMatchObject({ code: 'circular-trust' });
    await put(policyOf('fairwater', 'tpat'));
    await put(policyOf('fairwater-two', 'fairwater'));
    await expect(put(policyOf('fairwater', 'fairwater-two'))).rejects.toMatchObject({ code: 'circular-trust' });
    await expect(put(policyOf('fairwater-three', 'elsewhere'))).rejects.toMatchObject({ code: 'parent-not-known' });
  });

  it('is refused: a school’s policy as the trust’s, or as its parent', async () => {
    const trust = await makeTrust(app);
    const { school, tell } = await trust.school('tpat');
    const put = (text: string) => trust.api().putTrustInForce({ text, reason });
    await put(policyOf('fairwater', 'tpat'));
    // As an edited copy of the trust's that the school has adopted.
    await app.rows(
      `update policy_version set document_id = 'millrace',
              document = document || '{"id": "millrace", "derivedFrom": "fairwater"}' where school_id = $1`,
      [school.id],
    );
    await tell();
    await expect(put(policyOf('fairwater-two', 'millrace'))).rejects.toMatchObject({ code: 'circular-trust' });
    await expect(put(policyOf('millrace', 'fairwater'))).rejects.toMatchObject({ code: 'circular-trust' });
    await put(policyOf('fairwater-two', 'fairwater'));
  });
});

describe('what the trust has locked', () => {
  it('stays locked under its next policy, with the answer that this one gives', async () => {
    const trust = await makeTrust(app);
    const { read } = await trust.school('tpat');
    const api = trust.api();
    await expect(api.lockSetting({ settingId: READER, is: 'required', reason })).rejects.toMatchObject({
      code: 'no-trust-policy',
    });
    await api.putTrustInForce({ model: 'st-nicholas', reason });
    const { clauses, versionId } = await api.lockSetting({ settingId: READER, is: 'advised', reason });
    expect({ clauses, versionId }).toEqual({ clauses: ['SN-116'], versionId: null });
    await expect(api.putTrustInForce({ model: 'tpat', reason })).rejects.toMatchObject({ code: 'lock-unanswered' });
    const { renewed } = await api.putTrustInForce({ model: 'starter', effectiveOn: '2026-12-01', reason });
    expect(renewed).toEqual([READER]);
    expect((await read(READER)).locks).toMatchObject([
      { answer: { is: 'advised' }, effectiveOn: '2026-11-20' },
      { answer: { is: 'required' }, effectiveOn: '2026-12-01', clauses: ['trust:ST-69'] },
    ]);
    app.clock.set('2026-12-01T09:00:00Z');
    expect((await read(READER)).locks).toMatchObject([{ answer: { is: 'required' } }]);
    const { past } = await trust.api().readLock({ settingId: READER });
    expect(past).toMatchObject([{ answer: { is: 'advised' }, liftedOn: '2026-12-01' }]);
  });

  it('takes no account of a school, and no day that a later version would undo', async () => {
    const trust = await makeTrust(app);
    const api = trust.api();
    await api.putTrustInForce({ model: 'st-nicholas', reason });
    await api.putTrustInForce({ model: 'starter', effectiveOn: '2026-12-01', reason });
    const account = '0199f0c0-0000-7000-8000-000000000001';
    await expect(
      api.lockSetting({ settingId: READER, is: 'required', overrides: [{ account, is: 'off' }], reason }),
    ).rejects.toMatchObject({ code: 'answer-not-possible' });
    await expect(api.lockSetting({ settingId: READER, is: 'off', reason })).rejects.toMatchObject({
      code: 'begins-before-last',
    });
    await expect(api.lockSetting({ settingId: READER, is: 'advised', reason })).rejects.toMatchObject({
      code: 'later-version-differs',
    });
    await api.lockSetting({ settingId: READER, is: 'required', effectiveOn: '2026-12-01', reason });
  });
});

describe('a change of the trust', () => {
  it('is told to each school until whoever leads it has seen it, and only what was shown counts as seen', async () => {
    const trust = await makeTrust(app);
    const { school, api, tell } = await trust.school('tpat', 'St Bride’s');
    const other = await trust.school('starter', 'Millrace');
    await trust.api().putTrustInForce({ model: 'st-nicholas', reason });
    app.clock.set('2026-11-20T10:00:00Z');
    await trust.api().lockSetting({ settingId: READER, is: 'advised', reason });
    const told = await (await api()).readTrustHere({});
    expect(told).toMatchObject({ trust: 'Fairwater Learning Trust', policy: { n: 1 }, maySee: true });
    expect(told.changes.map(({ kind }) => kind)).toEqual(['lock', 'policy']);
    expect(told.changes[0]).toMatchObject({ settingId: READER, reason });
    app.clock.set('2026-11-20T11:00:00Z');
    await trust.api().liftLock({ settingId: READER, reason: 'The schools decide.' });
    await expect(app.as(school.first).policy.seeTrustChanges({ upTo: told.upTo! })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    expect(await (await api()).seeTrustChanges({ upTo: told.upTo! })).toEqual({ left: 1 });
    expect((await (await api()).readTrustHere({})).changes.map(({ kind }) => kind)).toEqual(['lift']);
    await expect((await api()).seeTrustChanges({ upTo: told.upTo! })).rejects.toMatchObject({ code: 'nothing-new' });
    expect((await (await other.api()).readTrustHere({})).changes).toHaveLength(3);
    await tell();
    await other.tell();
    const { schools } = await trust.api().readTrustPolicy({});
    expect(schools.map(({ name, seenUpTo }) => [name, seenUpTo === told.upTo])).toEqual([
      ['Millrace', false],
      ['St Bride’s', true],
    ]);
  });
});

describe('the rows of a trust', () => {
  it('are read by its own schools only, changed by none of them, and show nothing of a school but its figures', async () => {
    const ours = await makeTrust(app);
    const { school, tell } = await ours.school('tpat');
    const theirs = await makeTrust(app, 'Another Trust');
    const { school: stranger } = await theirs.school('tpat');
    const alone = await app.school('Millrace Primary School');
    await ours.api().putTrustInForce({ model: 'starter', reason });
    await ours.api().lockSetting({ settingId: READER, is: 'required', reason });
    await tell();

    const client = new pg.Client(app.database.owner.options as pg.ClientConfig);
    await client.connect();
    const as = async (role: string, scope: string, sql: string): Promise<number | string> => {
      await client.query('begin');
      try {
        await client.query(`set local role ${role}; set local app.school = '${scope}'`);
        return (await client.query(sql)).rowCount ?? 0;
      } catch (error) {
        return (error as { code: string }).code;
      } finally {
        await client.query('rollback');
      }
    };
    const app_ = 'gatepost_app';
    for (const table of ['trust_policy_version', 'trust_lock', 'trust_figure']) {
      const seen = await Promise.all(
        [school.id, stranger.id, alone.id, ours.trustId, theirs.trustId].map(async (scope) => scope),
      );
      const counts: (number | string)[] = [];
      for (const scope of seen)
        counts.push(await as(app_, scope, `select from ${table} where trust_id = '${ours.trustId}'`));
      expect(counts, table).toEqual([1, 0, 0, 1, 0]);
    }
    expect(await as(app_, school.id, 'select from trust_lead')).toBe(0);
    expect(await as(app_, ours.trustId, 'select from policy_version')).toBe(0);
    expect(await as(app_, ours.trustId, 'select from person')).toBe(0);
    expect(await as(app_, school.id, "update trust_lock set lifted_on = '2027-01-01'")).toBe(0);
    const version = `insert into trust_policy_version (trust_id, id, n, document_id, document, sha256, effective_on, put_at)
      values ('${ours.trustId}', gen_random_uuid(), 9, 'x', '{}', '', '2026-11-20', now())`;
    expect(await as(app_, school.id, version)).toBe('42501');
    const figure = (
      trustId: string,
      schoolId: string,
    ) => `insert into trust_figure (trust_id, school_id, name, value, at)
      values ('${trustId}', '${schoolId}', 'invented', '{}', now())`;
    expect(await as(app_, school.id, figure(ours.trustId, school.id))).toBe(1);
    expect(await as(app_, school.id, figure(ours.trustId, stranger.id))).toBe('42501');
    expect(await as(app_, school.id, figure(theirs.trustId, school.id))).toBe('42501');
    expect(await as(app_, alone.id, figure(ours.trustId, alone.id))).toBe('42501');
    expect(await as('gatepost_visitor', school.id, 'select from trust_policy_version')).toBe(1);
    expect(await as('gatepost_visitor', stranger.id, 'select from trust_policy_version')).toBe(0);
    expect(await as('gatepost_visitor', school.id, 'select from trust_lock')).toBe('42501');
    await client.end();
  });
});
