// What clauses of the model policies ask of the policy document itself, done by the product under those very policies.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp } from '#test/school.ts';
import { loadModelPolicy, plannedControls, policyAsText, showPolicy } from './index.ts';

let app: Awaited<ReturnType<typeof openTestApp>>;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.drop());

test('every view of a version says when it was issued: the policy, the list of versions, the printed text [GR-01]', async () => {
  const school = await app.school('Grange Hill Primary School', 'the-grange');
  const head = await school.person({ responsibilities: ['headteacher'] });
  const policy = await app.as(head).policy.read({});
  expect(policy.version).toMatchObject({ n: 1, issued: '2023-09' });
  const document = await loadModelPolicy('the-grange');
  const shown = showPolicy(document, await loadModelPolicy('starter'), { built: [], planned: plannedControls });
  expect(policyAsText(shown).split('\n')[0]).toContain('2023-09');

  // A policy that names no edition was issued when the school put it in force.
  await app.as(head).policy.putInForce({ model: 'tpat', effectiveOn: '2027-01-04', reason: 'We join the trust.' });
  const { versions } = await app.as(head).policy.listVersions({});
  expect(versions.map(({ n, issued }) => [n, issued])).toEqual([
    [2, '2027-01-04'],
    [1, '2023-09'],
  ]);
});

test('each version keeps who made it, on which day and what is new about it, and no later one changes that [SJ-04]', async () => {
  const school = await app.school('St Bede’s Primary School', 'st-josephs');
  const head = await school.person({ name: 'Hilda Marrow', responsibilities: ['headteacher'] });
  const first = {
    n: 1,
    author: 'Gwen Setter',
    reason: 'Chosen at set-up.',
    writtenAt: expect.stringContaining('2026-11-20') as unknown,
  };
  expect((await app.as(head).policy.listVersions({})).versions).toMatchObject([first]);

  app.clock.advance({ hours: 24 });
  const reason = 'The edition agreed with the parish.';
  await app.as(await school.again(head)).policy.putInForce({ model: 'st-josephs', effectiveOn: '2026-12-01', reason });
  const { versions } = await app.as(head).policy.listVersions({});
  const second = { n: 2, author: 'Hilda Marrow', reason, writtenAt: expect.stringContaining('2026-11-21') as unknown };
  expect(versions).toMatchObject([second, first]);

  // The record is of the ledger too, and the application may not rewrite it.
  const told = await app.rows<{ body: string }>('select body from entry where scope_id = $1', [school.id]);
  expect(told.filter(({ body }) => body.includes('policy.putInForce'))).toHaveLength(1);
  const [may] = await app.rows<{ update: boolean }>(
    `select has_table_privilege('gatepost_app', 'policy_version', 'update') as update`,
  );
  expect(may!.update).toBe(false);
});
