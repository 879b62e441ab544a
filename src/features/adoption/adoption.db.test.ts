// A policy on its way into force, on a real database: approved in order, met on, signed, adopted; and everything that stops it.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { failureOf } from '#test/whole-app.ts';
import { adopting, openAdoptingApp, type AdoptingApp } from './adopting.fixture.ts';

let app: AdoptingApp;
beforeAll(async () => void (app = await openAdoptingApp()));
beforeEach(() => app.clock.set('2026-11-20T09:00:00Z'));
afterAll(() => app.drop());

const MONDAY = '2026-11-23';

describe('the way into force', () => {
  it('leaves the former version in force and shown until what is approved is adopted [SN-170]', async () => {
    const { as, sent, decide, meet, sign, adopt, head, chair, writer, read, dsl } = await adopting(app, 'st-nicholas');
    const shown = async () => (await (await as(dsl)).policy.read({})).version;
    const before = await shown();
    const { adoptionId } = await sent();
    await meet(adoptionId, { minute: 'FGB 2026-11-20, 9' });
    const state = async () => (await (await as(writer)).adoption.list({})).adoptions[0];
    expect(await state()).toMatchObject({ state: 'open', approvals: { given: 1, of: 1 } });
    expect(await shown()).toEqual(before);
    expect(before).toMatchObject({ n: 1, state: 'set-up', adopted: null });
    await sign(adoptionId, chair);
    await adopt(adoptionId, MONDAY);
    expect(await shown()).toEqual(before);
    app.clock.set('2026-11-23T00:00:00Z');
    expect(await shown()).toMatchObject({ n: 2, state: 'adopted', adopted: { n: 2, on: MONDAY } });
    expect((await read(adoptionId, dsl)).adoptedBy).toEqual([
      { name: 'Full governing body', heldOn: '2026-11-20', minute: 'FGB 2026-11-20, 9' },
    ]);
    expect((await failureOf(decide(adoptionId, head))).code).toBe('adoption-over');
  });

  it('is not taken without the chair’s signature on the exact version [SN-171]', async () => {
    const { sent, meet, sign, adopt, chair, governor } = await adopting(app, 'st-nicholas');
    const { adoptionId } = await sent();
    await meet(adoptionId);
    const refused = await failureOf(adopt(adoptionId, MONDAY));
    expect(refused).toMatchObject({ kind: 'refused-by-policy', code: 'signatures-missing' });
    expect(refused.message).toContain('the chair of governors (Ruth Adeyemi)');
    expect(refused.clauses).toEqual(expect.arrayContaining(['SN-170', 'SN-171']));
    expect((await failureOf(sign(adoptionId, governor))).code).toBe('not-your-turn');
    await sign(adoptionId, chair);
    expect((await adopt(adoptionId, MONDAY)).n).toBe(2);
  });

  it('needs the headteacher’s signature, then a governor’s, each bound to this version with name and time [SJ-108] [SJ-109]', async () => {
    const { sent, decide, meet, sign, adopt, head, governor, read } = await adopting(app, 'st-josephs');
    const { adoptionId, sha256 } = await sent();
    await decide(adoptionId, head);
    await meet(adoptionId);
    const unsigned = await failureOf(adopt(adoptionId, MONDAY));
    expect(unsigned).toMatchObject({ kind: 'refused-by-policy', code: 'signatures-missing' });
    expect(unsigned.message).toContain('the headteacher (Ngozi Okafor)');
    expect(unsigned.clauses).toEqual(['SJ-108', 'SJ-109']);
    expect((await failureOf(sign(adoptionId, governor))).code).toBe('not-your-turn');
    await sign(adoptionId, head);
    expect((await failureOf(adopt(adoptionId, MONDAY))).message).toContain('a governor');
    await sign(adoptionId, governor);
    await adopt(adoptionId, MONDAY);
    const { slots } = await read(adoptionId);
    expect(slots.map(({ role, signature }) => [role, signature?.typedName, signature?.at])).toEqual([
      ['headteacher', 'Ngozi Okafor', '2026-11-20T09:00:00Z'],
      ['governor', 'Tom Pascoe', '2026-11-20T09:00:00Z'],
    ]);
    const signed = await app.rows<{ document_sha256: string }>('select document_sha256 from signature where subject_id = $1', [adoptionId]); // prettier-ignore
    expect(signed).toEqual([{ document_sha256: sha256 }, { document_sha256: sha256 }]);
  });

  it('fills a version’s review date and approver from the approvals, and from nowhere else [SJ-05]', async () => {
    const { as, sent, decide, meet, sign, adopt, head, chair, read } = await adopting(app);
    const { adoptionId } = await sent();
    app.clock.advance({ hours: 2 });
    await decide(adoptionId, head);
    app.clock.advance({ hours: 1 });
    await meet(adoptionId);
    await sign(adoptionId, head);
    await sign(adoptionId, chair);
    await adopt(adoptionId, MONDAY);
    const log = await app.rows<{ person_id: string; at: string }>(
      `select v.person_id, v.at from vote v join decision d on d.id = v.decision_id where d.subject_id = $1 order by v.at`,
      [adoptionId],
    );
    const cover = await read(adoptionId);
    expect(log.map(({ person_id: id }) => id)).toEqual([head.personId, chair.personId]);
    expect(cover.approvedBy).toEqual([{ name: 'Ngozi Okafor', label: 'the headteacher', at: log[0]!.at }]);
    expect(cover.reviewedOn).toBe(log[1]!.at);
    const [listed] = (await (await as(head)).adoption.list({})).adoptions;
    expect(listed).toMatchObject({ approvedBy: cover.approvedBy, reviewedOn: cover.reviewedOn });
  });

  it('asks approver after approver, and nobody for what they wrote', async () => {
    const { as, draft, sent, decide, meet, head, deputy, chair, read } = await adopting(app);
    const { adoptionId } = await sent(await draft('in-force', head));
    expect((await failureOf(meet(adoptionId))).code).toBe('not-before-a-meeting');
    expect((await failureOf(decide(adoptionId, head))).code).toBe('own-draft');
    const waits = await read(adoptionId);
    expect(waits.steps.map(({ state, asked }) => ({ state, asked }))).toEqual([
      { state: 'now', asked: ['Dafydd Rees'] },
      { state: 'later', asked: [] },
    ]);
    expect((await failureOf(decide(adoptionId, chair))).code).toBe('not-the-decider');
    await decide(adoptionId, deputy);
    expect((await read(adoptionId)).steps.map(({ state }) => state)).toEqual(['approved', 'now']);
    expect((await (await as(chair)).decisions.listWaiting({})).decisions).toHaveLength(1);
  });

  it('goes back to be written when somebody sends it back, with what should change', async () => {
    const { as, sent, decide, head, writer, read } = await adopting(app);
    const { adoptionId } = await sent();
    expect((await failureOf(decide(adoptionId, head, 'send-back'))).fields[0]?.field).toBe('note');
    await decide(adoptionId, head, 'send-back', 'Say more about pictures.');
    const back = await read(adoptionId);
    expect(back).toMatchObject({ state: 'sent-back', closedBecause: 'Say more about pictures.' });
    expect((await (await as(writer)).adoption.preview({ draftId: back.draftId })).state).toBe('draft');
    const { notices } = await (await as(writer)).people.readNotices({});
    expect(notices.map(({ text }) => text)).toContain('“Policy 2026” was sent back. Read why.');
  });

  it('ends when the draft is edited: approvals and signatures begin again', async () => {
    const { as, sent, decide, head, writer, draft, read, job } = await adopting(app);
    const draftId = await draft();
    const { adoptionId } = await sent(draftId);
    await (
      await as(writer)
    ).drafting.saveNote({
      draftId,
      name: 'Policy 2026',
      changeNote: 'Another thought.',
      material: false,
      materialReason: 'Spelling.',
    });
    const edited = await read(adoptionId);
    expect(edited).toMatchObject({ state: 'open', edited: true });
    expect((await failureOf(decide(adoptionId, head))).code).toBe('draft-edited');
    await job('adoption.closeEdited', { draftId });
    expect((await read(adoptionId)).state).toBe('withdrawn');
    const again = await sent(draftId);
    expect(again.adoptionId).not.toBe(adoptionId);
    expect((await read(again.adoptionId)).steps[0]?.state).toBe('now');
  });
});

describe('the lines to sign on', () => {
  it('begin with the headteacher; of eighteen responsible persons the two who have not signed are named [TP-75] [TP-76]', async () => {
    const { school, as, sent, decide, sign, adopt, head, dsl, read } = await adopting(app, 'tpat');
    // Six hold one of the six roles already: the first of the school is its administrator.
    for (let n = 6; n < 18; n++) await school.person({ responsibilities: ['dsl'] });
    const { adoptionId } = await sent();
    await decide(adoptionId, head);
    expect((await failureOf(sign(adoptionId, dsl))).remedy).toBe(
      'It waits for the signature of the headteacher first.',
    );
    await sign(adoptionId, head);
    expect((await (await as(dsl)).adoption.list({})).adoptions).toHaveLength(1);
    expect((await (await as(await school.person())).adoption.list({})).adoptions).toHaveLength(0);
    const { slots } = await read(adoptionId);
    const lines = slots.filter(({ role }) => role === 'responsible-person');
    expect([slots[0]?.role, lines.length]).toEqual(['headteacher', 18]);
    const open = lines.filter(({ signature }) => signature === null).map(({ candidates }) => candidates[0]!);
    for (const { personId, name } of open.slice(0, 15)) {
      const person = await school.again({ ...head, personId, name });
      await sign(adoptionId, person);
    }
    const missing = (await read(adoptionId)).slots.filter(({ signature }) => signature === null);
    const names = missing.flatMap(({ candidates }) => candidates.map(({ name }) => name));
    expect(names).toEqual(open.slice(15).map(({ name }) => name));
    expect(names).toHaveLength(2);
    const told = await app.rows<{ n: number }>(
      `select count(*)::int as n from notice where school_id = $1 and person_id = $2 and kind = 'adoption.sign'`,
      [school.id, open[16]!.personId],
    );
    expect(told[0]?.n, 'asked once, however many sign meanwhile').toBe(1);
    const refused = await failureOf(adopt(adoptionId, MONDAY));
    expect(refused.message).toBe(`2 signatures are missing: ${names.join(', ')}.`);
    expect(refused.clauses).toEqual(['TP-75', 'TP-76']);
  });

  it('take one’s own name, once, on the text as it was read', async () => {
    const { as, sent, decide, meet, sign, head, read } = await adopting(app);
    const { adoptionId } = await sent();
    await decide(adoptionId, head);
    await meet(adoptionId);
    const { sign: line } = await read(adoptionId);
    const api = await as(head);
    const give = (typedName: string, seen = line!.seen) => api.adoption.sign({ adoptionId, typedName, seen });
    expect((await failureOf(give('Ruth Adeyemi'))).code).toBe('not-the-own-name');
    expect((await failureOf(give('Ngozi Okafor', 'f'.repeat(64)))).code).toBe('text-changed');
    expect(line!.text).toContain('This is the document');
    await give('ngozi  OKAFOR');
    expect((await failureOf(sign(adoptionId, head))).code).toBe('already-signed');
  });

  it('need a factor that was shown within the hour', async () => {
    const { sent, decide, meet, head, read } = await adopting(app);
    const { adoptionId } = await sent();
    await decide(adoptionId, head);
    await meet(adoptionId);
    const { sign: line } = await read(adoptionId);
    const stale = { ...head, factorAt: app.clock.now().subtract({ minutes: 61 }) };
    const signing = app.as(stale).adoption.sign({ adoptionId, typedName: head.name, seen: line!.seen });
    expect((await failureOf(signing)).code).toBe('fresh-factor-needed');
  });
});

describe('the table of responsible persons', () => {
  it('comes from the register, and with an empty row nothing is adopted [TP-18]', async () => {
    const { as, operating, complete, adopt, read, computing, school, head } = await adopting(app);
    const adoptionId = await complete();
    const [grant] = await app.rows<{ id: string }>(
      `select id from responsibility where school_id = $1 and responsibility = 'computing-lead'`,
      [school.id],
    );
    await operating.people.endResponsibility({ grantId: grant!.id });
    const refused = await failureOf(adopt(adoptionId, MONDAY));
    expect(refused).toMatchObject({ kind: 'refused-by-policy', code: 'responsible-person-missing' });
    expect(refused.message).toContain('Nobody is the computing lead');
    expect(refused.clauses.length).toBeGreaterThan(0);
    const row = (await read(adoptionId)).responsible.find(({ role }) => role === 'computing-lead');
    expect(row).toEqual({ role: 'computing-lead', label: 'The computing lead', people: [] });
    await operating.people.grantResponsibility({ personId: computing.personId, responsibility: 'computing-lead' });
    await adopt(adoptionId, MONDAY);
    const { responsible } = await (await as(head)).policy.read({});
    expect(responsible.find(({ role }) => role === 'computing-lead')?.people).toEqual([{ name: 'Wei Chen' }]);
  });

  it('of the policy of Truro and Penwith is refused with its clause [TP-18]', async () => {
    const { operating, sent, decide, sign, adopt, school, head, read } = await adopting(app, 'tpat');
    const [grant] = await app.rows<{ id: string }>(
      `select id from responsibility where school_id = $1 and responsibility = 'computing-lead'`,
      [school.id],
    );
    await operating.people.endResponsibility({ grantId: grant!.id });
    const { adoptionId } = await sent();
    await decide(adoptionId, head);
    await sign(adoptionId, head);
    for (const { candidates, signature } of (await read(adoptionId)).slots) {
      const [person] = candidates;
      if (!signature && person) await sign(adoptionId, await school.again({ ...head, ...person }));
    }
    expect((await failureOf(adopt(adoptionId, MONDAY))).clauses).toContain('TP-18');
  });
});
