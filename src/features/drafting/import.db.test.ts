// A draft begun from a file or from pasted text, on a real database: what is matched by hand, what is refused, and 2,000 clauses.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '#kernel/actor.ts';
import { failureOf } from '#test/whole-app.ts';
import { openDrafting, type Drafting } from './drafting.fixture.ts';

let drafts: Drafting;
let head: PersonActor;
beforeAll(async () => {
  drafts = await openDrafting();
  ({ head } = drafts);
});
afterAll(() => drafts.app.drop());
const as: Drafting['as'] = (person) => drafts.as(person);

describe('import', () => {
  const PASTED = `Social media policy

1. Names and pictures

1.1 Staff must not publish the full name of a pupil together with a photograph.
1.2 Photographs of pupils are only published with the consent of their parents.

2. Answering

2.1 The headteacher answers complaints that reach the school by social media.
`;
  it('turns pasted text into clauses that are matched by hand: it suggests, and attaches nothing by itself', async () => {
    const taken = await as(head).import({ text: PASTED });
    expect(taken).toMatchObject({ read: 'text', clauses: 3, unmatched: 3 });
    const { draftId } = taken;
    const { clauses } = await as(head).listUnmatched({ draftId });
    expect(clauses.map(({ restsOn }) => restsOn)).toEqual([[], [], []]);
    expect(clauses[1]!.suggested.map(({ id }) => id).join()).toMatch(/consent/);
    const { problems } = await as(head).read({ draftId });
    expect(problems.filter(({ field }) => field === 'rests-on')).toHaveLength(3);
    await as(head).matchClauses({
      draftId,
      matches: clauses.map(({ id, revision, suggested }) => ({
        clauseId: id,
        revision,
        restsOn: [suggested[0]?.id ?? 'policy.page'],
      })),
    });
    expect(await as(head).listUnmatched({ draftId })).toMatchObject({ count: 0 });
    expect((await as(head).listEdits({ draftId })).edits).toHaveLength(3);
  });
  it('refuses a PDF text of nonsense with what to do instead, and begins no draft', async () => {
    const before = (await as(head).list({})).drafts.length;
    const nonsense = [
      '%PDF-1.7 1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj stream xœ endstream',
      '˜Ž ’œ Š ™˜•’Œ¢ ˜ ‘Ž œŒ‘˜˜• '.repeat(60),
      'zq xv bw kj pq rt gh jk lm '.repeat(50),
    ];
    for (const text of nonsense) {
      const failure = await failureOf(as(head).import({ text }));
      expect(failure).toMatchObject({ kind: 'invalid', code: 'not-a-policy', fields: [{ field: 'text' }] });
      expect(failure.remedy).toMatch(/Paste|copy/i);
    }
    expect((await as(head).list({})).drafts).toHaveLength(before);
  });
  it('takes in what it exported, and says the line of what it cannot', async () => {
    const { draftId } = await as(head).begin({ from: 'model:tpat' });
    const inForms = async (of: string) =>
      Promise.all((['yaml', 'markdown'] as const).map(async (form) => (await as(head).export({ of, as: form })).text));
    const forms = await inForms(`draft:${draftId}`);
    for (const [at, text] of forms.entries()) {
      const again = await as(head).import({ text });
      expect(again).toMatchObject({ unmatched: 0, read: at === 0 ? 'yaml' : 'markdown' });
      const difference = await as(head).compare({ from: `draft:${draftId}`, to: `draft:${again.draftId}` });
      expect(difference.counts).toMatchObject({ changed: 0, added: 0, removed: 0, like: 0, settings: 0 });
    }
    const broken = await failureOf(as(head).import({ text: forms[0]!.replace('force: must', 'force: perhaps') }));
    expect(broken.fields[0]?.message).toMatch(/^Line \d+ \(clauses\.\d+\.force\)/);
  });
});

describe('a policy with 2,000 clauses', () => {
  it('is taken in, opened heading by heading, edited, numbered, compared and exported', async () => {
    const clause = (n: number): string =>
      `${1 + Math.floor(n / 100)}.${1 + (n % 100)} Staff must follow rule ${n} of the school’s own book of rules.`;
    const text = Array.from({ length: 2000 }, (_, n) =>
      n % 100 === 0 ? `${1 + n / 100}. Chapter ${1 + n / 100}\n\n${clause(n)}` : clause(n),
    ).join('\n\n');
    const { draftId, clauses } = await as(head).import({ text });
    expect(clauses).toBe(2000);
    const draft = await as(head).read({ draftId, heading: 20, page: 2 });
    expect(draft.headings).toHaveLength(20);
    expect(draft.open).toMatchObject({ n: 20, heading: 'Chapter 20', page: 2, pages: 2 });
    expect(draft.open.clauses).toHaveLength(50);
    expect(draft.problemCount).toBeGreaterThanOrEqual(2000);
    expect(draft.problems).toHaveLength(100);
    const last = draft.open.clauses.at(-1)!;
    await as(head).moveClause({ draftId, clauseId: last.id, revision: 1, direction: 'up' });
    expect((await as(head).numberAnew({ draftId })).changed).toBeGreaterThan(0);
    const compared = await as(head).compare({ from: 'in-force', to: `draft:${draftId}`, page: 3 });
    expect(compared.clauses).toHaveLength(60);
    expect((await as(head).export({ of: `draft:${draftId}`, as: 'html' })).text).toContain('Chapter 20');
  });
});
