// docs/reference/clauses.md: which clauses of the five policies tests have proven, by policy and by capability.
import type { PolicyDocument } from '#features/policy/index.ts';

export interface Capability {
  readonly id: string;
  readonly title: string;
  readonly clauses: readonly string[];
}

export function clausesPage(
  policies: readonly PolicyDocument[],
  capabilities: readonly Capability[],
  proven: ReadonlySet<string>,
): string {
  const all = policies.flatMap(({ clauses }) => clauses.map(({ id }) => id));
  const count = (ids: readonly string[]) => `${ids.filter((id) => proven.has(id)).length} of ${ids.length}`;
  return [
    '<!-- Written by `npm run clauses`. Do not edit: tag a test with the clause it proves, then run it again. -->',
    '',
    '# Clauses: proven and not yet',
    '',
    'A clause is proven when a test whose title carries its id, like `[TP-46]`, runs the real feature and passes.',
    `Of ${all.length} clauses, ${all.filter((id) => proven.has(id)).length} are proven.`,
    '',
    '| Policy | Proven |',
    '|---|--:|',
    ...policies.map((policy) => `| ${policy.school} | ${count(policy.clauses.map(({ id }) => id))} |`),
    '',
    '| Capability | Proven | Not yet |',
    '|---|---|---|',
    ...capabilities.map(
      ({ id, title, clauses }) =>
        `| ${id} ${title} (${count(clauses)}) | ${list(clauses, (one) => proven.has(one))} | ${list(clauses, (one) => !proven.has(one))} |`,
    ),
    ...policies.flatMap(({ school, clauses }) => [
      '',
      `## ${school}`,
      '',
      '| Clause | What it asks | |',
      '|---|---|---|',
      ...clauses.map(
        ({ id, number, title }) => `| ${id} | ${number} ${title} | ${proven.has(id) ? 'proven' : 'not yet'} |`,
      ),
    ]),
    '',
  ].join('\n');
}

const list = (ids: readonly string[], keep: (id: string) => boolean): string => ids.filter(keep).join(', ') || '–';
