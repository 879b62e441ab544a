// Drafts on a real database: who writes, what is kept of each edit, two editors at once, answers, comments, sending on.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '#kernel/actor.ts';
import { createRegistry } from '#kernel/registry.ts';
import { loadModelPolicy } from '#features/policy/index.ts';
import { failureOf } from '#test/whole-app.ts';
import { openDrafting, type Drafting } from './drafting.fixture.ts';
import { drafting } from './index.ts';

let drafts: Drafting;
let head: PersonActor;
let deputy: PersonActor;
let teacher: PersonActor;
beforeAll(async () => {
  drafts = await openDrafting();
  ({ head, deputy, teacher } = drafts);
});
afterAll(() => drafts.app.drop());
const as: Drafting['as'] = (person) => drafts.as(person);

type Read = Awaited<ReturnType<ReturnType<typeof as>['readClause']>>['clause'];
const asTyped = ({ id: _id, ...clause }: Read) => ({
  ...clause,
  force: clause.force as 'must',
  binds: [...clause.binds],
  restsOn: [...clause.restsOn],
});

describe('who writes', () => {
  it('[GH-30][SJ-20] refuses a member of staff, and keeps each edit of the senior leadership team as a tracked change', async () => {
    const slt = await drafts.school.person({ name: 'Sal Senior', responsibilities: ['slt'] });
    const { draftId } = await as(slt).begin({ from: 'model:st-josephs' });
    const { clause, revision } = await as(slt).readClause({ draftId, clauseId: 'SJ-20' });
    const changed = {
      ...asTyped(clause),
      draftId,
      clauseId: 'SJ-20',
      revision,
      text: 'The SLT and the DSL develop the policy.',
    };
    for (const attempt of [
      () => as(teacher).begin({}),
      () => as(teacher).read({ draftId }),
      () => as(teacher).saveClause(changed),
      () => as(teacher).saveSetting({ draftId, settingId: 'approval.secondReader', revision: 1, silent: true }),
    ]) {
      expect(await failureOf(attempt())).toMatchObject({ kind: 'forbidden' });
    }
    expect(await as(slt).saveClause(changed)).toEqual({ revision: 2, changed: true });
    const { edits } = await as(slt).listEdits({ draftId });
    expect(edits).toMatchObject([{ n: 1, kind: 'clause', key: 'SJ-20', what: 'changed', by: 'Sal Senior' }]);
    expect(edits[0]!.before).toContain('SLT develops the policy.');
    expect(edits[0]!.after).toContain('The SLT and the DSL develop the policy.');
    const read = await as(slt).readClause({ draftId, clauseId: 'SJ-20' });
    expect(read.was?.text).toBe('SLT develops the policy.');
  });
  it('keeps what is said of the draft among the edits too, and makes nobody a writer of the policy by it', async () => {
    const { draftId } = await as(deputy).begin({ name: 'For the autumn' });
    const note = {
      draftId,
      name: 'For the autumn',
      changeNote: 'First names only.',
      material: false,
      materialReason: '',
    };
    expect(await as(head).saveNote(note)).toEqual({ changed: true });
    expect(await as(head).saveNote(note)).toEqual({ changed: false });
    await as(deputy).saveNote({ ...note, material: true, materialReason: 'It is new to everybody.' });
    const { edits } = await as(head).listEdits({ draftId });
    expect(edits).toMatchObject([
      {
        n: 2,
        what: 'changed',
        before: 'Only a correction: nobody confirms it anew.',
        after: 'Everybody confirms it anew.\nWhy: It is new to everybody.',
        by: 'Dan Deputy',
      },
      {
        n: 1,
        kind: 'about',
        key: 'note',
        after: 'What is new: First names only.\nOnly a correction: nobody confirms it anew.',
        by: 'Hema Head',
      },
    ]);
    expect(await as(head).read({ draftId })).toMatchObject({ edits: 2, changedBy: 'Dan Deputy' });
    const { text } = await as(head).export({ of: `draft:${draftId}`, as: 'markdown' });
    expect(text).toContain('- Author: Dan Deputy\n');
  });
  it('shows another school nothing of it', async () => {
    const { draftId } = await as(head).begin({});
    const other = await drafts.app.school('Weir Lane School');
    const stranger = await other.person({ responsibilities: ['headteacher'] });
    expect(await failureOf(as(stranger).read({ draftId }))).toMatchObject({ kind: 'not-found' });
    expect(await failureOf(as(stranger).export({ of: `draft:${draftId}`, as: 'yaml' }))).toMatchObject({
      kind: 'not-found',
    });
  });
});

describe('beginning', () => {
  it('copies the version in force, says what it was copied from, and keeps the ids of clauses for ever', async () => {
    const { draftId } = await as(head).begin({});
    const draft = await as(head).read({ draftId });
    expect(draft).toMatchObject({ state: 'draft', begunFrom: 'Version 1', edits: 0, mayEdit: true });
    const { about } = await as(head).readEntries({ draftId });
    expect(about).toMatchObject({ school: 'Millrace Primary School', derivedFrom: 'the-grange', edition: '' });
    expect(about.derivedFromName).toBe('the model policy “Social media policy” of The Grange Primary School');
    const grange = await loadModelPolicy('the-grange');
    expect(draft.clauses).toBe(grange.clauses.length);
    expect(draft.open.clauses[0]).toMatchObject({ id: 'GR-01', is: 'same' });
    expect(draft.difference).toMatchObject({ added: 0, removed: 0, changed: 0, settings: [] });
  });
  it('gives a new clause an id of its own, that is not given again once it was taken out', async () => {
    const { draftId } = await as(head).begin({});
    const wanted = { draftId, title: 'Drones', under: 'Flying things', text: 'Nobody flies a drone over the school.' };
    const first = await as(head).addClause(wanted);
    await as(head).removeClause({ draftId, ...first });
    const second = await as(head).addClause(wanted);
    expect(first.clauseId).toMatch(/^OWN-\d+$/);
    expect(second.clauseId).not.toBe(first.clauseId);
    const read = await as(head).readClause({ draftId, clauseId: second.clauseId });
    expect(read.clause.under).toBe('Flying things');
    expect(await as(head).bringBackClause({ draftId, clauseId: first.clauseId, revision: 2 })).toMatchObject({
      changed: true,
    });
    expect((await as(head).readClause({ draftId, ...first })).clause.text).toBe(wanted.text);
  });
  it('moves a clause past its neighbour, and past a heading under the next one', async () => {
    const { draftId } = await as(head).begin({ from: 'model:starter' });
    const [first, second] = (await as(head).read({ draftId })).open.clauses;
    await as(head).moveClause({ draftId, clauseId: second!.id, revision: 1, direction: 'up' });
    const after = (await as(head).read({ draftId })).open.clauses;
    expect(after.slice(0, 2).map(({ id }) => id)).toEqual([second!.id, first!.id]);
    const whole = await as(head).read({ draftId });
    const last = whole.open.clauses.at(-1)!;
    await as(head).moveClause({ draftId, clauseId: last.id, revision: last.revision, direction: 'down' });
    const { open: next } = await as(head).read({ draftId, heading: 2 });
    expect(next.clauses[0]?.id).toBe(last.id);
    const { changed } = await as(head).numberAnew({ draftId });
    expect(changed).toBeGreaterThan(0);
    expect((await as(head).read({ draftId })).problems.filter(({ field }) => field === 'number')).toEqual([]);
  });
});

describe('two editors at once', () => {
  it('refuses the second save of one clause, names who came first, and loses neither text', async () => {
    const { draftId } = await as(head).begin({});
    const { clause, revision } = await as(head).readClause({ draftId, clauseId: 'GR-08' });
    const ofBoth = { ...asTyped(clause), draftId, clauseId: 'GR-08', revision };
    await as(head).saveClause({ ...ofBoth, text: 'The head’s words.' });
    const failure = await failureOf(as(deputy).saveClause({ ...ofBoth, text: 'The deputy’s words.' }));
    expect(failure).toMatchObject({ kind: 'conflict', code: 'saved-meanwhile' });
    expect(failure.message).toContain('Hema Head');
    const now = await as(deputy).readClause({ draftId, clauseId: 'GR-08' });
    expect(now.clause.text).toBe('The head’s words.');
    await as(deputy).saveClause({ ...ofBoth, revision: now.revision, text: 'The words of both.' });
    const { edits } = await as(deputy).listEdits({ draftId, kind: 'clause', key: 'GR-08' });
    expect(edits.map(({ by }) => by)).toEqual(['Dan Deputy', 'Hema Head']);
  });
  it('takes saves of two clauses side by side', async () => {
    const { draftId } = await as(head).begin({});
    const edit = async (person: PersonActor, clauseId: string) => {
      const { clause, revision } = await as(person).readClause({ draftId, clauseId });
      return as(person).saveClause({ ...asTyped(clause), draftId, clauseId, revision, title: `By ${person.name}` });
    };
    expect(await Promise.all([edit(head, 'GR-08'), edit(deputy, 'GR-09')])).toEqual([
      { revision: 2, changed: true },
      { revision: 2, changed: true },
    ]);
    expect((await as(head).listEdits({ draftId })).edits.map(({ n }) => n)).toEqual([2, 1]);
  });
  it('does the same for an answer', async () => {
    const { draftId } = await as(head).begin({ from: 'model:tpat' });
    const setting = await as(head).readSetting({ draftId, settingId: 'approval.secondReader' });
    const answer = { draftId, settingId: 'approval.secondReader', revision: setting.revision, by: ['TP-30'] };
    await as(head).saveSetting({ ...answer, is: 'advised' });
    expect(await failureOf(as(deputy).saveSetting({ ...answer, is: 'off' }))).toMatchObject({
      code: 'saved-meanwhile',
    });
    const { answer: now } = await as(deputy).readSetting({ draftId, settingId: 'approval.secondReader' });
    expect(now.is).toBe('advised');
  });
});

describe('settings', () => {
  it('asks for a clause that gives the answer, and for one that is possible', async () => {
    const { draftId } = await as(head).begin({});
    const answer = { draftId, settingId: 'ack.days', revision: 0, is: 14 };
    expect(await failureOf(as(head).saveSetting({ ...answer, by: [] }))).toMatchObject({ code: 'clause-missing' });
    expect(await failureOf(as(head).saveSetting({ ...answer, by: ['TP-30'] }))).toMatchObject({
      fields: [{ field: 'by' }],
    });
    expect(await failureOf(as(head).saveSetting({ ...answer, is: 'soon', by: ['GR-14'] }))).toMatchObject({
      code: 'answer-not-possible',
    });
    const before = await as(head).readSetting({ draftId, settingId: 'ack.days' });
    await as(head).saveSetting({ ...answer, revision: before.revision, by: ['GR-14'] });
    const { difference } = await as(head).read({ draftId });
    expect(difference.settings).toMatchObject([{ id: 'ack.days', change: 'stricter', clausesAfter: ['GR-14'] }]);
  });
  it('says what an unsaved answer would change, and changes nothing', async () => {
    const { draftId } = await as(head).begin({});
    const preview = await as(head).preview({ draftId, setting: { settingId: 'ack.days', is: 7, by: ['GR-14'] } });
    expect(preview.setting).toMatchObject([{ id: 'ack.days', change: 'stricter' }]);
    expect(preview.text).toContain('ack.days');
    expect((await as(head).read({ draftId })).edits).toBe(0);
  });
});

describe('sending on', () => {
  it('does not send on what has errors, and says each at its clause', async () => {
    const { draftId } = await as(head).begin({});
    const { clause, revision } = await as(head).readClause({ draftId, clauseId: 'GR-08' });
    await as(head).saveClause({ ...asTyped(clause), draftId, clauseId: 'GR-08', revision, number: '1.7', restsOn: [] });
    const { problems } = await as(head).read({ draftId });
    expect(problems.map(({ part, key, field }) => [part, key, field])).toEqual([
      ['clause', 'GR-08', 'rests-on'],
      ['clause', 'GR-08', 'number'],
      ['draft', 'changeNote', null],
      ['draft', 'material', null],
    ]);
    expect(problems.every(({ remedy }) => remedy !== '')).toBe(true);
  });
  it('[SJ-04] keeps author, date and change note with the draft and with each version', async () => {
    const { draftId } = await as(deputy).begin({ name: 'For the autumn' });
    await as(deputy).saveNote({
      draftId,
      name: 'For the autumn',
      changeNote: 'First names only.',
      material: true,
      materialReason: 'It changes what everybody may post.',
    });
    const draft = await as(head).export({ of: `draft:${draftId}`, as: 'markdown' });
    expect(draft.text).toContain('- Author: Dan Deputy');
    expect(draft.text).toContain('- What is new: First names only.');
    expect(draft.text).toContain('- Version of: 20 November 2026');
    const version = await as(head).export({ of: 'in-force', as: 'markdown' });
    expect(version.text).toContain('- Author: Gwen Setter');
    expect(version.text).toContain('- What is new: Chosen at set-up.');
    expect(version.text).toContain('- Version of: 20 November 2026');
  });
  it('[GR-01] shows the issue month of a version and of a draft in every export', async () => {
    const { draftId } = await as(head).begin({});
    const { about } = await as(head).readEntries({ draftId });
    await as(head).saveAbout({ draftId, revision: about.revision, title: about.title, edition: '2027-01', ethos: '' });
    for (const form of ['markdown', 'yaml', 'html'] as const) {
      expect((await as(teacher).export({ of: 'in-force', as: form })).text).toContain('September 2023');
      expect((await as(head).export({ of: `draft:${draftId}`, as: form })).text).toContain('January 2027');
    }
    const { printed } = await as(teacher).export({ of: 'in-force', as: 'print' });
    expect(printed?.footer).toContain('issued September 2023');
    expect(printed?.school).toBe('Millrace Primary School');
  });
});

describe('comments', () => {
  it('stand at a clause or at the whole, are settled, and stay on record', async () => {
    const { draftId } = await as(head).begin({});
    const { commentId } = await as(deputy).comment({ draftId, clauseId: 'GR-08', words: 'Is “fairly” enough?' });
    await as(deputy).comment({ draftId, words: 'Good, on the whole.' });
    const draft = await as(head).read({ draftId });
    expect(draft.comments).toMatchObject([{ words: 'Good, on the whole.', by: 'Dan Deputy', settled: null }]);
    expect(draft.open.clauses.find(({ id }) => id === 'GR-08')?.comments).toBe(1);
    await as(head).settleComment({ commentId });
    const { comments } = await as(head).readClause({ draftId, clauseId: 'GR-08' });
    expect(comments).toMatchObject([{ words: 'Is “fairly” enough?', settled: { by: 'Hema Head' } }]);
    expect(await failureOf(as(head).settleComment({ commentId }))).toMatchObject({ kind: 'not-found' });
  });
});

it('is made of actions that belong to somebody', () => {
  const { actions } = createRegistry([drafting]);
  expect([...actions.values()].filter(({ kind, who }) => kind === 'write' && who.words.includes('anybody'))).toEqual(
    [],
  );
});
