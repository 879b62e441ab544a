// Questions about the policy on a real database: to whom they go, who hears of the answer, and what stands beside the clause.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '#kernel/actor.ts';
import { isFailure, type Failure } from '#kernel/errors.ts';
import { decisions } from '#features/decisions/index.ts';
import { duties } from '#features/duties/index.ts';
import { openTestApp, type TestSchool } from '#test/school.ts';
import { questions } from './index.ts';

const open = () => openTestApp([decisions, questions, duties]);
let app: Awaited<ReturnType<typeof open>>;
beforeAll(async () => void (app = await open()));
afterAll(() => app.drop());

const no = async (work: Promise<unknown>): Promise<Failure> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (isFailure(error)) return error;
  throw new Error(`This was expected to be refused: ${String(error)}`);
};

async function cast(school: TestSchool) {
  const head = await school.person({ name: 'Ngozi Okafor', responsibilities: ['headteacher'] });
  const manager = await school.person({ name: 'Graham Tull', responsibilities: ['business-manager'] });
  const deputy = await school.person({ name: 'Dee Sharma', responsibilities: ['deputy-headteacher'] });
  const teacher = await school.person({ name: 'Priya Raman' });
  const colleague = await school.person({ name: 'Ros Kettle' });
  return { head, manager, deputy, teacher, colleague };
}

const queueOf = async (person: Parameters<typeof app.as>[0]) =>
  (await app.as(person).questions.list({})).questions.filter(({ mayAnswer }) => mayAnswer);

it('under the setting “business manager” a question stands in the business manager’s queue [GR-62]', async () => {
  const school = await app.school('Grange Hill Primary School', 'the-grange');
  const { manager, teacher, colleague } = await cast(school);
  const { questionId, askedOf, role } = await app
    .as(teacher)
    .questions.ask({ clauseId: 'GR-45', words: 'May I name the school in my profile?' });
  expect({ askedOf, role }).toEqual({ askedOf: ['Graham Tull'], role: 'the business manager' });
  // A question of the business manager’s own goes to the headteacher, who is not called business manager for that.
  expect((await app.as(manager).questions.list({})).firstContact).toMatchObject({
    people: ['Ngozi Okafor'],
    role: 'the headteacher',
  });
  expect(await queueOf(manager)).toMatchObject([{ id: questionId, clauseId: 'GR-45', askedBy: 'Priya Raman' }]);
  expect(await queueOf(colleague)).toEqual([]);
  const { notices } = await app.as(manager).people.readNotices({});
  const told = notices.find(({ kind }) => kind === 'questions.asked');
  expect(told).toMatchObject({ href: `/policy/questions#${questionId}` });
  expect(JSON.stringify(told)).not.toContain('profile');
});

it('the headteacher answers a question on a clause: the asker is told, the answer is kept under the clause and may be published [TP-74]', async () => {
  const school = await app.school('Millrace Primary School', 'tpat');
  const { head, teacher, colleague } = await cast(school);
  const asked = await app
    .as(teacher)
    .questions.ask({ clauseId: 'TP-40', words: 'Does a text from a parent count as written?' });
  expect(asked.askedOf).toEqual(['Ngozi Okafor']);
  await app.as(head).questions.answer({ questionId: asked.questionId, words: 'Yes, if you keep a picture of it.' });

  const [mine] = (await app.as(teacher).questions.list({})).questions;
  expect(mine).toMatchObject({
    clauseId: 'TP-40',
    mine: true,
    answers: [{ words: 'Yes, if you keep a picture of it.', by: 'Ngozi Okafor' }],
  });
  const { notices } = await app.as(teacher).people.readNotices({});
  expect(notices[0]).toMatchObject({ text: 'Your question about the policy has been answered.' });

  // Nobody else reads it until it is published, and then without who asked.
  expect((await app.as(colleague).questions.list({})).questions).toEqual([]);
  const words = 'A text message counts as written once a picture of it is kept.';
  await app.as(head).questions.publishNote({ questionId: asked.questionId, words });
  const { notes } = await app.as(colleague).questions.listNotes({});
  expect(notes).toMatchObject([{ clauseId: 'TP-40', words }]);
  expect(JSON.stringify(notes)).not.toContain('Priya');

  await app.as(head).questions.withdrawNote({ noteId: notes[0]!.id });
  expect((await app.as(colleague).questions.listNotes({})).notes).toEqual([]);
  expect((await app.as(teacher).questions.list({})).questions[0]!.answers).toHaveLength(1);
});

describe('a question', () => {
  it('needs no clause: nothing may fit', async () => {
    const school = await app.school();
    const { head, teacher } = await cast(school);
    const { questionId } = await app.as(teacher).questions.ask({ words: 'May I livestream assembly?' });
    expect(await queueOf(head)).toMatchObject([{ id: questionId, clauseId: null }]);
    expect(
      (await no(app.as(teacher).questions.ask({ clauseId: 'TP-99', words: 'And this?' }))).fields[0],
    ).toMatchObject({
      field: 'clauseId',
    });
    expect((await no(app.as(teacher).questions.ask({ words: ' ' }))).fields[0]?.field).toBe('words');
  });

  it('is never answered by whoever asked it: the headteacher’s own goes to the deputy', async () => {
    const school = await app.school();
    const { head, deputy } = await cast(school);
    const { questionId, askedOf } = await app.as(head).questions.ask({ words: 'Does this bind the governors’ clerk?' });
    expect(askedOf).toEqual(['Dee Sharma']);
    expect(await no(app.as(head).questions.answer({ questionId, words: 'I say so.' }))).toMatchObject({
      code: 'not-the-answerer',
    });
    expect((await queueOf(deputy)).map(({ id }) => id)).toEqual([questionId]);
    await app.as(deputy).questions.answer({ questionId, words: 'It does.' });
  });

  it('waits where nobody holds the responsibility, and says so', async () => {
    const school = await app.school();
    const alone = await school.person({ name: 'Ola Rahmani' });
    expect(await app.as(alone).questions.ask({ words: 'Is anybody there?' })).toMatchObject({ askedOf: [] });
  });

  it('is not there for those whom it does not concern, nor for another school', async () => {
    const [ours, theirs] = [await app.school(), await app.school()];
    const { teacher, colleague } = await cast(ours);
    const stranger = await cast(theirs);
    const { questionId } = await app.as(teacher).questions.ask({ words: 'Between us?' });
    for (const person of [colleague, stranger.head])
      expect((await no(app.as(person).questions.answer({ questionId, words: 'Aha.' }))).kind).toBe('not-found');
  });

  it('can be answered better later; a note needs an answer, and one note stands at a time', async () => {
    const school = await app.school();
    const { head, teacher } = await cast(school);
    const { questionId } = await app.as(teacher).questions.ask({ clauseId: 'ST-46', words: 'First names of twins?' });
    expect(await no(app.as(head).questions.publishNote({ questionId, words: 'Yes to both.' }))).toMatchObject({
      code: 'not-answered',
    });
    await app.as(head).questions.answer({ questionId, words: 'Yes.' });
    app.clock.advance({ minutes: 1 });
    await app.as(head).questions.answer({ questionId, words: 'Yes, and not both in one caption.' });
    await app.as(head).questions.publishNote({ questionId, words: 'Twins: first names, yes.' });
    await app.as(head).questions.publishNote({ questionId, words: 'Twins: first names, not in one caption.' });
    const [read] = (await app.as(teacher).questions.list({})).questions;
    expect(read!.answers.map(({ words }) => words)).toEqual(['Yes.', 'Yes, and not both in one caption.']);
    expect((await app.as(teacher).questions.listNotes({})).notes).toMatchObject([
      { words: 'Twins: first names, not in one caption.' },
    ]);
    const kept = await app.rows('select from clause_note where school_id = $1', [school.id]);
    expect(kept).toHaveLength(2);
  });
});

describe('a question that waits', () => {
  it('is overdue on Today after a week, and called to mind each week, from the second by the headteacher too', async () => {
    const school = await app.school('Weir Primary School', 'the-grange');
    const { head, manager, teacher } = await cast(school);
    const asked = app.clock.now();
    const { questionId } = await app.as(teacher).questions.ask({ words: 'May I livestream assembly?' });
    const remind = async () => {
      const robot = app.as(systemActor(school.id, 'questions.remindAnswerers')).questions;
      return (await robot.findUnanswered({})).isDue ? (await robot.remindAnswerers({})).told : null;
    };
    const after = (days: number) => app.clock.set(asked.add({ hours: 24 * days }));
    const onToday = async (person: typeof head) =>
      (await app.as(await school.again(person)).duties.listToday({})).duties.find(
        ({ kind }) => kind === 'questions.answer',
      );
    const told = async (person: typeof head) =>
      (await app.as(await school.again(person)).people.readNotices({})).notices.filter(
        ({ kind }) => kind === 'questions.reminder',
      ).length;
    try {
      after(7);
      expect(await remind()).toBeNull();
      expect(await onToday(manager)).toMatchObject({ due: '2026-11-27', urgency: 'soon' });
      after(8);
      expect(await remind()).toBe(1);
      expect(await remind()).toBeNull();
      expect([await told(manager), await told(head)]).toEqual([1, 0]);
      expect(await onToday(manager)).toMatchObject({ due: '2026-11-27', urgency: 'overdue' });
      after(15);
      expect(await remind()).toBe(2);
      expect([await told(manager), await told(head), await told(teacher)]).toEqual([2, 1, 0]);
      await app.as(await school.again(head)).questions.answer({ questionId, words: 'Yes.' });
      after(22);
      expect(await remind()).toBeNull();
      expect(await onToday(manager)).toBeUndefined();
    } finally {
      app.clock.set(asked);
    }
  });

  it('stands on the first page however old; what was answered is given in pages, none twice and none left out', async () => {
    const school = await app.school();
    const { head, teacher } = await cast(school);
    const id = (n: number | string) => `019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
    await app.rows(
      `insert into policy_question (school_id, id, words, goes_to, asked_by, asked_at)
       select $1, ('019a0000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Question ' || n, 'headteacher', $2,
              timestamptz '2026-10-01' + n * interval '1 minute' from generate_series(1, 61) as n`,
      [school.id, teacher.personId],
    );
    await app.rows(
      `insert into policy_answer (school_id, id, question_id, words, answered_by, answered_at)
       select $1, gen_random_uuid(), id, 'Yes.', $2, asked_at from policy_question where school_id = $1 and id <> $3`,
      [school.id, head.personId, id(1)],
    );
    const first = await app.as(head).questions.list({});
    expect(first).toMatchObject({ moreWaiting: false, next: id(12) });
    expect(first.questions.map((one) => one.id)).toEqual([...Array.from({ length: 50 }, (_, n) => id(61 - n)), id(1)]);
    const second = await app.as(head).questions.list({ before: first.next! });
    expect(second.questions.map((one) => one.id)).toEqual(Array.from({ length: 10 }, (_, n) => id(11 - n)));
    expect(second.next).toBeNull();
  });
});
