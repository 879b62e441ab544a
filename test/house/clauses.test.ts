// The list of proven clauses: its capabilities cover every clause, and the page in the repository is what the tags of the tests say.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadModelPolicy, modelPolicyNames } from '#features/policy/index.ts';
import capabilities from '#test/clauses/capabilities.json' with { type: 'json' };
import { clausesPage } from '#test/clauses/page.ts';
import { provenBy } from '#test/clauses/results.ts';
import { taggedClauses } from '#test/clauses/tags.ts';
import { root } from './source-files.ts';

const five = modelPolicyNames.filter((name) => name !== 'starter');
const policies = await Promise.all(five.map((name) => loadModelPolicy(name)));
const ids = policies.flatMap(({ clauses }) => clauses.map(({ id }) => id));

const tagged = taggedClauses();

it('puts every clause of the five policies under a capability', () => {
  const covered = new Set(capabilities.flatMap(({ clauses }) => clauses));
  expect([...covered.symmetricDifference(new Set(ids))]).toEqual([]);
});

it('tags tests with clauses that exist', () => {
  const known = new Set(ids);
  expect([...tagged].filter((id) => !known.has(id) && !id.startsWith('ST-'))).toEqual([]);
});

it('has docs/reference/clauses.md as the tags of the tests say', () => {
  const page = clausesPage(policies, capabilities, tagged);
  expect(readFileSync(join(root, 'docs/reference/clauses.md'), 'utf8') === page, 'Run: npm run generate').toBe(true);
});

it('counts a clause as proven when one of its tests passed and none failed', () => {
  const proven = provenBy([
    { title: 'stops it [TP-30, TP-59]', outcome: 'passed' },
    { title: 'sends it [TP-59]', outcome: 'failed' },
    { title: 'keeps it [GH-51] [GH-52]', outcome: 'passed' },
    { title: 'not run [SN-64]', outcome: 'skipped' },
    { title: 'no tag (TP-01) [draft]', outcome: 'passed' },
  ]);
  expect([...proven]).toEqual(['TP-30', 'GH-51', 'GH-52']);
});
