// What clauses of the model policies ask of a post, done by the product under those very policies on a real database.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ModelPolicyName } from '#features/policy/index.ts';
import { failureOf, FRIDAY, openWholeApp, type Ready, type Wanted, type WholeApp } from '#test/whole-app.ts';

let app: WholeApp;
const schools = new Map<ModelPolicyName, Ready>();
const under = async (model: ModelPolicyName): Promise<Ready> => {
  const ready = schools.get(model) ?? (await app.ready(model));
  schools.set(model, ready);
  return ready;
};
beforeAll(async () => {
  app = await openWholeApp();
});
beforeEach(() => app.clock.set(FRIDAY));
afterAll(() => app.close());

const yes = (points: readonly { id: string }[]) => Object.fromEntries(points.map(({ id }) => [id, 'yes' as const]));

/** Sent: outcome, findings of one rule, obstacles by code, and who decides. */
async function send(model: ModelPolicyName, wanted: Wanted) {
  const school = await under(model);
  const { postId, saved } = await school.draft(school.author, wanted);
  const answer = await app.as(school.author).posts.submit({ postId });
  const { findings, obstacles, need } = answer.check;
  return {
    ...school, postId, saved, answer, need,
    found: (rule: string) => findings.find((finding) => finding.rule === rule),
    obstacle: (code: string) => obstacles.find((one) => one.code === code),
  }; // prettier-ignore
}

/** Reads as a decider and answers the list, one point with no. */
async function answerNo(school: Ready, postId: string, point: string) {
  const reader = app.as(school.runner).posts;
  const { decision, checklist } = await reader.read({ postId });
  expect(checklist.map(({ id }) => id)).toContain(point);
  const answers = { ...yes(checklist), [point]: 'no' as const };
  return {
    decision,
    answers,
    told: await failureOf(reader.approve({ postId, hash: decision!.hash, checklist: answers })),
  };
}

const WITH_SLUR = 'No pakis at our fair, please.';

describe('respect', () => {
  test.each([
    ['grappenhall-heys', ['GH-51', 'GH-53']],
    ['st-josephs', ['SJ-54', 'SJ-56']],
  ] as const)(
    'an insult is marked in the words, and the headteacher decides, under %s [GH-51, SJ-54]',
    async (model, clauses) => {
      const { found, answer, need, postId, author, head, runner } = await send(model, {
        words: 'The new coach is an idiot. Training is on Friday.',
      });
      const finding = found('derogatory')!;
      expect(finding).toMatchObject({ severity: 'review', part: 'words', source: 'policy' });
      expect(finding.clauses).toEqual(expect.arrayContaining([...clauses]));
      expect(finding.excerpt).toContain('idiot');
      expect(need).toMatchObject({ why: 'clearance' });
      expect(answer.deciders.map(({ id }) => id)).toContain(head.personId);
      const { decision, checklist } = await app.as(head).posts.read({ postId });
      expect(checklist.map(({ id }) => id)).toContain('tone');
      expect(
        await failureOf(app.as(runner).posts.approve({ postId, hash: decision!.hash, checklist: yes(checklist) })),
      ).toMatchObject({ code: 'not-the-decider' });
      const unanswered = await failureOf(app.as(head).posts.approve({ postId, hash: decision!.hash, checklist: {} }));
      expect(unanswered).toMatchObject({ kind: 'refused-by-policy', code: 'checklist-unanswered' });
      await app.as(head).posts.sendBack({ postId, hash: decision!.hash, note: 'Please say it kindly.' });
      const mended = await app.as(author).posts.read({ postId });
      expect(mended.state).toBe('draft');
    },
  );

  test.each([
    ['grappenhall-heys', 'GH-53'],
    ['st-josephs', 'SJ-56'],
  ] as const)(
    'a judgement on a colleague by name is raised before it is sent, and somebody must clear it, under %s [GH-53, SJ-56]',
    async (model, clause) => {
      const words = 'Rosa Lindqvist is useless at organising the fair.';
      const { saved, found, need, answer, head } = await send(model, {
        words,
        statements: { basis: 'She is a colleague.' },
      });
      expect(saved.findings.find(({ rule }) => rule === 'derogatory')?.clauses).toContain(clause);
      expect(found('named-adult')?.excerpt).toBe('Rosa Lindqvist');
      expect(found('named-adult')?.clauses).toContain(clause);
      expect(answer.outcome).toBe('waiting');
      expect(need.why).toBe('clearance');
      expect(answer.deciders.map(({ id }) => id)).toContain(head.personId);
    },
  );

  test('a rude reply is warned of, with advice how to put it instead [TP-31]', async () => {
    const { found, answer } = await send('tpat', { words: 'Calm down. The dates are on our website.' });
    expect(found('derogatory')).toMatchObject({
      severity: 'warn',
      remedy: expect.stringContaining('friendly') as unknown,
    });
    expect(found('derogatory')!.clauses).toContain('TP-31');
    expect(answer.outcome).toBe('waiting');
  });

  test('a slur is stopped, and its author cannot argue it away [SN-66]', async () => {
    const school = await under('st-nicholas');
    const { found, answer, postId, author } = await send('st-nicholas', { words: WITH_SLUR });
    const finding = found('discriminatory')!;
    expect(finding).toMatchObject({ severity: 'block', who: '', source: 'policy' });
    expect(finding.clauses).toContain('SN-66');
    expect(answer.outcome).toBe('blocked');
    // All that an author can do is say that it is a mistake: the headteacher then decides, and nobody else.
    const { rule, excerpt } = finding;
    const contested = await app.as(author).posts.contest({ postId, rule, excerpt, reason: 'It was meant kindly.' });
    expect(contested).toMatchObject({ outcome: 'review', need: { none: false, why: 'clearance' } });
    const reason = { withoutReader: 'I am sure.' };
    const { revision } = await app.as(author).posts.read({ postId });
    await app.as(author).posts.save({ postId, revision, ...school.content({ words: WITH_SLUR, statements: reason }) });
    expect((await app.as(author).posts.submit({ postId })).outcome).toBe('waiting');
    expect(await failureOf(school.approve(author, postId))).toMatchObject({
      kind: 'refused-by-policy',
      code: 'own-post',
    });
    expect(await failureOf(school.approve(school.runner, postId))).toMatchObject({
      kind: 'refused-by-policy',
      code: 'not-the-decider',
    });
  });
});

describe('the rights of others', () => {
  test.each([
    ['grappenhall-heys', 'GH-52'],
    ['st-josephs', 'SJ-55'],
  ] as const)(
    'naming somebody needs a stated basis before it can be sent, under %s [GH-52, SJ-55]',
    async (model, clause) => {
      const words = 'Thank you to Mrs Penhaligon for judging our bake-off.';
      const without = await send(model, { words });
      expect(without.answer.outcome).toBe('blocked');
      expect(without.obstacle('no-basis')).toMatchObject({ field: 'statements.basis' });
      expect(without.obstacle('no-basis')!.clauses).toContain(clause);
      const based = await send(model, { words, statements: { basis: 'She agreed when she was asked on Monday.' } });
      expect(based.answer.outcome).toBe('waiting');
      expect((await app.as(based.runner).posts.read({ postId: based.postId })).content.statements.basis).toContain(
        'agreed',
      );
    },
  );

  test('showing children needs what families agreed to, so it waits for consent records [GH-52]', async () => {
    const heys = await under('grappenhall-heys');
    const pictures = [{ mediaId: await heys.picture(), alt: 'Two children painting', showsChildren: 'yes' as const }];
    const { answer, obstacle } = await send('grappenhall-heys', { pictures });
    expect(answer.outcome).toBe('blocked');
    expect(obstacle('needs-consent-records')!.clauses).toContain('GH-47');
  });

  test.each([
    ['st-nicholas', 'SN-64', 'Mr Jack Penrose stole money from the school fund.'],
    ['tpat', 'TP-52', 'Bright Coaches Ltd overcharged parents again.'],
  ] as const)('an accusation goes to the headteacher, under %s [SN-64, TP-52]', async (model, clause, words) => {
    const { found, answer, need, head, runner, postId } = await send(model, {
      words,
      statements: { basis: 'It is known.' },
    });
    expect(found('derogatory')).toMatchObject({
      severity: 'review',
      who: 'headteacher',
      message: expect.stringContaining('accuses') as unknown,
    });
    expect(found('derogatory')!.clauses).toContain(clause);
    expect(need).toMatchObject({ why: 'clearance', roles: ['headteacher', 'deputy-headteacher'] });
    expect(answer.deciders[0]!.id).toBe(head.personId);
    const { decision, checklist } = await app.as(head).posts.read({ postId });
    const told = await failureOf(
      app.as(runner).posts.approve({ postId, hash: decision!.hash, checklist: yes(checklist) }),
    );
    expect(told).toMatchObject({ kind: 'refused-by-policy', code: 'not-the-decider' });
    expect(told.clauses).toContain(clause);
  });

  test('belittling the trust needs the headteacher [TP-57]', async () => {
    const { found, need, answer, head } = await send('tpat', {
      words: 'Our trust is useless and has no idea what schools need.',
    });
    expect(found('derogatory')!.clauses).toContain('TP-57');
    expect(need.why).toBe('clearance');
    expect(answer.deciders[0]!.id).toBe(head.personId);
  });
});

describe('what school accounts are not for', () => {
  test.each([
    ['grappenhall-heys', 'GH-54'],
    ['st-josephs', 'SJ-57'],
  ] as const)(
    'selling is found, and the author states that nobody gains, under %s [GH-54, SJ-57]',
    async (model, clause) => {
      const words = 'Use my referral code MILL10 at my sister’s new salon and get 10% off.';
      const silent = await send(model, { words });
      expect(silent.found('personal-gain')!.clauses).toContain(clause);
      expect(silent.answer.outcome).toBe('blocked');
      expect(silent.obstacle('personal-benefit')!.clauses).toContain(clause);
      const stated = await send(model, { words, statements: { noPersonalBenefit: true } });
      expect(stated.answer.outcome).toBe('waiting');
      expect(stated.need.why).toBe('clearance');
    },
  );

  test('words in a link or beside it are judged by the same rules, and a site on the school’s block list is refused [TP-50, TP-53]', async () => {
    const tpat = await under('tpat');
    await app
      .as(tpat.admin)
      .schools.setLinkDomains({ domains: [{ domain: 'badjokes.example.com', verdict: 'blocked' }] });
    const inWords = await send('tpat', { words: 'A laugh for the weekend: https://www.badjokes.example.com/today' });
    expect(inWords.answer.outcome).toBe('blocked');
    expect(inWords.found('suspicious-link')).toMatchObject({
      severity: 'block',
      contestable: false,
      message: expect.stringContaining('block list') as unknown,
    });
    expect(inWords.found('suspicious-link')!.clauses).toContain('TP-53');
    const asArticle = await send('tpat', {
      words: 'Worth a read.',
      category: 'article',
      details: { link: 'https://badjokes.example.com/today' },
    });
    expect(asArticle.answer.outcome).toBe('blocked');
    expect(asArticle.found('suspicious-link')).toMatchObject({ part: 'link', severity: 'block' });
    const shared = await send('tpat', {
      words: 'Shared from a friend of the school: “what a shit day” https://news.example.org/a',
    });
    expect(shared.found('offensive')).toMatchObject({ severity: 'block' });
    expect(shared.answer.outcome).toBe('blocked');
  });

  test('a political view needs the headteacher; before an election that the school has entered, no party is named at all [TP-55]', async () => {
    const tpat = await under('tpat');
    const election = { election: 'County council election', startsOn: '2036-11-20', endsOn: '2036-11-28' };
    await app
      .as(tpat.admin)
      .schools.setPreElectionPeriods({ periods: [{ ...election, startsOn: '2036-12-01', endsOn: '2036-12-24' }] });
    const view = await send('tpat', { words: 'Vote Labour for better schools.' });
    expect(view.found('opinion')).toMatchObject({
      severity: 'review',
      who: 'headteacher',
      clauses: expect.arrayContaining(['TP-55']) as unknown,
    });
    expect(view.answer.deciders[0]!.id).toBe(tpat.head.personId);
    const mention = { words: 'A visit from the Labour Party to our school hall.' };
    expect((await send('tpat', mention)).answer.outcome).toBe('waiting');
    const { postId } = await tpat.approved(tpat.author, { ...mention, wantedAt: '2036-11-22T09:00' });
    await app.as(tpat.admin).schools.setPreElectionPeriods({ periods: [election] });
    const before = await send('tpat', mention);
    expect(before.answer.outcome).toBe('blocked');
    expect(before.found('opinion')).toMatchObject({
      severity: 'block',
      excerpt: 'Labour',
      message: expect.stringContaining('County council election') as unknown,
    });
    expect(before.found('opinion')!.clauses).toContain('TP-55');
    app.clock.set('2036-11-22T09:00:00Z');
    await app.work();
    expect(await tpat.state(postId)).toBe('draft');
    app.clock.set('2036-11-29T09:00:00Z');
    expect((await send('tpat', { ...mention, details: { eventDate: '2036-12-10' } })).answer.outcome).toBe('waiting');
    const wrong = app
      .as(tpat.admin)
      .schools.setPreElectionPeriods({ periods: [{ ...election, endsOn: '2036-01-01' }] });
    expect(await failureOf(wrong)).toMatchObject({ kind: 'invalid' });
    await app.as(tpat.admin).schools.setPreElectionPeriods({ periods: [] });
  });

  test('a promise needs the name of whoever confirmed that it can be kept [TP-34]', async () => {
    const words = 'We guarantee every child a place in after-school club.';
    const without = await send('tpat', { words });
    expect(without.answer.outcome).toBe('blocked');
    expect(without.found('commitment')!.clauses).toContain('TP-34');
    expect(without.obstacle('no-confirmer')!.clauses).toContain('TP-34');
    const confirmed = await send('tpat', { words, statements: { confirmedBy: 'Ngozi Okafor' } });
    expect(confirmed.answer.outcome).toBe('waiting');
  });
});

describe('kinds of post', () => {
  test('a post without a kind is refused [TP-19]', async () => {
    const none = await send('tpat', { category: '' });
    expect(none.answer.outcome).toBe('blocked');
    expect(none.found('no-category')!.clauses).toContain('TP-19');
    const own = await send('tpat', { category: 'birthday' });
    expect(own.answer.outcome).toBe('blocked');
    expect(own.found('no-category')!.clauses).toContain('TP-19');
  });

  test('an event says its day, a celebration its achievement, an article its link [TP-20]', async () => {
    const empty = { details: {} };
    const cases = [
      ['event', 'no-event-date', { eventDate: '2036-12-01' }],
      ['celebration', 'no-achievement', { achievement: 'Silver in the county games' }],
      ['article', 'no-link', { link: 'https://www.gov.uk/school-meals' }],
    ] as const;
    for (const [category, code, details] of cases) {
      const bare = await send('tpat', { category, ...empty });
      expect(bare.answer.outcome).toBe('blocked');
      expect(bare.obstacle(code)!.clauses).toContain('TP-20');
      expect((await send('tpat', { category, details })).answer.outcome).toBe('waiting');
    }
  });

  test('a vacancy says when it closes and whom to ask; after that day it comes down, by a task where hands are needed [TP-23]', async () => {
    const tpat = await under('tpat');
    const facebook = await tpat.account('facebook', { address: 'https://www.facebook.com/millrace' });
    const vacancy = {
      category: 'vacancy',
      words: 'We are looking for a caretaker.',
      accounts: [{ accountId: tpat.board }, { accountId: facebook }],
    };
    const bare = await send('tpat', { ...vacancy, details: {} });
    expect([bare.obstacle('no-closing-date')!.clauses, bare.obstacle('no-contact')!.clauses].flat()).toContain('TP-23');
    const { postId } = await tpat.approved(tpat.author, {
      ...vacancy,
      details: { closingDate: '2036-11-28', contact: 'The school office' },
    });
    await app.work();
    const { deliveries } = await app.as(tpat.runner).posts.read({ postId });
    const byHand = deliveries.find(({ accountId }) => accountId === facebook)!;
    await app
      .as(tpat.runner)
      .posts.reportByHand({ deliveryId: byHand.id, permalink: 'https://www.facebook.com/millrace/posts/42' });
    expect(await tpat.state(postId)).toBe('published');
    const shown = (await tpat.notices()).length;
    app.clock.set('2036-11-28T20:00:00Z');
    await app.work();
    expect(await tpat.state(postId)).toBe('published');
    app.clock.set('2036-11-29T00:01:00Z');
    await app.work();
    expect(await tpat.state(postId)).toBe('taken-down');
    expect((await tpat.notices()).length).toBe(shown - 1);
    const { duties } = await app.as(await tpat.school.again(tpat.runner)).duties.listToday({});
    const task = duties.find(({ kind }) => kind === 'posts.take-down-by-hand')!;
    expect(task).toMatchObject({
      href: `/posts/${postId}/by-hand`,
      urgency: 'overdue',
      title: 'Take a post down on Millrace on facebook',
    });
    await app
      .as(tpat.runner)
      .posts.settleRemoval({ deliveryId: byHand.id, proof: 'I looked: the page says that it is gone.' });
    const after = await app.as(await tpat.school.again(tpat.runner)).duties.listToday({});
    expect(after.duties.some(({ kind }) => kind === 'posts.take-down-by-hand')).toBe(false);
  });
});

describe('tone', () => {
  test.each([
    ['grappenhall-heys', 'GH-78'],
    ['st-josephs', 'SJ-80'],
  ] as const)(
    'engaging, conversational and informative stand beside the editor, under %s [GH-78, SJ-80]',
    async (model, clause) => {
      const school = await under(model);
      const { accounts } = await app.as(school.author).accounts.draftable({});
      const { toneWords } = accounts.find(({ id }) => id === school.board)!;
      expect(toneWords.value).toEqual(expect.arrayContaining(['engaging', 'conversational', 'informative']));
      expect(toneWords.clauses).toContain(clause);
    },
  );

  test('each kind of post has its own words for tone [TP-24]', async () => {
    const tpat = await under('tpat');
    const tone = async (category: string) => {
      const { accounts } = await app.as(tpat.author).accounts.draftable({ category });
      return accounts.find(({ id }) => id === tpat.board)!.toneWords;
    };
    expect(await tone('celebration')).toMatchObject({ value: expect.arrayContaining(['light-hearted']) as unknown });
    expect(await tone('vacancy')).toMatchObject({ value: ['professional'], clauses: ['TP-24'] });
  });

  test.each(['grappenhall-heys', 'st-josephs'] as const)(
    'the tone of an account stands with its readers, and no approval without an answer on tone, under %s [GH-77, SJ-79]',
    async (model) => {
      const school = await under(model);
      const { accounts } = await app.as(school.author).accounts.draftable({});
      expect(accounts.find(({ id }) => id === school.board)).toMatchObject({
        audience: 'Families',
        toneWords: { value: expect.any(Array) as unknown },
      });
      const { postId } = await school.sent();
      const { decision, checklist, checklistClauses } = await app.as(school.runner).posts.read({ postId });
      expect(checklistClauses).toContain(model === 'st-josephs' ? 'SJ-79' : 'GH-77');
      const { tone: _tone, ...rest } = yes(checklist);
      const told = await failureOf(
        app.as(school.runner).posts.approve({ postId, hash: decision!.hash, checklist: rest }),
      );
      expect(told).toMatchObject({ code: 'checklist-unanswered', fields: [{ field: 'checklist.tone' }] });
      expect(
        await app.as(school.runner).posts.approve({ postId, hash: decision!.hash, checklist: yes(checklist) }),
      ).toMatchObject({ state: 'approved' });
    },
  );

  test('“builds others up and suits the occasion” is a point of the approver’s list [SJ-03]', async () => {
    const school = await under('st-josephs');
    const { postId } = await school.sent();
    const { answers, told } = await answerNo(school, postId, 'builds-others-up');
    expect(answers['builds-others-up']).toBe('no');
    expect(told).toMatchObject({ kind: 'refused-by-policy', code: 'checklist-no' });
    expect(told.clauses).toContain('SJ-03');
    const { accounts } = await app.as(school.author).accounts.draftable({});
    expect(accounts[0]!.toneWords.value).toContain('builds others up');
  });
});

test('the statement of ethos heads the policy, the school’s own before the model’s', async () => {
  const school = await under('st-josephs');
  const { school: name, ethos } = await app.as(school.author).policy.read({});
  expect({ name, ethos }).toMatchObject({ ethos: expect.stringContaining('build others up') as unknown });
  const profile = await app.as(school.admin).schools.read({});
  await app.as(school.admin).schools.update({
    name: profile.name, shortName: profile.shortName, phase: 'primary', division: profile.division, ethos: 'Kindness first, online too.',
  }); // prettier-ignore
  expect((await app.as(school.author).policy.read({})).ethos).toBe('Kindness first, online too.');
});

describe('the second reader', () => {
  test('the author cannot be it, and leaving it out needs a reason [SN-116]', async () => {
    const school = await under('st-nicholas');
    const first = await send('st-nicholas', {});
    expect(first.answer.outcome).toBe('waiting');
    expect(first.need).toMatchObject({ why: 'advised', people: 1 });
    expect(first.need.clauses).toContain('SN-116');
    expect(first.answer.deciders.map(({ id }) => id)).toEqual(
      expect.arrayContaining([school.runner.personId, school.colleague.personId]),
    );
    expect(first.answer.deciders.map(({ id }) => id)).not.toContain(school.author.personId);
    const own = await failureOf(school.approve(school.author, first.postId));
    expect(own).toMatchObject({
      kind: 'refused-by-policy',
      code: 'own-post',
      clauses: expect.arrayContaining(['SN-116']) as unknown,
    });
    expect(await school.approve(school.colleague, first.postId)).toMatchObject({ state: 'approved' });
    const skipped = await send('st-nicholas', {
      statements: { withoutReader: 'Only the time of the fair has changed.' },
    });
    expect(skipped.answer.outcome).toBe('approved');
  });

  test('it can differ from account to account: off, advised, required [SN-116]', async () => {
    const school = await app.ready('st-nicholas');
    const website = await school.account('website');
    const overrides = [
      { platform: 'noticeboard', is: 'off', by: ['SN-116'] },
      { account: website, is: 'required', by: ['SN-116'] },
    ];
    const { versionId } = await school.operating.policy.putInForce({ model: 'st-nicholas', effectiveOn: '2036-11-22' });
    await app.rows(
      `update policy_version set document = jsonb_set(document, '{settings,approval.secondReader,overrides}', $2) where id = $1`,
      [versionId, JSON.stringify(overrides)],
    );
    app.clock.set('2036-11-22T09:00:00Z');
    await school.readyRunner(school.author);
    expect((await school.sent()).answer.outcome).toBe('approved');
    const strict = { accounts: [{ accountId: website }], statements: { withoutReader: 'No need.' } };
    expect((await school.sent(school.author, strict)).answer).toMatchObject({
      outcome: 'waiting',
      check: { need: { why: 'second-reader' } },
    });
    const both = { accounts: [{ accountId: school.board }, { accountId: website }] };
    expect((await school.sent(school.author, both)).answer.outcome).toBe('waiting');
  });
});

describe('the approver’s list', () => {
  test('it has a point for each of the four linked policies, and keeps the answers [SN-117]', async () => {
    const school = await under('st-nicholas');
    const four = ['anti-bullying', 'data-protection', 'confidentiality', 'child-protection'];
    const { postId } = await school.sent();
    const { checklist, checklistClauses } = await app.as(school.runner).posts.read({ postId });
    expect(checklist.map(({ id }) => id)).toEqual(expect.arrayContaining(four));
    expect(checklistClauses).toContain('SN-117');
    const { linkedPolicies } = await app.as(school.author).policy.read({});
    expect(linkedPolicies.filter(({ clauses }) => clauses.includes('SN-117')).map(({ title }) => title)).toHaveLength(
      4,
    );
    await school.approve(school.runner, postId);
    const [vote] = await app.rows<{ answers: { checklist: Record<string, string> } }>(
      `select v.answers from vote v join decision d on d.school_id = v.school_id and d.id = v.decision_id where d.subject_id = $1`,
      [postId],
    );
    for (const point of four) expect(vote!.answers.checklist[point]).toBe('yes');
  });

  test('a claim whose accuracy the reader cannot confirm goes back to its author [SN-126]', async () => {
    const school = await under('st-nicholas');
    const { postId } = await school.sent(school.author, { words: 'Nine in ten of our pupils read above their age.' });
    expect((await app.as(school.runner).posts.read({ postId })).content.statements.source).toBe('');
    const { decision, answers, told } = await answerNo(school, postId, 'accuracy');
    expect(told).toMatchObject({
      kind: 'refused-by-policy',
      code: 'checklist-no',
      fields: [{ field: 'checklist.accuracy' }],
    });
    expect(told.clauses).toContain('SN-126');
    await app
      .as(school.runner)
      .posts.sendBack({ postId, hash: decision!.hash, note: 'Where is this from?', checklist: answers });
    const back = await app.as(school.author).posts.read({ postId });
    expect(back).toMatchObject({
      state: 'draft',
      decision: { state: 'sent-back', votes: [{ answer: 'send-back', note: 'Where is this from?' }] },
    });
    const withSource = {
      ...school.content({
        words: 'Nine in ten of our pupils read above their age.',
        statements: { source: 'NGRT results, June' },
      }),
    };
    await app.as(school.author).posts.save({ postId, revision: back.revision, ...withSource });
    await app.as(school.author).posts.submit({ postId });
    expect((await app.as(school.runner).posts.read({ postId })).content.statements.source).toBe('NGRT results, June');
    expect(await school.approve(school.runner, postId)).toMatchObject({ state: 'approved' });
  });

  test('what could discredit school or trust cannot be approved [TP-51]', async () => {
    const school = await under('tpat');
    const { postId } = await school.sent();
    const { told } = await answerNo(school, postId, 'disrepute');
    expect(told).toMatchObject({ kind: 'refused-by-policy', code: 'checklist-no' });
    expect(told.clauses).toContain('TP-51');
    expect(await school.state(postId)).toBe('waiting');
  });
});

describe('asked for before it is sent', () => {
  test('that anybody may find the words by searching, for an account that anybody reads [GH-04]', async () => {
    const unsaid = await send('grappenhall-heys', { statements: { searchable: false } });
    expect(unsaid.answer.outcome).toBe('blocked');
    expect(unsaid.obstacle('not-searchable-confirmed')!.clauses).toContain('GH-04');
    const members = await unsaid.account('website', { name: 'For members', reach: 'known-members' });
    const inside = await send('grappenhall-heys', {
      accounts: [{ accountId: members }],
      statements: { searchable: false },
    });
    expect(inside.answer.outcome).toBe('waiting');
  });

  test('the objective that it serves [SN-108]', async () => {
    const without = await send('st-nicholas', { objective: '' });
    expect(without.answer.outcome).toBe('blocked');
    expect(without.obstacle('no-objective')!.clauses).toContain('SN-108');
  });

  test('for important news, another way by which families hear of it [SN-120]', async () => {
    const alone = await send('st-nicholas', { statements: { important: true } });
    expect(alone.answer.outcome).toBe('blocked');
    expect(alone.obstacle('no-alternative')!.clauses).toContain('SN-120');
    expect(
      (await send('st-nicholas', { statements: { important: true, alternative: 'A letter home' } })).answer.outcome,
    ).toBe('waiting');
  });
});

describe('who speaks', () => {
  test.each(['grappenhall-heys', 'st-josephs'] as const)(
    'a post ends with its author’s name and role, and its real author is kept, under %s [GH-56, SJ-60]',
    async (model) => {
      const school = await under(model);
      const { postId } = await school.approved();
      await app.work();
      const [notice] = await school.notices();
      expect(notice!.words.endsWith('\n\nPriya Raman, Year 4 teacher')).toBe(true);
      const { authors, openedBy } = await app.as(school.head).posts.read({ postId });
      expect([openedBy.name, ...authors.map(({ name }) => name)]).toEqual(['Priya Raman', 'Priya Raman']);
      expect((await school.visitor.schools.readFront({})).name).toBe('Millrace Primary School');
    },
  );

  test('in one’s own professional name, with the disclaimer of the policy [SN-125]', async () => {
    const school = await under('st-nicholas');
    const { postId } = await school.approved(school.author, { statements: { ownVoice: true } });
    await app.work();
    const { deliveries } = await app.as(school.head).posts.read({ postId });
    expect(deliveries[0]!.words).toMatch(
      /\n\nYear 4 teacher\n\nMy own words; not necessarily the view of the school\.$/,
    );
    const usual = await school.approved();
    await app.work();
    expect((await app.as(school.head).posts.read({ postId: usual.postId })).deliveries[0]!.words).not.toContain(
      'My own words',
    );
  });
});

test('“I am unsure” parks a draft: only the headteacher lets it go on, the answer stays with it, and the author is told [TP-27, TP-28]', async () => {
  const school = await under('tpat');
  const { postId } = await school.draft();
  await app.as(school.author).posts.ask({ postId, words: 'Is this ours to say?' });
  const hash = 'a'.repeat(64);
  for (const reader of [school.runner, school.leader, school.deputy]) {
    expect((await failureOf(app.as(reader).posts.approve({ postId, hash }))).kind).toMatch(/conflict|not-found/);
    const told = await failureOf(app.as(reader).posts.answer({ postId, goOn: true, words: 'Go on.' }));
    expect(['refused-by-policy', 'not-found']).toContain(told.kind);
    if (told.kind === 'refused-by-policy') expect(told.clauses).toContain('TP-27');
  }
  expect((await failureOf(app.as(school.author).posts.submit({ postId }))).kind).toBe('conflict');
  const { duties } = await app.as(school.head).duties.listToday({});
  expect(duties.find(({ kind, href }) => kind === 'posts.answer' && href === `/posts/${postId}`)).toBeDefined();
  await app.as(school.head).posts.answer({ postId, goOn: true, words: 'Yes, with the date.' });
  const { questions, state } = await app.as(school.author).posts.read({ postId });
  expect({ state, questions }).toMatchObject({
    state: 'draft',
    questions: [{ words: 'Is this ours to say?', answer: 'Yes, with the date.' }],
  });
  const { notices } = await app.as(school.author).people.readNotices({});
  expect(notices.find(({ kind }) => kind === 'posts.answered')).toMatchObject({ href: `/posts/${postId}` });
});
