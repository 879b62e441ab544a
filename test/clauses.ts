// `npm run clauses`: proven and not yet, per policy and capability, from the last run of the tests; runs them when they are not of this code.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadModelPolicy, modelPolicyNames, type PolicyDocument } from '#features/policy/index.ts';
import capabilities from './clauses/capabilities.json' with { type: 'json' };
import { clausesPage } from './clauses/page.ts';
import { provenBy, readResults } from './clauses/results.ts';
import { stampOf } from './stamp.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const reports = join(root, 'test-results');
const asJson = process.argv.includes('--json');

const names = modelPolicyNames.filter((name) => name !== 'starter');
const policies = await Promise.all(names.map((name) => loadModelPolicy(name)));
runTestsWhenStale();
const proven = provenBy(readResults(reports));
writeFileSync(join(root, 'docs/reference/clauses.md'), clausesPage(policies, capabilities, proven));
process.stdout.write(asJson ? `${JSON.stringify(asLists(policies, proven))}\n` : inWords(policies, proven));

function runTestsWhenStale(): void {
  const stamp = join(reports, 'stamp');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === stampOf(root)) return;
  process.stderr.write('The last results are not of this code, so the tests run first.\n');
  const { status } = spawnSync(process.execPath, [join(root, 'test/run.mjs')], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.stderr.write('Some tests failed: no clause they carry counts as proven.\n');
}

function asLists(
  documents: readonly PolicyDocument[],
  ids: ReadonlySet<string>,
): { proven: string[]; notYet: string[] } {
  const all = documents.flatMap(({ clauses }) => clauses.map(({ id }) => id));
  return { proven: all.filter((id) => ids.has(id)), notYet: all.filter((id) => !ids.has(id)) };
}

function inWords(documents: readonly PolicyDocument[], ids: ReadonlySet<string>): string {
  const line = (title: string, clauses: readonly string[]): string => {
    const lists = { proven: clauses.filter((id) => ids.has(id)), notYet: clauses.filter((id) => !ids.has(id)) };
    return [
      `${title}: ${lists.proven.length} of ${clauses.length} proven`,
      `  proven   ${lists.proven.join(' ') || '–'}`,
      `  not yet  ${lists.notYet.join(' ') || '–'}`,
    ].join('\n');
  };
  return `${[
    ...documents.map(({ school, clauses }) =>
      line(
        school,
        clauses.map(({ id }) => id),
      ),
    ),
    '',
    ...capabilities.map(({ id, title, clauses }) => line(`${id} ${title}`, clauses)),
  ].join('\n')}\n`;
}
