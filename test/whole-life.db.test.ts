// A policy's whole life at one school, through the actions that anybody uses: written, compared, approved, signed, adopted, asked of
// everybody, in force by itself on its day, proven from a file, counted clause by clause, and held to what the trust has locked.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTrust } from '#features/policy/trust/trust.fixture.ts';
import { startingModules } from '#features/training/starting/modules.ts';
import { readToTheEnd } from '#main/demo/confirm-policy.ts';
import { confirmRules } from '#main/demo/confirm-rules.ts';
import { failureOf } from './whole-app.ts';
import { beginLife, openLife, verifyElsewhere } from './whole-life.fixture.ts';

const MONDAY = '2026-11-23';
const TRAINED = 'Nobody contributes to an account before our training, and everybody gets to know a network first.';
/** What the school answers otherwise than the policy that it copies, and by which clause. */
const OWN_ANSWERS = [
  { settingId: 'adoption.signatures', is: ['headteacher', 'responsible-person', 'chair-of-governors'], by: ['TP-75', 'TP-76'] }, // prettier-ignore
  { settingId: 'runner.gate', is: ['headteacher-grant', 'signature', 'training'], by: ['TP-46', 'TP-25'] },
  { settingId: 'training.modules', is: ['policy', 'platform'], by: ['TP-25'] },
];

let app: Awaited<ReturnType<typeof openLife>>;
let life: Awaited<ReturnType<typeof beginLife>>;
let draftId: string;
let adoptionId: string;
let versionId: string;
beforeAll(async () => {
  app = await openLife();
  life = await beginLife(app);
});
afterAll(() => app.drop());

const openDraft = async () => (await life.as(life.rosa)).posts.open({});

describe('a school moves from the policy of The Grange to a copy of its own of another', () => {
  it('begins, changes and compares a draft, while all goes on by the policy in force', async () => {
    const { as, writer, draft } = life;
    draftId = await draft('model:tpat');
    const { drafting } = await as(writer);
    const { clause, revision } = await drafting.readClause({ draftId, clauseId: 'TP-25' });
    const { id: clauseId, ...fields } = clause;
    await drafting.saveClause({
      ...fields,
      draftId,
      clauseId,
      revision,
      text: TRAINED,
      force: 'must',
      binds: [...clause.binds],
      restsOn: [...clause.restsOn, 'training.gate'],
    });
    for (const answer of OWN_ANSWERS) {
      const { revision: seen } = await drafting.readSetting({ draftId, settingId: answer.settingId });
      await drafting.saveSetting({ draftId, revision: seen, ...answer });
    }
    const own = await drafting.compare({ from: 'model:tpat', to: `draft:${draftId}` });
    expect(own.clauses.map(({ is, after }) => [is, after?.text])).toEqual([['changed', TRAINED]]);
    expect(own.settings.map(({ id }) => id).toSorted()).toEqual(OWN_ANSWERS.map(({ settingId }) => settingId));

    const { settings, counts } = await drafting.compare({ from: 'in-force', to: `draft:${draftId}` });
    expect(counts.settings + counts.onlySaid).toBe(settings.length);
    expect(settings.find(({ id }) => id === 'runner.gate')).toMatchObject({
      change: 'stricter',
      clausesBefore: ['GR-14'],
      clausesAfter: ['TP-46', 'TP-25'],
    });
    expect(settings.find(({ id }) => id === 'channels.allowedPlatforms')).toMatchObject({ change: 'looser' });
    expect(await openDraft()).toMatchObject({ revision: 1 });
  });

  it('has it approved by the headteacher and then the governors, signed by all whom it asks, adopted for Monday', async () => {
    const { sent, read, decide, meet, sign, adopt, head, chair } = life;
    ({ adoptionId } = await sent(draftId));
    expect((await failureOf(meet(adoptionId))).code).toBe('not-before-a-meeting');
    await decide(adoptionId, head);
    expect((await failureOf(adopt(adoptionId, MONDAY))).code).toBe('not-approved');
    expect(await meet(adoptionId)).toMatchObject({ outcome: 'adopted' });
    const { steps, approvedBy, adoptedBy } = await read(adoptionId);
    expect(steps.map(({ role, state }) => [role, state])).toEqual([
      ['headteacher', 'approved'],
      ['governing-body', 'approved'],
    ]);
    expect(approvedBy.map(({ name }) => name)).toEqual([head.name]);
    expect(adoptedBy).toEqual([{ name: 'Full governing body', heldOn: '2026-11-20', minute: 'FGB 2026-11-20, 7.2' }]);

    expect((await failureOf(sign(adoptionId, chair))).code).toBe('not-your-turn');
    expect((await failureOf(adopt(adoptionId, MONDAY))).code).toBe('signatures-missing');
    const unsigned = async () => (await read(adoptionId)).slots.find(({ signature }) => signature === null);
    for (let line = await unsigned(); line; line = await unsigned())
      await sign(adoptionId, { ...head, ...line.candidates[0]! });
    ({ versionId } = await adopt(adoptionId, MONDAY));
    expect(await read(adoptionId)).toMatchObject({
      state: 'adopted',
      version: { n: 2, effectiveOn: MONDAY, begun: false },
    });
  });

  it('proves the signature of the headteacher from its file, in a process apart and without a database', async () => {
    const { as, read, head } = life;
    const { slots } = await read(adoptionId);
    const { signature } = slots.find(({ role }) => role === 'headteacher')!;
    const file = await (await as(head)).signatures.export({ signatureId: signature!.id });
    expect(file.text).toContain(TRAINED);
    expect(await verifyElsewhere(file)).toMatchObject({ code: 0, words: expect.stringMatching(/^YES\. Ngozi Okafor/) });
    const oneLetter = { ...file, text: file.text.replace(TRAINED, TRAINED.replace('our', 'oar')) };
    expect(await verifyElsewhere(oneLetter)).toMatchObject({ code: 1, words: expect.stringMatching(/^NO\./) });
  });

  it('asks all staff before its day: one reads to the end and signs, one refuses and says why', async () => {
    const { as, job, head, rosa, kit } = life;
    await job('acknowledgement.remind');
    const asked = async (state?: 'refused' | 'confirmed') =>
      (await (await as(head)).acknowledgement.list({ versionId, ...(state ? { state } : {}) })).people;
    const everybody = await asked();
    expect(everybody.map(({ name }) => name)).toEqual(
      expect.arrayContaining([head, rosa, kit, life.writer, life.deputy, life.dsl].map(({ name }) => name)),
    );
    expect(everybody.filter(({ reminded }) => reminded !== 1)).toEqual([]);

    const { acknowledgement, signatures } = await as(rosa);
    const { asked: mine } = await acknowledgement.readMine({});
    expect(mine).toMatchObject({ versionId, isAhead: true, kind: 'signature', readToTheEnd: false });
    const form = { versionId, textSha256: mine!.statement.textSha256, typedName: rosa.name };
    expect((await failureOf(acknowledgement.sign(form))).code).toBe('not-read-to-the-end');
    await readToTheEnd(acknowledgement);
    const { signatureId } = await acknowledgement.sign(form);
    expect((await signatures.export({ signatureId })).signature.typedName).toBe(rosa.name);

    await (await as(kit)).acknowledgement.refuse({ versionId, reason: 'I cannot promise what others post.' });
    expect((await asked('confirmed')).map(({ name }) => name)).toEqual([rosa.name]);
    expect(await asked('refused')).toMatchObject([{ name: kit.name, reason: 'I cannot promise what others post.' }]);
  });
});

describe('on Monday, at midnight by the school’s clock', () => {
  it('another policy is in force, and what people may do is otherwise, without anybody doing anything', async () => {
    const { as, head, register } = life;
    app.clock.set('2026-11-22T23:59:59Z');
    expect((await (await as(head)).policy.read({})).version).toMatchObject({ n: 1, state: 'set-up' });
    expect(await failureOf(register('facebook'))).toMatchObject({
      code: 'platform-not-allowed',
      clauses: ['GR-09', 'GR-31'],
    });
    await openDraft();

    app.clock.set('2026-11-23T00:00:00Z');
    expect((await (await as(head)).policy.read({})).version).toMatchObject({ n: 2, state: 'adopted' });
    await register('facebook');
    expect((await failureOf(openDraft())).code).toBe('not-ready-to-write');
  });

  it('who has signed and is untrained is refused a draft, with what is missing, its clause and where to do it', async () => {
    app.clock.set('2026-11-23T08:30:00Z');
    const { as, rosa } = life;
    const refusal = await failureOf(openDraft());
    expect(refusal.kind).toBe('refused-by-policy');
    expect(refusal.message).toContain(`Finish the training “${startingModules.get('policy')!.title}”.`);
    expect(refusal.clauses).toEqual(expect.arrayContaining(['TP-25', 'TP-46']));
    expect(refusal.remedy).toContain('/training/policy');
    expect(refusal.remedy).not.toContain('/policy/sign');

    const { training, accounts } = await as(rosa);
    const answers = startingModules.get('policy')!.questions.map(({ right }) => right);
    await training.complete({ moduleId: 'policy', edition: 1, answers });
    await confirmRules(accounts);
    expect(await openDraft()).toMatchObject({ revision: 1 });
  });

  it('a clause shows what was done under it, and one that nothing makes real yet has honestly none', async () => {
    const { as, school, head, kit, authorise } = life;
    await authorise(kit);
    await app.database.sealer.sealNow(school.id);
    const { evidence } = await as(head);
    const { clause, version } = await evidence.readClause({ clauseId: 'TP-46' });
    expect(version).toMatchObject({ id: versionId, n: 2 });
    expect(clause.state).toBe('working');
    // Rosa was authorised under the policy before: that is no evidence of this one.
    const granted = clause.controls.flatMap(({ actions }) => actions).find(({ name }) => name === 'accounts.grantAuthority'); // prettier-ignore
    expect(granted?.tally.done).toBe(1);
    const { entries } = await evidence.listEntries({ clauseId: 'TP-46', onlyNamed: true, outcome: 'done' });
    expect(entries).toMatchObject([{ action: 'accounts.grantAuthority', who: { name: head.name }, version: 2 }]);

    const [planned] = (await evidence.listClauses({ state: 'not-yet' })).clauses;
    const { clause: unbuilt } = await evidence.readClause({ clauseId: planned!.id });
    expect(unbuilt).toMatchObject({ state: 'not-yet', entries: 0 });
    expect(unbuilt.controls.map(({ isReal }) => isReal)).not.toContain(true);
    expect(unbuilt.gaps).toEqual(unbuilt.controls.map(({ promise }) => `Not yet: ${promise}`));
  });
});

describe('once its trust locks a setting', () => {
  it('the school is refused a looser answer, in a change of the setting and in a draft that is sent', async () => {
    const { as, school, head, writer, draft, sent } = life;
    const settingId = 'runner.gate';
    const reason = 'The trustees decided so.';
    const trust = await makeTrust(app);
    await app.rows('update school set trust_id = $1 where id = $2', [trust.trustId, school.id]);
    await trust.api().putTrustInForce({ model: 'tpat', reason });
    await trust.api().lockSetting({ settingId, is: ['headteacher-grant', 'signature'], reason });
    const locked = { kind: 'refused-by-policy', code: 'locked-by-trust', clauses: expect.arrayContaining(['trust:TP-46']) }; // prettier-ignore

    const { policy } = await as(head);
    const { revision } = await policy.readSetting({ settingId });
    const looser = { settingId, is: ['signature'], reason: 'It is quicker.' };
    expect(await failureOf(policy.changeSetting({ ...looser, revision }))).toMatchObject(locked);

    const next = await draft();
    const { drafting } = await as(writer);
    const given = await drafting.readSetting({ draftId: next, settingId });
    await drafting.saveSetting({ draftId: next, settingId, is: ['signature'], revision: given.revision, by: given.by });
    expect(await failureOf(sent(next))).toMatchObject(locked);
    await drafting.saveSetting({ draftId: next, settingId, is: ['headteacher-grant', 'signature'], revision: given.revision + 1, by: given.by }); // prettier-ignore
    expect((await sent(next)).adoptionId).not.toBe(adoptionId);
  });
});
