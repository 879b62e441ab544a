// Who must confirm the policy, how, and what becomes of those who do not: on a real database, as the people concerned.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mail } from '#features/mail/index.ts';
import type { ModelPolicyName } from '#features/policy/index.ts';
import { references } from '#features/references/index.ts';
import { signatures, verifySignature } from '#features/signatures/index.ts';
import { operator, systemActor, type PersonActor } from '#kernel/actor.ts';
import { sha256 } from '#kernel/canonical.ts';
import { confirmPolicy, readToTheEnd } from '#main/demo/confirm-policy.ts';
import { failureOf } from '#test/whole-app.ts';
import { openTestApp, type TestSchool } from '#test/school.ts';
import { acknowledgement } from './index.ts';

const open = () => openTestApp([mail, references, signatures, acknowledgement]);
let app: Awaited<ReturnType<typeof open>>;
beforeAll(async () => void (app = await open()));
afterAll(() => app.drop());
beforeEach(() => app.clock.set('2026-11-20T09:00:00Z'));

const api = (person: PersonActor) => app.as(person).acknowledgement;
const mine = async (person: PersonActor) => (await api(person).readMine({})).asked!;
const confirm = (person: PersonActor) => confirmPolicy(api(person) as never, person.name);
const read = (person: PersonActor) => readToTheEnd(api(person) as never);

async function ready(model: ModelPolicyName) {
  const school = await app.school('Millrace Primary School', model);
  const head = await school.person({ name: 'Ngozi Okafor', responsibilities: ['headteacher'] });
  return { school, head };
}
const inDays = async (school: TestSchool, person: PersonActor, days: number) => {
  app.clock.advance({ hours: 24 * days });
  return school.again(person);
};
/** Changes one setting, as a correction that asks nobody again. */
const change = async (head: PersonActor, settingId: string, is: unknown) => {
  const { revision } = await app.as(head).policy.readSetting({ settingId });
  await app.as(head).policy.changeSetting({ settingId, is, revision, reason: 'It suits us better.' });
};
/** As the worker does every hour. */
async function remind(school: TestSchool, wanted: { now: boolean } = { now: false }) {
  const system = app.as(systemActor(school.id, 'acknowledgement.remind')).acknowledgement;
  const done = [];
  while ((await system.findDue(wanted)).waiting > 0) done.push(await system.remindNext(wanted));
  return done;
}
/** The very words that these people signed or confirmed, as they are kept. */
const keptWords = async (...people: readonly PersonActor[]) =>
  (
    await app.rows<{ text: string }>(
      `select t.text from acknowledgement a join signed_text t on t.school_id = a.school_id and t.sha256 = a.text_sha256
        where a.person_id = any($1)`,
      [people.map(({ personId }) => personId)],
    )
  ).map(({ text }) => text);
const noticesOf = async (person: PersonActor) =>
  (await app.as(person).people.readNotices({})).notices.filter(({ href }) => href?.startsWith('/policy/'));

describe('who is asked', () => {
  it('is everybody whom the directory has as staff, from the moment they are entered, with a figure for each group', async () => {
    const { school, head } = await ready('grappenhall-heys');
    const before = (await api(head).readCoverage({})).versions[0]!;
    const fresh = await school.person({ name: 'Kim Lee' });
    const after = (await api(head).readCoverage({})).versions[0]!;
    expect(after.all.people).toBe(before.all.people + 1);
    expect(after.groups).toMatchObject([{ group: 'staff', people: after.all.people, confirmed: 0 }]);
    expect(await mine(fresh)).toMatchObject({ isAsked: true, kind: 'read', state: 'due', due: '2026-12-18' });
    await confirm(fresh);
    expect((await api(head).readCoverage({})).versions[0]!.groups[0]).toMatchObject({ confirmed: 1 });
  });

  it('runs the time of somebody who joins later from the day on which they join', async () => {
    const { school } = await ready('starter');
    app.clock.advance({ hours: 24 * 60 });
    expect(await mine(await school.person())).toMatchObject({ state: 'due', due: '2027-02-16' });
  });

  it('follows the directory: who stops being staff is no longer asked', async () => {
    const { school, head } = await ready('grappenhall-heys');
    const leaver = await school.person({ name: 'Jo Marsh' });
    await app.as(operator(school.id)).people.setTypes({ personId: leaver.personId, types: ['volunteer'] });
    app.clock.advance({ hours: 24 });
    const { people } = await api(await school.again(head)).list({});
    expect(people.map(({ personId }) => personId)).not.toContain(leaver.personId);
  });

  it('counts signed and unsigned for each group that The Grange names [GR-14]', async () => {
    const { school, head } = await ready('the-grange');
    const volunteer = await school.person({ name: 'Vera Quill', types: ['volunteer'] });
    const pupil = await school.person({ name: 'Millie Brown', types: ['pupil'] });
    const visitor = await school.person({ name: 'Ian Roe', types: ['visitor'] });
    const parent = await school.person({ name: 'Pat Brown', types: ['carer'] });
    await school.person({ name: 'Gita Rao', types: ['governor'] });
    await enter(school, head, { kind: 'acceptable-use', title: 'Acceptable use policy', edition: 'September 2026' });
    await confirm(volunteer);
    const { versionId, issued } = await mine(head);
    expect(issued).toBe('2023-09');
    const personIds = [pupil.personId, visitor.personId, parent.personId];
    await api(head).recordPaper({ versionId, personIds, signedOn: '2026-11-20' });
    const { groups } = (await api(head).readCoverage({})).versions[0]!;
    const figure = (group: string) => {
      const { people, confirmed } = groups.find((one) => one.group === group)!;
      return { signed: confirmed, unsigned: people - confirmed };
    };
    expect(figure('volunteer')).toEqual({ signed: 1, unsigned: 0 });
    expect(figure('pupil')).toEqual({ signed: 1, unsigned: 0 });
    expect(figure('visitor')).toEqual({ signed: 1, unsigned: 0 });
    expect(figure('carer')).toEqual({ signed: 1, unsigned: 0 });
    expect(figure('governor')).toEqual({ signed: 0, unsigned: 1 });
    expect(figure('staff')).toEqual({ signed: 0, unsigned: 2 });
    const signed = await keptWords(volunteer, pupil, visitor, parent);
    expect(signed).toHaveLength(4);
    for (const words of signed) expect(words).toContain('Acceptable use policy, of the school, September 2026');
  });

  it('counts one confirmation in both schools of a trust where somebody works in both [TP-14]', async () => {
    const { school: one, head: firstHead } = await ready('tpat');
    const { school: two, head: secondHead } = await ready('tpat');
    const stranger = await ready('tpat');
    const trustId = randomUUID();
    await app.rows('insert into trust (id, name, created_at) values ($1, $2, now())', [trustId, 'Fairwater Trust']);
    await app.rows('update school set trust_id = $1 where id = any($2)', [trustId, [one.id, two.id]]);
    const here = await one.person({ name: 'Con Tractor', types: ['contractor'] });
    const there = await two.person({ name: 'Con Tractor', types: ['contractor'] });
    const outside = await stranger.school.person({ name: 'Con Tractor', types: ['contractor'] });
    const ids = [here.personId, there.personId, outside.personId];
    await app.rows('update person set login_id = $1 where id = any($2)', [here.loginId, ids]);
    expect(await mine(there)).toMatchObject({ isAsked: true, state: 'due' });
    await confirm(here);
    expect(await mine(there)).toMatchObject({ state: 'confirmed', elsewhere: 'Millrace Primary School' });
    expect(await mine(outside)).toMatchObject({ state: 'due' });
    for (const head of [firstHead, secondHead]) {
      const { groups } = (await api(head).readCoverage({})).versions[0]!;
      expect(groups.find(({ group }) => group === 'contractor')).toMatchObject({ people: 1, confirmed: 1 });
    }
  });

  it('tells nobody but those who may read pupils and carers their names', async () => {
    const { school, head } = await ready('the-grange');
    await school.person({ name: 'Millie Brown', types: ['pupil'] });
    await school.person({ name: 'Pat Brown', types: ['carer'] });
    const deputy = await school.person({ responsibilities: ['deputy-headteacher'] });
    const named = async (person: PersonActor) => (await api(person).list({})).people.map(({ name }) => name);
    expect(await named(head)).toEqual(expect.arrayContaining(['Millie Brown', 'Pat Brown']));
    expect(await named(deputy)).not.toContain('Pat Brown');
    expect(await api(deputy).list({})).toMatchObject({ withoutNames: 1 });
    expect((await failureOf(api(await school.person()).list({}))).kind).toBe('forbidden');
  });
});

describe('what is confirmed', () => {
  it('holds the behaviour standard, whatever somebody is [GH-50, SJ-53]', async () => {
    for (const model of ['grappenhall-heys', 'st-josephs'] as const) {
      const { school, head } = await ready(model);
      const governor = await school.person({ types: ['governor'], responsibilities: ['chair-of-governors'] });
      for (const person of [head, governor, await school.person()]) {
        const { statement } = await mine(person);
        const standard = statement.clauses.find(({ id }) => id === 'GH-50' || id === 'SJ-53');
        expect(statement.text).toContain(standard!.text);
        expect(standard!.text).toMatch(/behaviour standard/);
      }
    }
  });

  it('holds the duty not to discredit the school or the profession [GR-42]', async () => {
    const { school } = await ready('the-grange');
    expect((await mine(await school.person())).statement.text).toContain(
      'Staff are bound not to discredit school or profession.',
    );
  });

  it('holds confidentiality, liability and what each answers for, in the very words that are signed [TP-62, TP-72, TP-16]', async () => {
    const { school, head } = await ready('tpat');
    const runner = await school.person({ name: 'Rosa Lind', responsibilities: ['account-runner'] });
    const contractor = await school.person({ name: 'Con Tractor', types: ['contractor'] });
    const volunteer = await school.person({ name: 'Vera Quill', types: ['volunteer'] });
    for (const person of [head, runner, contractor, volunteer]) {
      await confirm(person);
      const [kept] = await keptWords(person);
      expect(kept).toContain('Users keep confidentiality.');
      expect(kept).toContain('may be held personally liable');
    }
    const own = await api(runner).readResponsibilities({});
    expect(own.responsibilities).toMatchObject([{ label: 'Runs an account' }]);
    expect((await keptWords(runner))[0]).toContain(own.responsibilities[0]!.meaning);
  });

  it('shows the code of conduct and the acceptable use agreement with their dates [GH-15, SJ-07]', async () => {
    for (const model of ['grappenhall-heys', 'st-josephs'] as const) {
      const { school, head } = await ready(model);
      const before = (await mine(head)).statement.linked;
      expect(before.find(({ title }) => /codes? of conduct/i.test(title))?.dated).toBe('not in the register yet');
      await enter(school, head, { kind: 'conduct', title: 'Code of conduct', edition: 'September 2026' });
      await enter(school, head, { kind: 'acceptable-use', title: 'Acceptable use agreement', edition: 'March 2026' });
      const { statement } = await mine(await school.person());
      expect(statement.linked).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ title: 'Code of conduct', dated: 'September 2026', href: ADDRESS }),
          expect.objectContaining({ title: 'Acceptable use agreement', dated: 'March 2026', href: ADDRESS }),
        ]),
      );
      expect(statement.text).toContain('Code of conduct, of the school, September 2026');
    }
  });

  it('shows the policies of the trust beside those of the school [TP-13]', async () => {
    const { school, head } = await ready('tpat');
    await enter(school, head, { kind: 'acceptable-use', title: 'Acceptable ICT use policy', edition: '2026' });
    await enter(school, head, { kind: 'conduct', title: 'Staff code of conduct', edition: '2025', belongsTo: 'trust' });
    const { statement } = await mine(head);
    expect(statement.text).toContain('Acceptable ICT use policy, of the school, 2026');
    expect(statement.text).toContain('Staff code of conduct, of the trust, 2025');
  });

  it('has volunteers sign the acceptable use policy as staff do, with the e-mail policy and guidance [SN-52, SN-96]', async () => {
    const { school, head } = await ready('st-nicholas');
    await change(head, 'ack.who', ['staff', 'runners', 'other-adults']);
    await enter(school, head, { kind: 'acceptable-use', title: 'Acceptable use policy', edition: '2026' });
    await enter(school, head, { kind: 'e-mail', title: 'E-mail policy', edition: '2025' });
    for (const types of [['volunteer'], ['staff']] as const) {
      const person = await school.person({ types });
      const { kind, statement } = await mine(person);
      expect(kind).toBe('signature');
      const titles = statement.linked.map(({ title }) => title);
      expect(titles).toEqual(expect.arrayContaining(['Acceptable use policy', 'E-mail policy']));
      expect(
        statement.linked.some(({ owner }) => /Department|Government|council|partnership|Consortium/i.test(owner)),
      ).toBe(true);
      await confirm(person);
      expect(await mine(person)).toMatchObject({ state: 'confirmed' });
      const [signed] = await keptWords(person);
      expect(signed).toContain('Acceptable use policy, of the school, 2026');
      expect(signed).toContain('E-mail policy, of the school, 2025');
      expect(signed).toContain('I sign this with my name.');
    }
  });
});

const ADDRESS = 'https://millrace.example/policies/this.pdf';
type Entered = Parameters<ReturnType<typeof app.as>['references']['addPolicy']>[0];
const enter = async (school: TestSchool, head: PersonActor, wanted: Partial<Entered>) =>
  app.as(await school.again(head)).references.addPolicy({
    belongsTo: 'school',
    place: ADDRESS,
    ...wanted,
  } as Entered);

describe('how it is confirmed', () => {
  it('refuses a signature of somebody who has not come to the end, and keeps name, time and hash of who has [TP-73]', async () => {
    const { school } = await ready('tpat');
    const teacher = await school.person({ name: 'Priya Raman' });
    const { versionId, statement, parts, documentSha256 } = await mine(teacher);
    const form = { versionId, textSha256: statement.textSha256, typedName: 'Priya Raman' };
    expect(await failureOf(api(teacher).sign(form))).toMatchObject({
      code: 'not-read-to-the-end',
      clauses: ['TP-01', 'TP-75', 'TP-76', 'TP-73'],
    });
    expect((await failureOf(api(teacher).turnPart({ versionId, part: parts }))).code).toBe('part-left-out');
    for (let part = 1; part < parts; part++) await api(teacher).turnPart({ versionId, part });
    expect((await failureOf(api(teacher).sign(form))).code).toBe('not-read-to-the-end');
    expect(await api(teacher).turnPart({ versionId, part: parts })).toMatchObject({ readToTheEnd: true });
    expect((await failureOf(api(teacher).sign({ ...form, typedName: 'Peter Pan' }))).code).toBe('not-the-own-name');
    const { signatureId } = await api(teacher).sign(form);
    const file = await app.as(teacher).signatures.export({ signatureId });
    expect(file.signature).toMatchObject({
      typedName: 'Priya Raman',
      document: documentSha256,
      at: '2026-11-20T09:00:00Z',
    });
    expect((await verifySignature(file, null)).holds).toBe(true);
    expect((await failureOf(api(teacher).sign(form))).code).toBe('confirmed-already');
  });

  it('never takes words other than those that were shown, or a version that is asked no longer', async () => {
    const { school, head } = await ready('grappenhall-heys');
    const teacher = await school.person();
    await read(teacher);
    const { versionId, statement } = await mine(teacher);
    const replayed = { versionId, textSha256: sha256('I agree to nothing.') };
    expect((await failureOf(api(teacher).confirm(replayed))).code).toBe('text-changed');
    await app.as(head).policy.putInForce({ model: 'starter', reason: 'Anew.', effectiveOn: '2026-11-21' });
    app.clock.set('2026-11-21T09:00:00Z');
    const late = await failureOf(api(teacher).confirm({ versionId, textSha256: statement.textSha256 }));
    expect(late.code).toBe('another-version');
    expect(await mine(teacher)).toMatchObject({ state: 'due', kind: 'signature', readToTheEnd: false });
  });

  it('asks questions made from the policy, grades them here, and says what was wrong with its clause', async () => {
    const { school } = await ready('st-josephs');
    const teacher = await school.person();
    await read(teacher);
    const { versionId, statement, questions, kind } = await mine(teacher);
    expect(kind).toBe('quiz');
    expect(JSON.stringify(questions)).not.toContain('right');
    const confirming = api(teacher).confirm({ versionId, textSha256: statement.textSha256 });
    expect((await failureOf(confirming)).code).toBe('questions-open');
    const { allRight, wrong } = await api(teacher).answer({ versionId, answers: {} });
    expect(allRight).toBe(false);
    expect(wrong.every(({ clauses }) => clauses.length > 0 && clauses[0]!.text.length > 0)).toBe(true);
    await confirm(teacher);
    expect(await mine(teacher)).toMatchObject({ state: 'confirmed' });
  });

  it('keeps a refusal as a refusal with its reason, tells the head, and lets them change their mind', async () => {
    const { school, head } = await ready('starter');
    const teacher = await school.person({ name: 'Kim Lee' });
    const { versionId } = await mine(teacher);
    await api(teacher).refuse({ versionId, reason: 'I keep no second telephone.' });
    expect((await api(head).readCoverage({})).versions[0]!.all).toMatchObject({ refused: 1, confirmed: 0 });
    expect((await api(head).list({ state: 'refused' })).people).toMatchObject([
      { name: 'Kim Lee', state: 'refused', reason: 'I keep no second telephone.' },
    ]);
    expect((await noticesOf(head)).map(({ text }) => text)).toEqual([
      expect.stringContaining('Kim Lee does not accept'),
    ]);
    await confirm(await inDays(school, teacher, 1));
    const { asked, history } = await api(teacher).readMine({});
    expect(asked).toMatchObject({ state: 'confirmed' });
    expect(history.map(({ outcome }) => outcome)).toEqual(['confirmed', 'refused']);
    expect((await failureOf(api(teacher).refuse({ versionId, reason: 'Again.' }))).code).toBe('confirmed-already');
  });

  it('asks again for a material change and not for a correction', async () => {
    const { school, head } = await ready('grappenhall-heys');
    const teacher = await school.person();
    await confirm(teacher);
    await change(head, 'ack.days', 14);
    expect(await mine(teacher)).toMatchObject({ n: 2, saidOf: 1, state: 'confirmed', doneOn: '2026-11-20' });
    const rows = await app.rows('select id from acknowledgement where person_id = $1', [teacher.personId]);
    expect(rows).toHaveLength(1);
    await app
      .as(head)
      .policy.putInForce({ model: 'grappenhall-heys', reason: 'The new year.', effectiveOn: '2026-11-23' });
    const ahead = await api(teacher).readMine({});
    expect(ahead.asked).toMatchObject({ isAhead: true, state: 'due', effectiveOn: '2026-11-23' });
    await confirm(teacher);
    app.clock.set('2026-11-23T09:00:00Z');
    expect(await mine(teacher)).toMatchObject({ isAhead: false, state: 'confirmed' });
    expect(await mine(head)).toMatchObject({ state: 'due' });
  });

  it('records signatures on paper as what they are, for whole groups, never one’s own', async () => {
    const { school, head } = await ready('starter');
    const volunteers = await Promise.all(
      ['Ann One', 'Ben Two'].map((name) => school.person({ name, types: ['volunteer'], joined: false })),
    );
    const { versionId } = await mine(head);
    const form = { versionId, personIds: volunteers.map(({ personId }) => personId), signedOn: '2026-11-20' };
    expect((await failureOf(api(head).recordPaper({ ...form, personIds: [head.personId] }))).code).toBe('not-your-own');
    expect((await failureOf(api(head).recordPaper({ ...form, signedOn: '2026-11-21' }))).code).toBe('day-not-possible');
    expect((await failureOf(api(head).recordPaper({ ...form, signedOn: '2026-10-01' }))).code).toBe('day-not-possible');
    expect(await api(head).recordPaper(form)).toEqual({ recorded: 2, already: 0 });
    expect(await api(head).recordPaper(form)).toEqual({ recorded: 0, already: 2 });
    const { people } = await api(head).list({ group: 'volunteer' });
    expect(people.map(({ state, recordedBy }) => [state, recordedBy])).toEqual([
      ['confirmed', 'Ngozi Okafor'],
      ['confirmed', 'Ngozi Okafor'],
    ]);
  });
});

describe('those who do not answer', () => {
  it('are on the overdue list and reminded for as long as it takes, then their line manager and the head [GH-42, SJ-32]', async () => {
    for (const model of ['grappenhall-heys', 'st-josephs'] as const) {
      app.clock.set('2026-11-20T09:00:00Z');
      const { school, head: first } = await ready(model);
      const lead = await school.person({ name: 'Lea Der' });
      const teacher = await school.person({ name: 'Kim Lee' });
      await app.rows('update person set line_manager_id = $1 where id = $2', [lead.personId, teacher.personId]);
      await Promise.all([confirm(first), confirm(lead)]);
      expect(await mine(lead)).toMatchObject({ state: 'confirmed', n: 1, saidOf: 1, doneOn: '2026-11-20' });
      await remind(school);
      expect(await remind(school)).toEqual([]);
      expect(await noticesOf(teacher)).toHaveLength(1);
      const overdue = async () =>
        (await api(await school.again(first)).list({ state: 'overdue' })).people.map(({ name }) => name);
      expect(await overdue()).not.toContain('Kim Lee');
      const later = await inDays(school, teacher, 29);
      expect(await overdue()).toContain('Kim Lee');
      await remind(school);
      expect((await noticesOf(later)).map(({ text }) => text)[0]).toMatch(/^You have not confirmed version 1/);
      expect(await noticesOf(lead)).toEqual([]);
      await inDays(school, teacher, 7);
      await remind(school);
      expect((await noticesOf(lead)).map(({ text }) => text)).toEqual([
        expect.stringContaining('Kim Lee has not confirmed'),
      ]);
      await inDays(school, teacher, 7);
      await remind(school);
      expect((await noticesOf(first)).some(({ text }) => text.includes('still not confirmed'))).toBe(true);
      expect(await noticesOf(later)).toHaveLength(4);
    }
  });

  it('are asked in batches where there are five thousand, once each, and it shows how far it is', async () => {
    const { school, head } = await ready('grappenhall-heys');
    await app.rows(
      `insert into person (school_id, id, login_id, first_name, last_name, email, created_at)
       select $1, gen_random_uuid(), gen_random_uuid(), 'Staff', 'No ' || n, 'staff.' || n || '@example.sch.uk', now()
         from generate_series(1, 5000) n`,
      [school.id],
    );
    await app.rows(
      `insert into person_type (school_id, id, person_id, type, starts_on)
       select school_id, gen_random_uuid(), id, 'staff', '2026-11-20' from person where school_id = $1 and first_name = 'Staff'`,
      [school.id],
    );
    await app.rows('analyze person, person_type'); // as an import does
    const asking = async () => (await api(head).readCoverage({})).versions[0]!.asking;
    const { of } = await asking();
    expect(of).toBeGreaterThanOrEqual(5000);
    const system = app.as(systemActor(school.id, 'acknowledgement.remind')).acknowledgement;
    const [one, two] = await Promise.all([system.remindNext({ now: false }), system.remindNext({ now: false })]);
    expect([one.done, two.done]).toEqual([500, 500]);
    expect(await asking()).toMatchObject({ asked: 1000, of });
    await remind(school);
    expect(await asking()).toMatchObject({ asked: of, of });
    const told = await app.rows<{ n: number }>(
      `select count(*)::int as n from notice where school_id = $1 and kind = 'acknowledgement.asked'`,
      [school.id],
    );
    expect(told).toEqual([{ n: of }]);
  }, 120_000);
});
