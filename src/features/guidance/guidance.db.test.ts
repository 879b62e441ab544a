// Guidance on a real database: “May I…?” from the policy in force, my rules, whether the policy reaches a case, the view of each audience.
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { visitor, type PersonActor } from '#kernel/actor.ts';
import { decisions } from '#features/decisions/index.ts';
import { questions } from '#features/questions/index.ts';
import { openTestApp } from '#test/school.ts';
import { guidance } from './index.ts';

const open = () => openTestApp([decisions, questions, guidance]);
type Opened = Awaited<ReturnType<typeof open>>;
let app: Opened;
let schools: Record<'tpat' | 'st-nicholas' | 'the-grange' | 'starter', Awaited<ReturnType<Opened['school']>>>;
const heads = new Map<string, PersonActor>();
beforeAll(async () => {
  app = await open();
  const made = async (model: keyof typeof schools) => {
    const school = await app.school(`School of ${model}`, model);
    heads.set(model, await school.person({ name: 'Ngozi Okafor', responsibilities: ['headteacher'] }));
    return school;
  };
  schools = {
    tpat: await made('tpat'),
    'st-nicholas': await made('st-nicholas'),
    'the-grange': await made('the-grange'),
    starter: await made('starter'),
  };
});
afterAll(() => app.drop());

const mayI = (model: keyof typeof schools, question: string) => app.as(heads.get(model)!).guidance.mayI({ question });
const cited = async (model: keyof typeof schools, question: string) =>
  (await mayI(model, question)).answers.map(({ clause }) => clause?.id);

describe('May I…?', () => {
  test.each([
    ['tpat', 'May I use my own phone for pictures?', 'TP-60'],
    ['tpat', 'Who approves a new account?', 'TP-48'],
    ['tpat', 'Can I be friends with former pupils on Facebook?', 'TP-38'],
    ['tpat', 'May I post a photo of a pupil?', 'TP-40'],
    ['st-nicholas', 'social media at lunch', 'SN-46'],
    ['the-grange', 'May I post a photo of a pupil?', 'GR-48'],
    ['the-grange', 'whom do I ask first with questions', 'GR-62'],
  ] as const)('%s: %s is answered by %s', async (model, question, clause) => {
    const { says, answers } = await mayI(model, question);
    expect(says).toBe('policy');
    expect(answers.map((one) => one.clause?.id)).toContain(clause);
  });

  it('quotes the clause and the plain answer of its setting, and names who holds the role', async () => {
    const { answers } = await mayI('tpat', 'Who may connect an app to an account?');
    const found = answers.find(({ clause }) => clause?.id === 'TP-70');
    expect(found).toMatchObject({
      clause: { title: 'No unapproved apps', own: true },
      settings: [{ answer: 'The headteacher', byDefault: false, people: ['Ngozi Okafor'] }],
    });
  });

  it('finds other words, plurals and misspellings, and says what it read', async () => {
    expect(await cited('tpat', 'fotographs of children')).toContain('TP-40');
    const { readAs } = await mayI('tpat', 'fotographs of children');
    expect(readAs).toEqual([{ typed: 'fotographs', as: 'photographs' }]);
    expect(await cited('tpat', 'PICS OF KIDS')).toContain('TP-40');
  });

  it('says that the policy is silent, and who decides, and makes nothing up', async () => {
    for (const question of ['May I bring my dog?', 'asdf qwer', 'May I…?', '!!! & | <->', 'May I chew gum in lessons?'])
      expect(await mayI('tpat', question)).toMatchObject({ says: 'silent', answers: [] });
    const { nowhere, ask } = await mayI('the-grange', 'May I bring my dog?');
    expect(nowhere).toEqual(['dog']);
    // Nobody is business manager there: the headteacher is asked, but never of her own question.
    expect(ask).toMatchObject({ role: 'the business manager', clauses: ['GR-62'] });
  });

  it('says where only Gatepost’s default answers', async () => {
    const { says, answers } = await mayI('the-grange', 'Can I be friends with former pupils?');
    expect(says).toBe('default');
    expect(answers[0]!.clause).toMatchObject({ id: 'ST-94', own: false });
    expect(answers[0]!.settings[0]).toMatchObject({ byDefault: true });
  });

  it('finds what was answered before and published', async () => {
    const teacher = await schools.tpat.person({ name: 'Priya Raman' });
    const { questionId } = await app.as(teacher).questions.ask({ words: 'May I livestream the carol service?' });
    const head = app.as(heads.get('tpat')!).questions;
    await head.answer({ questionId, words: 'Not without asking every family.' });
    expect((await app.as(teacher).guidance.mayI({ question: 'carol service' })).says).toBe('silent');
    await head.publishNote({ questionId, words: 'A carol service is livestreamed only once every family was asked.' });
    const { says, answers } = await app.as(teacher).guidance.mayI({ question: 'carol service' });
    expect(says).toBe('policy');
    expect(answers[0]).toMatchObject({
      clause: null,
      notes: ['A carol service is livestreamed only once every family was asked.'],
    });
  });

  it('reads nobody’s policy but the school’s own, and a long question without harm', async () => {
    expect((await cited('tpat', 'pupil names')).every((id) => /^(TP|ST)-/.test(id ?? ''))).toBe(true);
    expect(await mayI('tpat', 'photograph '.repeat(27))).toMatchObject({ says: 'policy' });
  });
});

test('“my rules” are three sections: educational, personal and recreational use, from the active settings [SN-03]', async () => {
  const teacher = await schools['st-nicholas'].person({ name: 'Bethany Cole' });
  const { sections, kind, bound } = await app.as(teacher).guidance.readRules({});
  expect({ kind, bound }).toEqual({ kind: 'member of staff', bound: true });
  expect(sections.map(({ title }) => title)).toEqual(['Educational use', 'Personal use', 'Recreational use']);
  const rule = (id: string, settingId: string) =>
    sections.find((one) => one.id === id)!.rules.find((one) => one.settingId === settingId);
  expect(rule('recreational', 'personalUse.atWork')).toMatchObject({
    answer: 'Staff may in their breaks.',
    clauses: ['SN-46'],
    byDefault: false,
  });
  expect(rule('personal', 'contact.formerPupils')).toMatchObject({ byDefault: false });
  expect(rule('educational', 'approval.secondReader')).toMatchObject({ clauses: ['SN-116'] });

  // Another answer, another rule, from that moment on.
  const { revision } = await app.as(heads.get('st-nicholas')!).policy.readSetting({ settingId: 'personalUse.atWork' });
  const change = { settingId: 'personalUse.atWork', is: 'forbidden', overrides: [], reason: 'A quieter staff room.' };
  await app
    .as(await schools['st-nicholas'].again(heads.get('st-nicholas')!))
    .policy.changeSetting({ ...change, revision });
  const after = (await app.as(teacher).guidance.readRules({})).sections.flatMap(({ rules }) => rules);
  expect(after.find(({ settingId }) => settingId === 'personalUse.atWork')?.answer).toContain('may not');
});

test('whoever reads their rules reads those for them: business and private use are two parts [TP-14]', async () => {
  const governor = await schools.tpat.person({ name: 'Chris Amari', types: ['governor'] });
  const { kind, bound, sections } = await app.as(governor).guidance.readRules({});
  expect({ kind, bound }).toEqual({ kind: 'governor', bound: false });
  expect(sections.map(({ part }) => part)).toEqual(['school', 'private', 'private']);
  expect(sections.flatMap(({ rules }) => rules).map(({ settingId }) => settingId)).not.toContain('workUse.excessive');
});

describe('whether the policy reaches a case', () => {
  const ask = (model: keyof typeof schools, more: object = {}) =>
    app.as(heads.get(model)!).guidance.testScope({
      who: 'staff',
      where: 'elsewhere',
      touches: 'affects',
      circle: 'public',
      platform: 'social-network',
      ...more,
    });
  it('is answered from the settings, with the clause', async () => {
    const yes = await ask('the-grange');
    expect(yes.applies).toBe('yes');
    expect(yes.because.flatMap(({ clauses }) => clauses)).toEqual(expect.arrayContaining(['GR-17', 'GR-14']));
    expect((await ask('tpat', { who: 'pupil' })).applies).toBe('no');
    expect((await ask('the-grange', { who: 'pupil' })).applies).toBe('yes');
  });
  it('is left open where the policy does not say', async () => {
    expect((await ask('tpat')).applies).toBe('silent');
    expect((await ask('tpat', { where: 'at-work', circle: 'private-group' })).applies).toBe('silent');
    expect((await ask('the-grange', { circle: 'private-group' })).applies).toBe('yes');
  });
});

describe('the policy for parents and for pupils', () => {
  const seen = (model: keyof typeof schools) => app.as(visitor(schools[model].id)).guidance;
  it('is open to anybody, in words for them, and shows no rule for staff', async () => {
    const parents = await seen('st-nicholas').readView({ audience: 'parents' });
    expect(parents.plain.map(({ words }) => words)).toContain(
      'Please do not post pictures of other people’s children.',
    );
    expect(parents.clauses.map(({ id }) => id)).toContain('SN-155');
    expect(parents.clauses.map(({ id }) => id)).not.toContain('SN-46');
    const pupils = await seen('the-grange').readView({ audience: 'pupils' });
    expect(pupils.plain.map(({ words }) => words)).toContain('The rules are for you too.');
    expect(pupils.issued).toBe('2023-09');
    for (const model of ['tpat', 'starter'] as const)
      expect((await seen(model).readView({ audience: 'pupils' })).behaviour.length).toBeGreaterThan(0);
  });
  it('answers questions only from what it shows', async () => {
    const { answers } = await seen('st-nicholas').searchView({
      audience: 'parents',
      question: 'May I share pictures from the play?',
    });
    expect(answers[0]!.words).toMatch(/other (people[’']s )?children/);
    const staff = await seen('st-nicholas').searchView({
      audience: 'parents',
      question: 'private use in lunch breaks',
    });
    expect(staff.answers).toEqual([]);
  });
});

test('the behaviour standard stands in the view of staff, of parents and of pupils [GH-50, SJ-53]', async () => {
  for (const [model, standard] of [
    ['grappenhall-heys', 'GH-50'],
    ['st-josephs', 'SJ-53'],
  ] as const) {
    const school = await app.school(`School of ${model}`, model);
    const teacher = await school.person();
    const seen = [
      await app.as(teacher).guidance.readRules({}),
      await app.as(visitor(school.id)).guidance.readView({ audience: 'parents' }),
      await app.as(visitor(school.id)).guidance.readView({ audience: 'pupils' }),
    ];
    for (const { behaviour } of seen) {
      expect(behaviour.map(({ id }) => id)).toContain(standard);
      expect(behaviour.find(({ id }) => id === standard)!.text).toContain('behaviour standard');
    }
  }
});

test('anybody may open the view for parents or for pupils, and finds what binds them or everybody, and nothing else [GH-14]', async () => {
  const school = await app.school('School of views', 'grappenhall-heys');
  const general = ['GH-15', 'GH-50', 'GH-56', 'GH-57', 'GH-59', 'GH-69', 'GH-70', 'GH-71', 'GH-72'];
  const shown = async (audience: 'parents' | 'pupils') => {
    const { behaviour, clauses } = await app.as(visitor(school.id)).guidance.readView({ audience });
    return [...behaviour, ...clauses].map(({ id }) => id).toSorted();
  };
  expect(await shown('parents')).toEqual([...general, 'GH-12', 'GH-94'].toSorted());
  expect(await shown('pupils')).toEqual([...general, 'GH-12', 'GH-91', 'GH-92'].toSorted());
  const { kind, bound, sections } = await app.as(await school.person()).guidance.readRules({});
  expect({ kind, bound }).toEqual({ kind: 'member of staff', bound: true });
  expect(
    sections.flatMap(({ rules }) => rules).find(({ settingId }) => settingId === 'contact.formerPupils'),
  ).toMatchObject({
    clauses: ['GH-89'],
  });
});

test('the tip on personal details gives unwanted access and identity theft as its reasons [SN-54]', async () => {
  const { guides } = await app.as(heads.get('st-nicholas')!).guidance.listGuides({});
  const guide = guides.find(({ clauses, id }) => id === 'holding-back' && clauses.includes('SN-54'));
  const tip = guide?.tips.find(({ tip: words }) => words.startsWith('Hold personal details back'));
  expect(tip?.reasons.join(' ')).toMatch(/unwanted access.*identity theft/s);
  expect(guides.every(({ tips }) => tips.every(({ reasons }) => reasons.length > 0))).toBe(true);
});
