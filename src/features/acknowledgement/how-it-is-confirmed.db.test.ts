// How people confirm the policy, sign it, refuse it or sign on paper, and when they are asked anew: on a real database.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifySignature } from '#features/signatures/index.ts';
import { operator, systemActor } from '#kernel/actor.ts';
import { sha256 } from '#kernel/canonical.ts';
import { failureOf } from '#test/whole-app.ts';
import { openAcknowledgement } from './acknowledgement.fixture.ts';

let app: Awaited<ReturnType<typeof openAcknowledgement>>;
beforeAll(async () => void (app = await openAcknowledgement()));
afterAll(() => app.drop());
beforeEach(() => app.clock.set('2026-11-20T09:00:00Z'));

describe('how it is confirmed', () => {
  it('refuses a signature of somebody who has not come to the end, and keeps name, time and hash of who has [TP-73]', async () => {
    const { school } = await app.ready('tpat');
    const teacher = await school.person({ name: 'Priya Raman' });
    const { versionId, statement, parts, documentSha256, part: first } = await app.mine(teacher);
    const form = { versionId, textSha256: statement.textSha256, typedName: 'Priya Raman' };
    expect(await failureOf(app.api(teacher).sign(form))).toMatchObject({
      code: 'not-read-to-the-end',
      clauses: ['TP-01', 'TP-75', 'TP-76', 'TP-73'],
    });
    const turn = ({ number, shownSha256 }: typeof first) =>
      app.api(teacher).turnPart({ versionId, part: number, shownSha256 });
    expect((await failureOf(turn({ ...first, number: parts }))).code).toBe('part-left-out');
    const { next: second } = await turn(first);
    expect(second!.number).toBe(2);
    // Nobody turns a part that was not shown to them: neither with the proof of another part nor with that of a colleague.
    const colleague = await school.person();
    const theirs = (await app.mine(colleague)).part;
    expect((await failureOf(turn({ ...second!, shownSha256: first.shownSha256 }))).code).toBe('part-not-shown');
    expect((await failureOf(turn(theirs))).code).toBe('part-not-shown');
    const { part: shown } = (await app.api(teacher).readMine({ part: parts })).asked!;
    expect(shown).toEqual(second);
    let last = second!;
    while (last.number < parts) last = (await turn(last)).next!;
    expect((await failureOf(app.api(teacher).sign(form))).code).toBe('not-read-to-the-end');
    expect(await turn(last)).toMatchObject({ readToTheEnd: true, next: null });
    expect((await failureOf(app.api(teacher).sign({ ...form, typedName: 'Peter Pan' }))).code).toBe('not-the-own-name');
    const { signatureId } = await app.api(teacher).sign(form);
    const file = await app.as(teacher).signatures.export({ signatureId });
    expect(file.signature).toMatchObject({
      typedName: 'Priya Raman',
      document: documentSha256,
      at: '2026-11-20T09:00:00Z',
    });
    expect((await verifySignature(file, null)).holds).toBe(true);
    expect((await failureOf(app.api(teacher).sign(form))).code).toBe('confirmed-already');
  });

  it('never takes words other than those that were shown, or a version that is asked no longer', async () => {
    const { school, head } = await app.ready('grappenhall-heys');
    const teacher = await school.person();
    await app.read(teacher);
    const { versionId, statement } = await app.mine(teacher);
    const replayed = { versionId, textSha256: sha256('I agree to nothing.') };
    expect((await failureOf(app.api(teacher).confirm(replayed))).code).toBe('text-changed');
    await app.as(head).policy.putInForce({ model: 'starter', reason: 'Anew.', effectiveOn: '2026-11-21' });
    app.clock.set('2026-11-21T09:00:00Z');
    const late = await failureOf(app.api(teacher).confirm({ versionId, textSha256: statement.textSha256 }));
    expect(late.code).toBe('another-version');
    expect(await app.mine(teacher)).toMatchObject({ state: 'due', kind: 'signature', readToTheEnd: false });
  });

  it('asks questions made from the policy, grades them here, and says what was wrong with its clause', async () => {
    const { school } = await app.ready('st-josephs');
    const teacher = await school.person();
    await app.read(teacher);
    const { versionId, statement, questions, kind } = await app.mine(teacher);
    expect(kind).toBe('quiz');
    expect(JSON.stringify(questions)).not.toContain('right');
    const confirming = app.api(teacher).confirm({ versionId, textSha256: statement.textSha256 });
    expect((await failureOf(confirming)).code).toBe('questions-open');
    const { allRight, wrong } = await app.api(teacher).answer({ versionId, answers: {} });
    expect(allRight).toBe(false);
    expect(wrong.every(({ clauses }) => clauses.length > 0 && clauses[0]!.text.length > 0)).toBe(true);
    await app.confirm(teacher);
    expect(await app.mine(teacher)).toMatchObject({ state: 'confirmed' });
  });

  it('keeps a refusal as a refusal with its reason, tells the head, and lets them change their mind', async () => {
    const { school, head } = await app.ready('starter');
    const teacher = await school.person({ name: 'Kim Lee' });
    const { versionId } = await app.mine(teacher);
    await app.api(teacher).refuse({ versionId, reason: 'I keep no second telephone.' });
    expect((await app.api(head).readCoverage({})).versions[0]!.all).toMatchObject({ refused: 1, confirmed: 0 });
    expect((await app.api(head).list({ state: 'refused' })).people).toMatchObject([
      { name: 'Kim Lee', state: 'refused', reason: 'I keep no second telephone.' },
    ]);
    expect((await app.noticesOf(head)).map(({ text }) => text)).toEqual([
      expect.stringContaining('Kim Lee does not accept'),
    ]);
    await app.confirm(await app.inDays(school, teacher, 1));
    const { asked, history } = await app.api(teacher).readMine({});
    expect(asked).toMatchObject({ state: 'confirmed' });
    expect(history.map(({ outcome }) => outcome)).toEqual(['confirmed', 'refused']);
    expect((await failureOf(app.api(teacher).refuse({ versionId, reason: 'Again.' }))).code).toBe('confirmed-already');
  });

  it('asks again for a material change and not for a correction', async () => {
    const { school, head } = await app.ready('grappenhall-heys');
    const teacher = await school.person();
    await app.confirm(teacher);
    await app.change(head, 'ack.days', 14);
    expect(await app.mine(teacher)).toMatchObject({ n: 2, saidOf: 1, state: 'confirmed', doneOn: '2026-11-20' });
    const rows = await app.rows('select id from acknowledgement where person_id = $1', [teacher.personId]);
    expect(rows).toHaveLength(1);
    await app
      .as(head)
      .policy.putInForce({ model: 'grappenhall-heys', reason: 'The new year.', effectiveOn: '2026-11-23' });
    const ahead = await app.api(teacher).readMine({});
    expect(ahead.asked).toMatchObject({ isAhead: true, state: 'due', effectiveOn: '2026-11-23' });
    await app.confirm(teacher);
    app.clock.set('2026-11-23T09:00:00Z');
    expect(await app.mine(teacher)).toMatchObject({ isAhead: false, state: 'confirmed' });
    expect(await app.mine(head)).toMatchObject({ state: 'due' });
  });

  it('records signatures on paper as what they are, for whole groups, each with a proof of its own, never one’s own', async () => {
    const { school, head } = await app.ready('starter');
    const volunteers = await Promise.all(
      ['Ann One', 'Ben Two'].map((name) => school.person({ name, types: ['volunteer'], joined: false })),
    );
    const scanned = async () => {
      const sha = sha256('the photograph of a sheet');
      const system = app.as(systemActor(school.id, 'acknowledgement.receivePaper')).acknowledgement;
      const photograph = { address: 'a', sha256: sha, contentType: 'image/jpeg', bytes: 7 } as const;
      return { ...(await system.addPaper({ ...photograph, personId: head.personId })), sha256: sha };
    };
    const { versionId } = await app.mine(head);
    const form = { versionId, personIds: volunteers.map(({ personId }) => personId), signedOn: '2026-11-20' };
    expect((await failureOf(app.api(head).recordPaper({ ...form, personIds: [head.personId] }))).code).toBe(
      'not-your-own',
    );
    expect((await failureOf(app.api(head).recordPaper({ ...form, signedOn: '2026-11-21' }))).code).toBe(
      'day-not-possible',
    );
    expect((await failureOf(app.api(head).recordPaper({ ...form, signedOn: '2026-10-01' }))).code).toBe(
      'day-not-possible',
    );
    const sheet = await scanned();
    expect(await app.api(head).recordPaper({ ...form, paperId: sheet.paperId })).toEqual({ recorded: 2, already: 0 });
    expect(await app.api(head).recordPaper(form)).toEqual({ recorded: 0, already: 2 });
    const { people } = await app.api(head).list({ group: 'volunteer' });
    expect(people.map(({ state, recordedBy }) => [state, recordedBy])).toEqual([
      ['confirmed', 'Ngozi Okafor'],
      ['confirmed', 'Ngozi Okafor'],
    ]);
    for (const { name, personId, signatureId } of people) {
      const file = await app.as(head).signatures.export({ signatureId: signatureId! });
      expect(file.signature).toMatchObject({
        person: personId,
        typedName: name,
        paper: { on: '2026-11-20', recordedBy: head.personId, scan: sheet.sha256 },
      });
      expect((await verifySignature(file, null)).problems).toEqual([]);
      const otherScan = { ...file.signature, paper: { ...file.signature.paper!, scan: sha256('another sheet') } };
      expect((await verifySignature({ ...file, signature: otherScan }, null)).holds).toBe(false);
      const asElectronic = { ...file.signature, paper: null };
      expect((await verifySignature({ ...file, signature: asElectronic }, null)).holds).toBe(false);
    }
  });
});

describe('asked again each school year', () => {
  it('a policy that says so asks everybody anew from September, to read, to sign and by a new day [GR-42]', async () => {
    const { school, head } = await app.ready('the-grange');
    const teacher = await school.person({ name: 'Kim Lee' });
    await app.confirm(teacher);
    expect(await app.mine(teacher)).toMatchObject({ state: 'confirmed', isYearly: true });
    await app.remind(school);
    const asked = async (person = teacher) => (await app.noticesOf(person)).length;
    app.clock.set('2027-08-31T09:00:00Z');
    expect(await app.mine(await school.again(teacher))).toMatchObject({ state: 'confirmed', doneOn: '2026-11-20' });

    app.clock.set('2027-09-01T09:00:00Z');
    const back = await school.again(teacher);
    const open = await app.mine(back);
    expect(open).toMatchObject({ n: 1, state: 'due', due: '2027-09-29', readToTheEnd: false, turned: 0 });
    expect(open.statement.text).toContain('Staff are bound not to discredit school or profession.');
    expect(open.clauses).toEqual(expect.arrayContaining(['GR-14', 'GR-42']));
    const office = await school.again(head);
    expect((await app.api(office).readCoverage({})).versions[0]!.all.confirmed).toBe(0);
    expect(await app.dutiesOf(back)).toMatchObject([{ kind: 'acknowledgement.confirm', due: '2027-09-29' }]);
    const before = await asked(back);
    await app.remind(school);
    expect(await asked(back)).toBe(before + 1);
    const lastYear = { versionId: open.versionId, personIds: [teacher.personId], signedOn: '2027-07-01' };
    expect((await failureOf(app.api(office).recordPaper(lastYear))).code).toBe('day-not-possible');

    await app.confirm(back);
    const { asked: done, history } = await app.api(back).readMine({});
    expect(done).toMatchObject({ state: 'confirmed', doneOn: '2027-09-01' });
    expect(history.map(({ doneOn, outcome }) => [doneOn, outcome])).toEqual([
      ['2027-09-01', 'confirmed'],
      ['2026-11-20', 'confirmed'],
    ]);
    expect(new Set(history.map(({ digest }) => digest)).size).toBe(2);
    expect((await app.api(office).readCoverage({})).versions[0]!.all.confirmed).toBe(1);
    app.clock.set('2027-09-30T09:00:00Z');
    expect(await app.mine(await school.again(head))).toMatchObject({ state: 'overdue' });
  });

  it('another goes on with what was confirmed once', async () => {
    const { school } = await app.ready('starter');
    const teacher = await school.person();
    await app.confirm(teacher);
    app.clock.set('2027-09-01T09:00:00Z');
    expect(await app.mine(await school.again(teacher))).toMatchObject({ state: 'confirmed', isYearly: false });
  });

  it('may give until the end of the term, of whoever joins the end of their first term', async () => {
    const { school, head } = await app.ready('starter');
    await app.change(head, 'ack.deadline', 'term');
    const teacher = await school.person();
    expect(await app.mine(teacher)).toMatchObject({ due: '2026-12-18' });
    await app.as(operator(school.id)).schools.setCalendar({
      terms: [
        { name: 'Autumn', starts: '2026-09-03', ends: '2026-12-11' },
        { name: 'Spring', starts: '2027-01-05', ends: '2027-03-25' },
      ],
      closures: [],
      weeklyHours: { monday: { opens: '08:45', closes: '15:30' } },
    });
    expect(await app.mine(teacher)).toMatchObject({ due: '2026-12-11' });
    app.clock.set('2026-12-28T09:00:00Z');
    expect(await app.mine(await school.person())).toMatchObject({ due: '2027-03-25' });
  });
});
