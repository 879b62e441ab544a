// Nobody brings into force alone what they wrote: every way to a policy in force, tried by whoever wrote it.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { failureOf } from '#test/whole-app.ts';
import { adopting, openAdoptingApp, type AdoptingApp } from './adopting.fixture.ts';

let app: AdoptingApp;
beforeAll(async () => void (app = await openAdoptingApp()));
beforeEach(() => app.clock.set('2026-11-20T09:00:00Z'));
afterAll(() => app.drop());

const MONDAY = '2026-11-23';
const ownDraft = { kind: 'refused-by-policy', code: 'own-draft' };

describe('whoever wrote it', () => {
  it('approves it nowhere, also where the policy asks the headteacher alone', async () => {
    const { sent, draft, decide, sign, adopt, head, deputy, read } = await adopting(app, 'tpat');
    const { adoptionId } = await sent(await draft('in-force', head));
    expect((await read(adoptionId, head)).may.decide).toBe(false);
    expect(await failureOf(decide(adoptionId, head))).toMatchObject(ownDraft);
    expect((await failureOf(sign(adoptionId, head))).code).toBe('not-your-turn');
    expect((await failureOf(adopt(adoptionId, MONDAY, head))).code).toBe('not-approved');
    await decide(adoptionId, deputy);
    expect((await read(adoptionId)).approvedBy).toMatchObject([
      { name: 'Dafydd Rees', label: 'standing in for the headteacher' },
    ]);
  });

  it('is still its author where a colleague begins another draft from it, changing nothing', async () => {
    const { draft, sent, decide, head, deputy, read } = await adopting(app);
    const copy = await draft(`draft:${await draft('in-force', head)}`, deputy);
    const { adoptionId } = await sent(copy);
    expect((await read(adoptionId)).steps[0]?.asked).toEqual(['Ruth Adeyemi']);
    expect(await failureOf(decide(adoptionId, head))).toMatchObject(ownDraft);
    expect(await failureOf(decide(adoptionId, deputy))).toMatchObject(ownDraft);
    const again = await sent(await draft(`draft:${copy}`));
    expect(await failureOf(decide(again.adoptionId, head))).toMatchObject(ownDraft);
  });

  it('does not say what a meeting decided on it', async () => {
    const { draft, sent, decide, meet, head, deputy, read } = await adopting(app);
    const { adoptionId } = await sent(await draft('in-force', head));
    await decide(adoptionId, deputy);
    expect((await read(adoptionId, head)).may.recordMeeting).toBe(false);
    expect(await failureOf(meet(adoptionId, {}, head))).toMatchObject(ownDraft);
    expect((await meet(adoptionId)).outcome).toBe('adopted');
  });

  it('does not carry it as a governor with their own vote, nor with their casting vote', async () => {
    const { school, draft, sent, decide, meet, head, governor, member, read } = await adopting(app, 'st-josephs');
    const author = await school.person({ name: 'Ivy Marsh', types: ['staff', 'governor'], responsibilities: ['slt'] });
    const { adoptionId } = await sent(await draft('in-force', author));
    await decide(adoptionId, head);
    const present = [author.personId, governor.personId, member.personId];
    const alone = { present, votesFor: 1, votesAgainst: 0, abstained: 2 };
    const refused = await failureOf(meet(adoptionId, alone));
    expect(refused).toMatchObject(ownDraft);
    expect(refused.clauses).toEqual(expect.arrayContaining(['SJ-108', 'SJ-109']));
    const casting = { present, votesFor: 2, votesAgainst: 1, abstained: 1 };
    expect(await failureOf(meet(adoptionId, casting))).toMatchObject(ownDraft);
    expect((await read(adoptionId)).steps.at(-1)?.state).toBe('now');
    expect((await meet(adoptionId, { ...alone, votesFor: 2, abstained: 1 })).outcome).toBe('adopted');
  });
});

describe('the signatures that were adopted', () => {
  it('are not given up by colleagues who sit in for the governors', async () => {
    const { sent, decide, meet, head, deputy, writer } = await adopting(app);
    const { adoptionId } = await sent();
    await decide(adoptionId, head);
    const present = [head.personId, deputy.personId, writer.personId];
    expect((await failureOf(meet(adoptionId, { present }))).code).toBe('not-a-member');
  });

  it('are needed also where one setting that names them was changed since', async () => {
    const { as, complete, adopt, draft, head } = await adopting(app);
    await adopt(await complete(), MONDAY);
    app.clock.set('2026-11-23T09:00:00Z');
    const policy = (await as(head)).policy;
    const change = { settingId: 'adoption.signatures', is: ['headteacher'] };
    const { revision } = await policy.previewSetting(change);
    await policy.changeSetting({ ...change, revision, reason: 'It is quicker so.' });
    const { signers, steps } = await (await as(head)).adoption.preview({ draftId: await draft() });
    expect(signers).toContain('the chair of governors');
    expect(steps.map(({ kind }) => kind)).toContain('body');
  });

  it('are needed before the day of what was adopted has come, and by a draft that was sent before it was', async () => {
    const { as, complete, adopt, draft, sent, decide, head } = await adopting(app, 'tpat');
    const early = await sent(await draft());
    await decide(early.adoptionId, head);
    await adopt(await complete(await draft('model:starter')), MONDAY);
    const { signers } = await (await as(head)).adoption.preview({ draftId: await draft() });
    expect(signers).toContain('the chair of governors');
    const refused = await failureOf(adopt(early.adoptionId, '2026-11-24'));
    expect(refused).toMatchObject({ kind: 'refused-by-policy', code: 'more-is-asked' });
    expect(refused.message).toContain('the chair of governors');
  });
});
