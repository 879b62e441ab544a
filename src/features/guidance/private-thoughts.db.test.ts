// The advice to keep private thoughts private: shown to every group, and drafts for school accounts checked for what it warns of.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { visitor } from '#kernel/actor.ts';
import { openWholeApp } from '#test/whole-app.ts';

let app: Awaited<ReturnType<typeof openWholeApp>>;
beforeAll(async () => void (app = await openWholeApp()));
afterAll(() => app.drop());

test('it is shown to staff, parents and pupils, and a draft with threatening, hurtful or defamatory words is stopped or put to a person [SN-44]', async () => {
  const school = await app.ready('st-nicholas');
  const clausesOf = (guides: readonly { id: string; clauses: readonly string[] }[]) =>
    guides.find(({ id }) => id === 'private-thoughts')?.clauses;
  const { guides } = await app.as(school.author).guidance.listGuides({});
  expect(clausesOf(guides)).toContain('SN-44');
  for (const audience of ['parents', 'pupils'] as const) {
    const view = await app.as(visitor(school.school.id)).guidance.readView({ audience });
    expect(clausesOf(view.guides)).toContain('SN-44');
    expect([...view.behaviour, ...view.clauses].map(({ id }) => id)).toContain('SN-44');
  }

  const found = async (words: string) => {
    const { findings } = await app.as(school.author).posts.check({ words, accounts: [{ accountId: school.board }] });
    return findings.map(({ severity, rule }) => [rule, severity]);
  };
  expect(await found('Someone should punch you in the face.')).toContainEqual(['offensive', 'block']);
  expect(await found('The coach company are liars. The headteacher is useless.')).toContainEqual([
    'derogatory',
    'review',
  ]);
});
