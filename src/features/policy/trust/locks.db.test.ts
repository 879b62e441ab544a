// A trust's locks on a real database: looser is refused at every door, stricter is not, and nobody's policy is changed by them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp } from '#test/school.ts';
import { againstLocks } from './against-locks.ts';
import { makeTrust, type TestTrust } from './trust.fixture.ts';

let app: Awaited<ReturnType<typeof openTestApp>>;
beforeAll(async () => void (app = await openTestApp()));
afterAll(() => app.drop());

const READER = 'approval.secondReader';
const reason = 'The trustees decided so in November.';

/** A trust on the starter, which asks for a second reader (`required` is the strictest of three). */
async function trustWithPolicy(): Promise<TestTrust> {
  app.clock.set('2026-11-20T09:00:00Z');
  const trust = await makeTrust(app);
  await trust.api().putTrustInForce({ model: 'starter', reason });
  return trust;
}

describe('a locked setting', () => {
  it('refuses a school’s looser answer, naming clause and trust, and takes a stricter one [TP-03]', async () => {
    const trust = await trustWithPolicy();
    const { read, change, api } = await trust.school('starter');
    await trust.api().lockSetting({ settingId: READER, is: 'advised', reason });
    await expect(change(READER, 'off')).rejects.toMatchObject({
      kind: 'refused-by-policy',
      code: 'locked-by-trust',
      clauses: ['trust:LOCK-01'],
      message: expect.stringContaining('Fairwater Learning Trust has locked this') as string,
    });
    expect(await read(READER)).toMatchObject({ is: 'required' });
    await change(READER, 'advised');
    expect(await read(READER)).toMatchObject({
      is: 'advised',
      locks: [{ trust: 'Fairwater Learning Trust', conflict: null }],
    });
    await change(READER, 'required');
    expect(await read(READER)).toMatchObject({ is: 'required' });
    const { clauses } = await (await api()).clauseNames({});
    expect(clauses['trust:LOCK-01']).toMatchObject({ ofTrust: true, own: false });
  });

  it('is held against every door: preview, a whole policy, the trust’s own at another school, and other answers in places', async () => {
    const trust = await trustWithPolicy();
    const { school, api, change } = await trust.school('starter');
    await trust.api().lockSetting({ settingId: READER, is: 'required', reason });
    const asHead = await api();
    const locked = { kind: 'refused-by-policy', code: 'locked-by-trust' };
    await expect(asHead.previewSetting({ settingId: READER, is: 'off' })).rejects.toMatchObject(locked);
    // In `st-nicholas` a second reader is only advised.
    await expect(asHead.putInForce({ model: 'st-nicholas', effectiveOn: '2026-12-01' })).rejects.toMatchObject(locked);
    const elsewhere = { overrides: [{ category: 'announcement', is: 'off' }] as never[] };
    await expect(change(READER, 'required', elsewhere)).rejects.toMatchObject({
      ...locked,
      message: expect.stringContaining('posts of the kind “announcement”') as string,
    });
    await expect(
      change(READER, 'required', { overrides: [{ platform: 'x', is: 'advised' }] as never[] }),
    ).rejects.toMatchObject(locked);
    const [{ n }] = (await app.rows<{ n: number }>(
      'select count(*)::int as n from policy_version where school_id = $1',
      [school.id],
    )) as [{ n: number }];
    expect(n).toBe(1);
  });

  it('allows nothing but the same answer where none is stricter', async () => {
    const trust = await trustWithPolicy();
    const { change, read } = await trust.school('starter');
    const { answer } = await trust.api().readLock({ settingId: 'press.lead' });
    await trust.api().lockSetting({ settingId: 'press.lead', is: answer.is, reason });
    await expect(change('press.lead', 'business-manager')).rejects.toMatchObject({ code: 'locked-by-trust' });
    expect((await read('press.lead')).locks).toMatchObject([{ fixed: true }]);
  });

  it('holds from its day on and until it is lifted, and leaves schools without a trust alone', async () => {
    const trust = await trustWithPolicy();
    const { change } = await trust.school('starter');
    const alone = await app.school('Millrace Primary School');
    await trust.api().lockSetting({ settingId: READER, is: 'required', effectiveOn: '2026-12-01', reason });
    await change(READER, 'advised');
    app.clock.set('2026-12-01T09:00:00Z');
    await expect(change(READER, 'off')).rejects.toMatchObject({ code: 'locked-by-trust' });
    await trust.api().liftLock({ settingId: READER, reason: 'The trustees leave it to the schools.' });
    await change(READER, 'off');
    expect(await app.as(alone.first).policy.readTrustHere({})).toEqual({
      trust: null,
      policy: null,
      locks: [],
      changes: [],
      upTo: null,
      maySee: false,
    });
  });

  it('belongs to the trust: a headteacher locks nothing, and whoever leads the trust decides nothing at a school', async () => {
    const trust = await trustWithPolicy();
    const { head, school } = await trust.school('starter');
    const lock = { settingId: READER, is: 'required', reason };
    await expect(app.as(head).policy.lockSetting(lock)).rejects.toMatchObject({ kind: 'forbidden' });
    const pretending = { ...head, roles: new Set([...head.roles, 'trust-lead']) };
    await expect(app.as(pretending).policy.lockSetting(lock)).rejects.toMatchObject({ kind: 'forbidden' });
    const reaching = { ...trust.lead(), scopeId: school.id, roles: new Set(['trust-lead', 'headteacher']) };
    await expect(app.as(reaching).policy.read({})).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('a lock that comes when a school is looser', () => {
  it('changes nothing there: it is a conflict with a day, then overdue, at the school and at the trust', async () => {
    const trust = await trustWithPolicy();
    const { read, change, api, tell } = await trust.school('starter', 'St Bride’s');
    await change(READER, 'off');
    await trust.api().lockSetting({ settingId: READER, is: 'required', effectiveOn: '2026-11-23', days: 14, reason });
    const conflict = async () => (await read(READER)).locks[0]!.conflict;
    expect(await conflict()).toMatchObject({ state: 'coming', dueOn: '2026-12-07' });

    app.clock.set('2026-11-23T09:00:00Z');
    expect(await read(READER)).toMatchObject({ is: 'off', source: 'change' });
    expect(await conflict()).toMatchObject({ state: 'due', dueOn: '2026-12-07' });
    expect(await tell()).toBe(true);
    expect(await tell()).toBe(false);
    const looser = async () => (await trust.api().readLock({ settingId: READER })).standing[0]!.looser;
    expect(await looser()).toEqual([{ school: 'St Bride’s', dueOn: '2026-12-07', state: 'due' }]);
    // What is no part of the conflict can be changed meanwhile; what is may only become as strict.
    await change('review.months', 6);
    await expect(change(READER, 'advised')).rejects.toMatchObject({ code: 'locked-by-trust' });

    app.clock.set('2026-12-08T09:00:00Z');
    expect(await conflict()).toMatchObject({ state: 'overdue' });
    expect(await tell()).toBe(true);
    expect(await looser()).toMatchObject([{ state: 'overdue' }]);
    expect(await read(READER)).toMatchObject({ is: 'off' });

    await change(READER, 'required');
    expect(await conflict()).toBeNull();
    await tell();
    expect(await looser()).toEqual([]);
    expect((await (await api()).listVersions({})).versions.map(({ n }) => n)).toHaveLength(4);
  });

  it('gives a school that joins later the same days from its own beginning', async () => {
    const trust = await trustWithPolicy();
    await trust.api().lockSetting({ settingId: READER, is: 'required', days: 10, reason });
    app.clock.set('2027-02-01T09:00:00Z');
    const { read } = await trust.school('st-nicholas');
    expect((await read(READER)).locks[0]!.conflict).toMatchObject({ state: 'due', dueOn: '2027-02-11' });
  });

  it('gives no days anew where a lock only takes another’s place', async () => {
    const trust = await trustWithPolicy();
    const { read, change } = await trust.school('st-nicholas');
    await change(READER, 'off');
    await trust.api().lockSetting({ settingId: READER, is: 'required', days: 10, reason });
    app.clock.set('2026-11-28T09:00:00Z');
    await trust.api().lockSetting({ settingId: READER, is: 'advised', days: 10, reason });
    expect((await read(READER)).locks).toMatchObject([{ conflict: { dueOn: '2026-11-30' } }]);
  });
});

describe('what adoption asks', () => {
  it('is told each breach of a document, before anything is put in force', async () => {
    const trust = await trustWithPolicy();
    const { school } = await trust.school('starter');
    await trust.api().lockSetting({ settingId: READER, is: 'required', reason });
    const { loadModelPolicy } = await import('../model-policies.ts');
    const document = await loadModelPolicy('st-nicholas');
    const unit = await app.database.begin({ scopeId: school.id, personId: null, role: 'app' }, 'read');
    const breaches = await againstLocks({ db: unit.db, scopeId: school.id }, document, '2026-11-20');
    await unit.commit();
    expect(breaches.map(({ setting }) => setting.id)).toEqual([READER]);
  });
});
