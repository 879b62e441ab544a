// What may be answered, on a real database: looked at before it is changed, answered otherwise for a place, refused, and found again.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp } from '#test/school.ts';
import { allSettings } from './index.ts';
import { reason, SECOND_READER, settling } from './settings.fixture.ts';

let app: Awaited<ReturnType<typeof openTestApp>>;
beforeAll(async () => void (app = await openTestApp()));
afterAll(() => app.drop());

describe('a preview', () => {
  it('says in words what would change, and who would be asked', async () => {
    const { school, head } = await settling(app);
    await school.person({ name: 'Dee Sharma', responsibilities: ['deputy-headteacher'] });
    const preview = await app
      .as(head)
      .policy.previewSetting({ settingId: 'approval.unsureGoesTo', is: 'deputy-headteacher' });
    expect(preview).toMatchObject({
      before: { words: 'The headteacher' },
      after: { words: 'The deputy headteacher' },
      direction: 'different',
      asks: {
        joining: [{ role: 'The deputy headteacher', people: ['Dee Sharma'] }],
        leaving: [{ role: 'The headteacher', people: ['Ngozi Okafor'] }],
      },
    });
    expect((await app.as(head).policy.listVersions({})).versions).toHaveLength(1);
  });

  it('tells later answers to the same question', async () => {
    const { head, change } = await settling(app);
    await change('off', { effectiveOn: '2026-12-01' });
    const preview = await app.as(head).policy.previewSetting({ settingId: SECOND_READER, is: 'advised' });
    expect(preview.laterChanges).toMatchObject([{ effectiveOn: '2026-12-01', answer: { is: 'off' } }]);
  });
});

describe('other answers for a place', () => {
  it('hold for accounts of the school’s own only', async () => {
    const { school, head, read } = await settling(app);
    const other = await app.school('Weir Lane Primary School');
    const accountOf = async (schoolId: string) => {
      const [account] = await app.rows<{ id: string }>(
        `with p as (insert into platform (school_id, id, key, name, kind, connector)
           values ($1, gen_random_uuid(), 'wiki-' || gen_random_uuid(), 'Wiki', 'wiki', 'by-hand') returning id)
         insert into account (school_id, id, platform_id, name, purpose, audience, reach, interaction, opened_on, created_at)
           select $1, gen_random_uuid(), p.id, 'News', 'News', 'Families', 'public', 'closed', '2026-01-01', now() from p
         returning id`,
        [schoolId],
      );
      return account!.id;
    };
    const own = await accountOf(school.id);
    const api = app.as(head).policy;
    const wanted = async (account: string) => ({
      settingId: SECOND_READER,
      is: 'required',
      overrides: [
        { account: own, is: 'off' },
        { account, is: 'off' },
      ],
    });
    for (const account of [await accountOf(other.id), '01900000-0000-7000-8000-000000000001']) {
      const fault = { kind: 'invalid', fields: [{ field: 'overrides.1.account' }] };
      await expect(api.previewSetting(await wanted(account))).rejects.toMatchObject(fault);
      const { revision } = await read();
      await expect(api.changeSetting({ ...(await wanted(account)), reason, revision })).rejects.toMatchObject(fault);
    }
    const { revision } = await read();
    const good = { settingId: SECOND_READER, is: 'required', overrides: [{ account: own, is: 'off' }] };
    await api.changeSetting({ ...good, reason, revision });
    expect((await read()).overrides).toMatchObject([{ account: own, is: 'off' }]);
  });

  it('are kept as they are unless they are given, and are refused where nothing would read them', async () => {
    const { school, head } = await settling(app);
    const api = app.as(head).policy;
    const tone = await api.readSetting({ settingId: 'content.toneWords' });
    expect(tone.overrides.length).toBeGreaterThan(0);
    await api.changeSetting({ settingId: tone.id, is: ['warm'], reason, revision: tone.revision });
    const after = await api.readSetting({ settingId: tone.id });
    expect(after.overrides.map(({ clauses }) => clauses)).toEqual(tone.overrides.map(({ clauses }) => clauses));

    const reader = await api.readSetting({ settingId: SECOND_READER });
    const wanted = { settingId: reader.id, is: 'required', reason, revision: reader.revision };
    const wrong = [{ platform: 'facebook', is: 'sometimes' }, { is: 'off' }, { platform: 'teletext', is: 'off' }];
    await expect(api.changeSetting({ ...wanted, overrides: wrong })).rejects.toMatchObject({
      fields: [{ field: 'overrides.0.is' }, { field: 'overrides.1' }, { field: 'overrides.2' }],
    });
    await expect(
      api.previewSetting({ settingId: 'review.months', is: 3, overrides: [{ platform: 'x', is: 4 }] }),
    ).rejects.toMatchObject({ fields: [{ field: 'overrides.0' }] });
    await api.changeSetting({ ...wanted, overrides: [{ platform: 'facebook', is: 'off' }] });
    expect(await app.as(school.first).policy.readSetting({ settingId: reader.id })).toMatchObject({
      is: 'required',
      departs: { direction: 'looser' },
      overrides: [{ platform: 'facebook', is: 'off', clauses: ['SET-02'] }],
    });
  });
});

it('refuses, for every setting there is, an answer that cannot be, and names the field', async () => {
  const { head } = await settling(app);
  for (const { id: settingId } of allSettings) {
    for (const answer of [{ nothing: 'like it' }, ['nothing like it'.repeat(20)], undefined]) {
      const wrong = app.as(head).policy.previewSetting({ settingId, is: answer });
      await expect(wrong, settingId).rejects.toMatchObject({
        kind: 'invalid',
        code: 'answer-not-possible',
        fields: expect.arrayContaining([
          { field: expect.stringMatching(/^is\b/) as unknown, message: expect.any(String) as unknown },
        ]) as unknown,
      });
    }
  }
});

describe('the list', () => {
  it('finds a setting by its question, its answer, its clause and what reads it', async () => {
    const { head, change } = await settling(app);
    const found = async (search: string) =>
      (await app.as(head).policy.listSettings({ search })).settings.map(({ id }) => id);
    expect((await app.as(head).policy.listSettings({})).all).toBe(allSettings.length);
    expect(await found('somebody else read')).toContain(SECOND_READER);
    expect(await found('secondReader')).toEqual([SECOND_READER]);
    expect(await found('no post goes out before')).toContain(SECOND_READER);
    expect(await found('posts.second-reader')).toEqual([]); // posts is not part of this test’s program
    expect(await found('zebra')).toEqual([]);
    await change('off', { effectiveOn: '2026-12-01' });
    const { settings } = await app.as(head).policy.listSettings({ search: SECOND_READER });
    expect(settings).toMatchObject([{ waiting: ['2026-12-01'] }]);
  });
});
