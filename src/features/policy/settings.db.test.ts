// Settings changed one by one on a real database: who may, from when, what follows, and that nothing is lost on the way.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operator } from '#kernel/actor.ts';
import { openTestApp, type TestSchool } from '#test/school.ts';
import { loadModelPolicy } from './index.ts';
import { reason, SECOND_READER, settling } from './settings.fixture.ts';

let app: Awaited<ReturnType<typeof openTestApp>>;
beforeAll(async () => void (app = await openTestApp()));
afterAll(() => app.drop());

/** The day the school wakes up on, and what its policy then rules. */
const documentNow = async (school: TestSchool) => {
  const [row] = await app.rows<{ document: Record<string, unknown>; sha256: string; state: string }>(
    `select document, sha256, state from policy_version v where school_id = $1
       and not exists (select from policy_withdrawal w where w.version_id = v.id)
     order by effective_on desc, n desc limit 1`,
    [school.id],
  );
  return row!;
};

describe('a change of one setting', () => {
  it('is a version of its own that says so, today, with a clause to cite and a reason; undoing it leaves nothing behind', async () => {
    const { school, read, change } = await settling(app);
    const first = await documentNow(school);
    expect(await read()).toMatchObject({ is: 'required', source: 'policy', departs: null, mayChange: true });
    const { n } = await change('advised');
    expect(n).toBe(2);
    const now = await read();
    expect(now).toMatchObject({
      is: 'advised',
      source: 'change',
      clauses: ['SET-01'],
      departs: { direction: 'looser', answer: { is: 'required' }, silent: false },
    });
    expect(now.history.map(({ state, by, reason: why }) => ({ state, by, why }))).toEqual([
      { state: 'in-force', by: 'Ngozi Okafor', why: reason },
      { state: 'before', by: 'Gwen Setter', why: 'Chosen at set-up.' },
    ]);
    expect((await documentNow(school)).state).toBe('set-up');
    const policy = await app.as(school.first).policy.read({});
    expect(policy.clauses.at(-1)).toMatchObject({
      id: 'SET-01',
      number: 'S1',
      under: expect.stringContaining('not adopted') as string,
    });
    expect(policy.choices.at(-1)).toMatchObject({ because: reason });

    await change('required');
    expect((await read()).departs).toBeNull();
    expect((await documentNow(school)).sha256).toBe(first.sha256);
    expect((await read()).history).toHaveLength(3);
  });

  it('says of a silent policy that the answer was Gatepost’s own', async () => {
    const { read, change } = await settling(app, 'tpat');
    expect(await read()).toMatchObject({ source: 'default', is: 'required' });
    await change('off');
    expect(await read()).toMatchObject({ source: 'change', departs: { silent: true, direction: 'looser' } });
  });

  it('holds more than one change side by side, and each can be undone alone', async () => {
    const { read, change } = await settling(app, 'tpat');
    await change('off');
    await change(6, { settingId: 'review.months' });
    await change('required');
    expect(await read()).toMatchObject({ source: 'default' });
    expect(await read('review.months')).toMatchObject({ is: 6, source: 'change' });
  });

  it('keeps words out of the ledger’s entry and puts them in its detail', async () => {
    const { school, change } = await settling(app);
    await change('advised');
    const [entry] = await app.rows<{ body: string; value: unknown }>(
      `select e.body, d.detail as value from entry e join entry_detail d on d.entry_id = e.id
        where e.scope_id = $1 and e.body like '%policy.changeSetting%'`,
      [school.id],
    );
    expect(entry!.body).not.toContain(reason);
    expect(JSON.stringify(entry!.value)).toContain(reason);
  });

  it('belongs to the headteacher and to whoever runs the machine', async () => {
    const { school, read } = await settling(app);
    const { revision } = await read();
    const teacher = await school.person({ name: 'Priya Raman' });
    const wanted = { settingId: SECOND_READER, is: 'off', reason, revision };
    await expect(app.as(teacher).policy.changeSetting(wanted)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(app.as(school.first).policy.previewSetting(wanted)).rejects.toMatchObject({ kind: 'forbidden' });
    expect((await app.as(teacher).policy.readSetting({ settingId: SECOND_READER })).mayChange).toBe(false);
    await app.as(operator(school.id)).policy.changeSetting(wanted);
    expect((await read()).history[0]).toMatchObject({ by: '', state: 'in-force' });
  });

  it('needs a reason, another answer, a day that has not passed and a setting that exists', async () => {
    const { head, read, change } = await settling(app);
    const { revision } = await read();
    const api = app.as(head).policy;
    const wanted = { settingId: SECOND_READER, is: 'off', reason, revision };
    await expect(api.changeSetting({ ...wanted, reason: ' ' })).rejects.toMatchObject({
      fields: [{ field: 'reason' }],
    });
    await expect(change('required')).rejects.toMatchObject({ code: 'nothing-changes', fields: [{ field: 'is' }] });
    await expect(change('off', { effectiveOn: '2026-11-19' })).rejects.toMatchObject({
      code: 'date-passed',
      fields: [{ field: 'effectiveOn' }],
    });
    await expect(change('off', { effectiveOn: 'soon' })).rejects.toMatchObject({ fields: [{ field: 'effectiveOn' }] });
    await expect(api.readSetting({ settingId: 'no.such' })).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('two people at once', () => {
  it('are told of each other: the second learns what the first did, and nothing is overwritten', async () => {
    const { school, head, read } = await settling(app);
    const { revision } = await read();
    const tries = await Promise.allSettled([
      app.as(head).policy.changeSetting({ settingId: SECOND_READER, is: 'advised', reason, revision }),
      app.as(operator(school.id)).policy.changeSetting({ settingId: SECOND_READER, is: 'off', reason, revision }),
    ]);
    const lost = tries.filter((one) => one.status === 'rejected');
    expect(lost).toHaveLength(1);
    const first = tries[0].status === 'fulfilled' ? 'Ngozi Okafor' : 'Whoever runs the machine';
    expect(lost[0]!.reason).toMatchObject({
      kind: 'conflict',
      code: 'setting-changed',
      message: expect.stringContaining(`${first} has changed this meanwhile`) as string,
    });
    expect((lost[0]!.reason as Error).message).toContain(reason);
    expect((await read()).history[0]).toMatchObject({ by: first === 'Ngozi Okafor' ? first : '' });
  });

  it('do not disturb one another at different settings', async () => {
    const { head, read } = await settling(app);
    const [one, two] = [await read(), await read('review.months')];
    await Promise.all([
      app.as(head).policy.changeSetting({ settingId: one.id, is: 'advised', reason, revision: one.revision }),
      app.as(head).policy.changeSetting({ settingId: two.id, is: 9, reason, revision: two.revision }),
    ]);
    expect([(await read()).is, (await read('review.months')).is]).toEqual(['advised', 9]);
  });
});

describe('a change from a later day', () => {
  it('does not act before its day, and acts on it', async () => {
    const { read, change } = await settling(app);
    await change('off', { effectiveOn: '2026-11-22' });
    expect(await read()).toMatchObject({ is: 'required', history: [{ state: 'waiting' }, { state: 'in-force' }] });
    app.clock.advance({ hours: 24 * 3 });
    expect(await read()).toMatchObject({ is: 'off', history: [{ state: 'in-force' }, { state: 'before' }] });
    app.clock.set('2026-11-20T09:00:00Z');
  });

  it('takes a change made meanwhile with it', async () => {
    const { school, read, change } = await settling(app);
    await change('off', { effectiveOn: '2026-12-01' });
    await change(6, { settingId: 'review.months' });
    const document = (await documentNow(school)).document as { settings: Record<string, { is: unknown }> };
    expect([document.settings[SECOND_READER]!.is, document.settings['review.months']!.is]).toEqual(['off', 6]);
    expect((await read()).history.filter(({ state }) => state === 'waiting')).toHaveLength(1);
  });

  it('can be called off until then, and what waits behind it stays', async () => {
    const { school, head, read, change } = await settling(app);
    const { changeId } = await change('off', { effectiveOn: '2026-12-01' });
    await change(6, { settingId: 'review.months', effectiveOn: '2026-12-05' });
    const stale = await read();
    await app.as(head).policy.cancelChange({ changeId });
    const document = (await documentNow(school)).document as { settings: Record<string, { is: unknown }> };
    expect([document.settings[SECOND_READER]!.is, document.settings['review.months']!.is]).toEqual(['required', 6]);
    expect(await read()).toMatchObject({ history: [{ state: 'called-off', calledOff: { by: 'Ngozi Okafor' } }, {}] });
    await expect(app.as(head).policy.cancelChange({ changeId })).rejects.toMatchObject({ code: 'already-called-off' });
    await expect(change('advised', { revision: stale.revision })).rejects.toMatchObject({
      code: 'setting-changed',
      message: expect.stringContaining('called off') as string,
    });
  });

  it('cannot be called off once its day has come', async () => {
    const { head, change } = await settling(app);
    const { changeId } = await change('off');
    await expect(app.as(head).policy.cancelChange({ changeId })).rejects.toMatchObject({ code: 'already-in-force' });
    await expect(
      app.as(head).policy.cancelChange({ changeId: '00000000-0000-7000-8000-000000000000' }),
    ).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('changes the other policy that is put in force before it, and ends with one that comes after', async () => {
    const { school, head, read, change } = await settling(app);
    await change(6, { settingId: 'review.months', effectiveOn: '2026-12-05' });
    await app.as(await school.again(head)).policy.putInForce({ model: 'tpat', effectiveOn: '2026-12-01', reason });
    const tpat = await loadModelPolicy('tpat');
    const document = (await documentNow(school)).document as { id: string; settings: Record<string, { is: unknown }> };
    expect([document.id, document.settings['review.months']!.is]).toEqual([tpat.id, 6]);

    const preview = await app.as(head).policy.previewSetting({ settingId: SECOND_READER, is: 'advised' });
    expect(preview).toMatchObject({ direction: 'looser', today: true, endsWith: { effectiveOn: '2026-12-01' } });
    await change('advised');
    app.clock.set('2026-12-06T09:00:00Z');
    expect(await read()).toMatchObject({ is: 'required', source: 'default' });
    expect(await read('review.months')).toMatchObject({ is: 6, source: 'change' });
    app.clock.set('2026-11-20T09:00:00Z');
  });
});
