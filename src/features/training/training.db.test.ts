// Training on a real database, as the people concerned: given out, done, run out, asked for again; and the gate before writing.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemActor, type PersonActor } from '#kernel/actor.ts';
import { failureOf, FRIDAY, openWholeApp, type Ready, type WholeApp } from '#test/whole-app.ts';
import { startingModules } from './starting/modules.ts';

let app: WholeApp;
beforeAll(async () => void (app = await openWholeApp()));
afterAll(() => app.close());
beforeEach(() => app.clock.set(FRIDAY));

const api = (person: PersonActor) => app.as(person).training;
const days = (n: number) => app.clock.advance({ hours: 24 * n });
const dutiesOf = async (person: PersonActor) => (await app.as(person).duties.listToday({})).duties;
const noticesOf = async (person: PersonActor) => (await app.as(person).people.readNotices({})).notices;

const rightAnswers = (moduleId: string) => startingModules.get(moduleId)!.questions.map(({ right }) => right);
const complete = (person: PersonActor, moduleId: string, edition = 1) =>
  api(person).complete({ moduleId, edition, answers: rightAnswers(moduleId) });

/** Terms about the day on which these tests live. */
const withTerms = (mill: Ready) =>
  mill.operating.schools.setCalendar({
    terms: [
      { name: 'Autumn 2036', starts: '2036-09-03', ends: '2036-12-19' },
      { name: 'Spring 2037', starts: '2037-01-06', ends: '2037-03-27' },
      { name: 'Summer 2037', starts: '2037-04-14', ends: '2037-07-22' },
    ],
    closures: [],
    weeklyHours: { monday: { opens: '08:45', closes: '15:30' } },
  });

describe('given to a group', () => {
  it('a leader gives a module to all teaching staff with a day: each has the task, and the plan shows who has done it [GH-29] [SJ-19]', async () => {
    for (const model of ['grappenhall-heys', 'st-josephs'] as const) {
      const mill = await app.ready(model);
      const teaching = await Promise.all(
        ['Tess Amber', 'Tim Birch'].map((name) => mill.person({ name, types: ['teaching'] })),
      );
      const others = await Promise.all(
        (['support', 'supply', 'governor'] as const).map((type) => mill.person({ name: 'Otto Clay', types: [type] })),
      );
      expect(mill.leader.roles).toContain('slt');
      const given = await api(mill.leader).assign({
        moduleId: 'boundaries',
        target: 'type:teaching',
        dueOn: '2036-12-05',
      });
      expect(given.people).toBe(2);
      const task = { kind: 'training.module', href: '/training/boundaries', due: '2036-12-05' };
      const hrefs = async (person: PersonActor) => (await dutiesOf(person)).map(({ href }) => href);
      for (const person of teaching) {
        expect(await dutiesOf(person)).toContainEqual(expect.objectContaining(task));
        expect((await noticesOf(person)).map(({ href }) => href)).toContain('/training/boundaries');
      }
      for (const person of others) expect(await hrefs(person)).not.toContain('/training/boundaries');

      // What the leadership team sees: of the module, of the group that it was given to, and by name.
      const seen = async (leader: PersonActor = mill.leader) => {
        const { modules, assignments, clauses } = await api(leader).readPlan({});
        const figures = ({ asked, done, overdue }: { asked: number; done: number; overdue: number }) => [asked, done, overdue]; // prettier-ignore
        const { groups, people } = await api(leader).readProgress({ moduleId: 'boundaries' });
        return {
          clauses,
          module: figures(modules.find(({ moduleId }) => moduleId === 'boundaries')!),
          group: figures(assignments.find(({ target }) => target === 'type:teaching')!),
          byKind: groups.map((one) => [one.group, ...figures(one)]),
          people: people.map(({ name, state, dueOn, completedOn }) => ({ name, state, dueOn, completedOn })),
        };
      };
      const [tess, tim] = [
        { name: 'Tess Amber', state: 'due', dueOn: '2036-12-05', completedOn: null },
        { name: 'Tim Birch', state: 'due', dueOn: '2036-12-05', completedOn: null },
      ];
      expect(await seen()).toMatchObject({ module: [2, 0, 0], group: [2, 0, 0], people: [tess, tim] });
      expect((await complete(teaching[0]!, 'boundaries')).passed).toBe(true);
      expect(await hrefs(teaching[0]!)).not.toContain('/training/boundaries');
      expect(await seen()).toMatchObject({
        clauses: expect.arrayContaining([model === 'st-josephs' ? 'SJ-19' : 'GH-29']),
        module: [2, 1, 0],
        group: [2, 1, 0],
        byKind: [['staff', 2, 1, 0], ['teaching', 2, 1, 0]],
        people: [{ ...tess, state: 'done', dueOn: null, completedOn: '2036-11-21' }, tim],
      }); // prettier-ignore
      days(15);
      expect(await seen(await mill.school.again(mill.leader))).toMatchObject({ module: [2, 1, 1], group: [2, 1, 1] });
      app.clock.set(FRIDAY);
    }
  });

  it('refuses a day that has passed, a group that is none, and whoever does not plan', async () => {
    const mill = await app.ready('starter');
    const give = (by: PersonActor, target: string, dueOn: string) =>
      failureOf(api(by).assign({ moduleId: 'policy', target, dueOn }));
    expect((await give(mill.head, 'all', '2036-11-20')).fields[0]).toMatchObject({ field: 'dueOn' });
    expect((await give(mill.head, 'type:pupil', '2036-12-01')).fields[0]).toMatchObject({ field: 'target' });
    expect(await give(mill.author, 'all', '2036-12-01')).toMatchObject({ kind: 'forbidden' });
    expect(await failureOf(api(mill.author).readPlan({}))).toMatchObject({ kind: 'forbidden' });
    const elsewhere = await app.ready('starter', { name: 'Other School' });
    expect(await failureOf(give2(mill, elsewhere))).toMatchObject({ code: 'nobody-there' });
  });
  const give2 = (mill: Ready, other: Ready) =>
    api(mill.head).assign({ moduleId: 'policy', target: `person:${other.author.personId}`, dueOn: '2036-12-01' });

  it('is asked for once by the newer day, and not at all once taken back', async () => {
    const mill = await app.ready('starter');
    const give = (dueOn: string) => api(mill.head).assign({ moduleId: 'boundaries', target: 'type:governor', dueOn });
    const first = await give('2036-12-01');
    const again = await give('2036-12-08');
    expect(again.assignmentId).toBe(first.assignmentId);
    const due = async () => (await dutiesOf(mill.chair)).filter(({ href }) => href === '/training/boundaries');
    expect((await due()).map((one) => one.due)).toEqual(['2036-12-08']);
    await api(mill.head).endAssignment({ assignmentId: again.assignmentId });
    expect(await due()).toEqual([]);
  });
});

describe('completed', () => {
  it('is graded on the server: wrong answers complete nothing, and the page never holds the right ones', async () => {
    const mill = await app.ready('starter');
    const shown = await api(mill.chair).readModule({ moduleId: 'prevent' });
    expect(JSON.stringify(shown.questions)).not.toContain('right');
    const tried = await api(mill.chair).complete({ moduleId: 'prevent', edition: 1, answers: [] });
    expect(tried).toMatchObject({ passed: false, score: 0, needed: 100, wrong: [0, 1] });
    expect((await api(mill.chair).readMine({})).done).toEqual([]);
    await complete(mill.chair, 'prevent');
    expect((await api(mill.chair).readMine({})).done).toMatchObject([
      { moduleId: 'prevent', edition: 1, how: 'quiz', completedOn: '2036-11-21', until: '2037-11-21' },
    ]);
  });

  it('runs out by the policy’s months, is asked for again a month before, and computed each time [SN-51]', async () => {
    const mill = await app.ready('st-nicholas');
    await api(mill.head).assign({ moduleId: 'privacy-self-protection', target: 'type:staff', dueOn: '2036-12-01' });
    const fresh = await mill.person({ name: 'Kim Lee' });
    await complete(fresh, 'privacy-self-protection');
    const duty = async () =>
      (await dutiesOf(await mill.school.again(fresh))).find(({ href }) => href === '/training/privacy-self-protection');
    expect(await duty()).toBeUndefined();
    app.clock.set('2037-10-30T09:00:00Z');
    expect(await duty()).toMatchObject({
      title: expect.stringContaining('Repeat'),
      due: '2037-11-21',
      urgency: 'calm',
    });
    app.clock.set('2037-11-22T09:00:00Z');
    expect(await duty()).toMatchObject({ urgency: 'overdue' });
    const again = await mill.school.again(fresh);
    await complete(again, 'privacy-self-protection');
    expect(await duty()).toBeUndefined();
    const columns = await app.rows<{ column_name: string }>(
      "select column_name from information_schema.columns where table_name = 'training_completion'",
    );
    expect(columns.map((one) => one.column_name)).not.toContain('expires_on');
  });

  it('names its edition: a new one asks again only if its author says so', async () => {
    const mill = await app.ready('starter');
    await api(mill.head).assign({ moduleId: 'boundaries', target: 'type:governor', dueOn: '2036-12-01' });
    await complete(mill.chair, 'boundaries');
    const { lesson, edition } = await api(mill.head).readProgress({ moduleId: 'boundaries' });
    expect(edition).toBe(1);
    const next = { moduleId: 'boundaries', edition: 1, ...lesson, words: `${lesson.words}\n\nOur own way.` };
    const unchanged = { moduleId: 'boundaries', edition: 1, ...lesson };
    expect(await failureOf(api(mill.head).writeModule(unchanged))).toMatchObject({ code: 'nothing-changed' });
    await api(mill.head).writeModule({ ...next, note: 'Our way' });
    expect(await failureOf(api(mill.head).writeModule(next))).toMatchObject({ code: 'module-changed' });
    expect(await failureOf(complete(mill.chair, 'boundaries', 1))).toMatchObject({ code: 'module-changed' });
    const state = async () => (await api(mill.chair).readMine({})).asked[0]!.state;
    expect(await state()).toBe('done');
    await api(mill.head).writeModule({ ...next, edition: 2, words: 'All new.', questions: [], countsAgain: true });
    expect(await state()).toBe('due');
    const { done } = await api(mill.chair).readMine({});
    expect(done).toMatchObject([{ edition: 1 }]);
    expect(await api(mill.chair).complete({ moduleId: 'boundaries', edition: 3 })).toMatchObject({
      passed: true,
      score: null,
    });
    expect(await state()).toBe('done');
    const kept = await api(mill.head).readProgress({ moduleId: 'boundaries' });
    expect(kept.editions.map(({ n, counts }) => [n, counts])).toEqual([[3, true], [2, false], [1, false]]); // prettier-ignore
  });

  it('may be repeated sooner than the policy says, never later', async () => {
    const mill = await app.ready('starter');
    const own = { title: 'Our camera club', words: 'Be kind.' };
    const late = await failureOf(api(mill.head).writeModule({ ...own, repeatMonths: 24 }));
    expect(late).toMatchObject({ code: 'repeated-too-seldom', kind: 'refused-by-policy', clauses: ['ST-106'] });
    const { moduleId } = await api(mill.head).writeModule({ ...own, repeatMonths: 6 });
    expect(moduleId).toBe('our-camera-club');
    await api(mill.chair).complete({ moduleId, edition: 1 });
    expect((await api(mill.chair).readMine({})).done).toMatchObject([{ how: 'read', until: '2037-05-21' }]);
    await api(mill.head).retireModule({ moduleId });
    expect(await failureOf(api(mill.chair).complete({ moduleId, edition: 1 }))).toMatchObject({
      code: 'module-retired',
    });
    expect(await failureOf(api(mill.head).retireModule({ moduleId: 'policy' }))).toMatchObject({
      code: 'module-of-policy',
    });
  });

  it('at a session or by a certificate, with what stands on the sheet', async () => {
    const mill = await app.ready('starter');
    const session = { title: 'INSET', ledBy: 'A trainer', heldOn: '2036-11-20', moduleIds: ['prevent'] };
    await api(mill.head).recordSession({
      ...session,
      attended: [mill.chair.personId],
      sheet: 'Folder 3',
      notes: 'Lively.',
    });
    const ahead = { ...session, heldOn: '2036-11-22', attended: [mill.chair.personId] };
    expect(await failureOf(api(mill.head).recordSession(ahead))).toMatchObject({ code: 'session-to-come' });
    const nobody = { ...session, attended: [] };
    expect((await failureOf(api(mill.head).recordSession(nobody))).fields[0]).toMatchObject({ field: 'attended' });
    const paper = { personId: mill.chair.personId, title: 'Safer', issuer: 'County', issuedOn: '2036-01-10' };
    await api(mill.head).recordCertificate({ ...paper, expiresOn: '2036-12-31', moduleId: 'boundaries' });
    const backwards = { ...paper, expiresOn: '2035-01-01' };
    expect(await failureOf(api(mill.head).recordCertificate(backwards))).toMatchObject({
      code: 'expires-before-issue',
    });
    const { done, certificates } = await api(mill.chair).readMine({});
    expect(done).toMatchObject([
      { moduleId: 'prevent', how: 'session', completedOn: '2036-11-20' },
      { moduleId: 'boundaries', how: 'certificate', until: '2036-12-31' },
    ]);
    expect(certificates).toMatchObject([{ issuer: 'County', expiresOn: '2036-12-31' }]);
    const { sessions } = await api(mill.head).listRecords({});
    expect(sessions.find((one) => one.title === 'INSET')).toMatchObject({
      attended: ['Chris Amari'],
      sheet: 'Folder 3',
    });
  });
});

describe('induction', () => {
  it('of somebody new is a duty, and is not complete without the talk about social media [SN-50]', async () => {
    const mill = await app.ready('st-nicholas');
    days(30);
    const head = await mill.school.again(mill.head);
    const starter = await mill.person({ name: 'Nia New' });
    expect(await dutiesOf(head)).toContainEqual(expect.objectContaining({ title: 'Begin the induction of Nia New' }));
    const { personId } = starter;
    await api(head).beginInduction({ personId });
    await api(head).noteInductionPoint({ personId, point: 'policy-shown', heldBy: 'Dee Sharma', heldOn: '2036-12-20' });
    const refusal = await failureOf(api(head).completeInduction({ personId }));
    expect(refusal).toMatchObject({ kind: 'refused-by-policy', code: 'talk-missing' });
    expect(refusal.clauses).toContain('SN-50');
    const talk = { personId, point: 'social-media-talk' as const, heldBy: 'Sam Whitlock' };
    expect(await failureOf(api(head).noteInductionPoint({ ...talk, heldOn: '2036-12-25' }))).toMatchObject({
      code: 'talk-to-come',
    });
    await api(head).noteInductionPoint({ ...talk, heldOn: '2036-12-19' });
    expect(await api(head).completeInduction({ personId })).toEqual({
      leftOut: ['safeguarding-contacts', 'own-privacy', 'school-channels'],
    });
    const { inductions, newHere } = await api(head).listInductions({});
    expect(newHere).toEqual([]);
    expect(inductions[0]!.points[0]).toMatchObject({ heldBy: 'Sam Whitlock', heldOn: '2036-12-19' });
    expect(await failureOf(api(head).noteInductionPoint({ ...talk, heldOn: '2036-12-18' }))).toMatchObject({
      code: 'induction-completed',
    });
  });
});

describe('guidance', () => {
  it('an update on a platform is a task of everybody it is for, and reading it is recorded [SN-21]', async () => {
    const mill = await app.ready('st-nicholas');
    const note = { kind: 'update' as const, title: 'Facebook moved its settings', words: 'See **Privacy**.' };
    const { guidanceId } = await api(mill.leader).writeGuidance({ ...note, target: 'runners' });
    const { issueId, given } = await api(mill.leader).issueGuidance({ guidanceId });
    expect(given).toBe(3);
    const duty = async () => (await dutiesOf(mill.author)).find(({ kind }) => kind === 'training.read');
    expect(await duty()).toMatchObject({
      href: `/training/read/${issueId}`,
      due: '2036-12-05',
      clauses: expect.arrayContaining(['SN-21']),
    });
    expect(await failureOf(api(mill.chair).readIssue({ issueId }))).toMatchObject({ kind: 'not-found' });
    expect(await failureOf(api(mill.chair).markRead({ issueId }))).toMatchObject({ kind: 'not-found' });
    await api(mill.author).markRead({ issueId });
    expect(await duty()).toBeUndefined();
    const { people } = await api(mill.leader).readIssue({ issueId });
    expect(people.filter(({ readAt }) => readAt !== null).map(({ name }) => name)).toEqual(['Priya Raman']);
    expect(people).toHaveLength(3);
  });

  it('that conduct online can affect one’s role is advice with the day it was given to each [SN-74]', async () => {
    const mill = await app.ready('st-nicholas');
    const { issueId } = await api(mill.head).issueGuidance({ guidanceId: 'online-conduct-and-role' });
    const { toRead } = await api(mill.colleague).readMine({});
    expect(toRead).toMatchObject([
      { issueId, kind: 'advice', title: expect.stringContaining('can affect your role and your standing') },
    ]);
    expect(toRead[0]!.deliveredAt.slice(0, 10)).toBe('2036-11-21');
    const { people } = await api(mill.head).readIssue({ issueId });
    expect(people.every(({ deliveredAt }) => deliveredAt.startsWith('2036-11-21'))).toBe(true);
    expect(people.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Chris Amari', 'Owen Pugh', 'Tom Ashworth']),
    );
  });

  it('on privacy shows its last issue, and is late when a term has passed without it [SN-76]', async () => {
    const mill = await app.ready('st-nicholas');
    await withTerms(mill);
    const privacy = async (who: PersonActor) =>
      (await api(who).readPlan({})).guidance.find(({ id }) => id === 'privacy-guidance')!;
    expect(await privacy(mill.head)).toMatchObject({ last: null, late: false, due: true, every: 'term' });
    await api(mill.head).issueGuidance({ guidanceId: 'privacy-guidance' });
    expect(await privacy(mill.leader)).toMatchObject({ last: { issuedOn: '2036-11-21' }, late: false, due: false });
    app.clock.set('2037-03-27T09:00:00Z');
    expect(await privacy(await mill.school.again(mill.head))).toMatchObject({ late: false, due: true });
    app.clock.set('2037-03-28T09:00:00Z');
    const head = await mill.school.again(mill.head);
    expect(await privacy(head)).toMatchObject({
      late: true,
      missed: [{ name: 'Spring 2037' }],
      last: { issuedOn: '2036-11-21' },
    });
    expect(await dutiesOf(head)).toContainEqual(
      expect.objectContaining({
        kind: 'training.guidance-late',
        urgency: 'overdue',
        detail: expect.stringContaining('Spring 2037'),
      }),
    );
  });

  it('to guard oneself goes to every adult each term by itself, once, with its delivery on record [SN-145]', async () => {
    const mill = await app.ready('st-nicholas');
    await withTerms(mill);
    const system = app.as(systemActor(mill.school.id, 'training.remindDaily')).training;
    expect((await system.remind({})).issued).toEqual(['guard-your-information']);
    expect((await system.remind({})).issued).toEqual([]);
    const { guidance, adults } = await api(mill.head).readPlan({});
    expect(guidance.find(({ id }) => id === 'guard-your-information')!.last).toMatchObject({
      issuedOn: '2036-11-21',
      given: adults,
      read: 0,
    });
    app.clock.set('2037-01-06T09:00:00Z');
    expect((await system.remind({})).issued).toEqual(['guard-your-information']);
  });

  it('that the policy does not ask for goes out by nobody’s leave, and what a school stopped stays stopped', async () => {
    const other = await app.ready('grappenhall-heys');
    const system = (mill: Ready) => app.as(systemActor(mill.school.id, 'training.remindDaily')).training;
    expect((await system(other).remind({})).issued).toEqual([]);
    const mill = await app.ready('st-nicholas');
    await api(mill.head).retireGuidance({ guidanceId: 'guard-your-information' });
    expect((await system(mill).remind({})).issued).toEqual([]);
    expect(await failureOf(api(mill.head).issueGuidance({ guidanceId: 'guard-your-information' }))).toMatchObject({
      code: 'guidance-retired',
    });
  });

  it('reminds whoever is late on Mondays', async () => {
    const mill = await app.ready('starter');
    await api(mill.head).assign({ moduleId: 'prevent', target: 'type:governor', dueOn: '2036-11-21' });
    const system = app.as(systemActor(mill.school.id, 'training.remindDaily')).training;
    app.clock.set('2036-11-23T09:00:00Z');
    expect((await system.remind({})).reminded).toBe(0);
    app.clock.set('2036-11-24T09:00:00Z');
    expect((await system.remind({})).reminded).toBe(1);
    expect((await noticesOf(mill.chair))[0]).toMatchObject({ kind: 'training.overdue' });
  });
});

describe('a figure', () => {
  it('carries its source and date; when training with an old one is given out, its owner is asked to renew it [GR-46]', async () => {
    const mill = await app.ready('the-grange');
    const { personId: ownerId } = mill.leader;
    const fact = {
      moduleId: 'boundaries',
      claim: 'Of 131 prohibition orders in 2017, 73 involved social media or technology.',
      source: 'Teacher misconduct panels',
      datedOn: '2017-12-31',
      recheckOn: '2036-12-01',
    };
    const { factId } = await api(mill.head).addFact({ ...fact, ownerId });
    expect((await api(mill.chair).readModule({ moduleId: 'boundaries' })).facts).toMatchObject([
      { claim: fact.claim, source: fact.source, datedOn: '2017-12-31', recheckOn: '2036-12-01', old: false },
    ]);
    const give = async () =>
      api(await mill.school.again(mill.head)).assign({ moduleId: 'boundaries', target: 'all', dueOn: '2037-02-01' });
    expect((await give()).factsAsked).toBe(0);
    days(11);
    expect((await dutiesOf(await mill.school.again(mill.leader))).map(({ kind }) => kind)).not.toContain(
      'training.fact',
    );
    expect((await give()).factsAsked).toBe(1);
    const leader = await mill.school.again(mill.leader);
    expect(await dutiesOf(leader)).toContainEqual(
      expect.objectContaining({ kind: 'training.fact', detail: fact.claim, clauses: ['GR-46'] }),
    );
    expect((await noticesOf(leader)).map(({ kind }) => kind)).toContain('training.fact-old');
    await api(leader).addFact({ ...fact, replaces: factId, claim: 'A newer figure.', recheckOn: '2037-12-01' });
    expect((await dutiesOf(leader)).map(({ kind }) => kind)).not.toContain('training.fact');
    expect(await failureOf(api(leader).addFact({ ...fact, datedOn: '2037-12-01' }))).toMatchObject({
      code: 'dated-later',
    });
  });
});
