// Imports go one way only; each message names the way that is open.
import { expect, it } from 'vitest';
import { DIRECTIONS, fault, featureFault } from './direction-rules.ts';
import { isTest, readSources } from './source-files.ts';

const sources = readSources(['src/**/*.ts', 'src/**/*.svelte']).filter(({ path }) => !isTest(path));
/** As `src/features/index.ts` lists them. */
const order = /features = \[([^\]]+)\]/
  .exec(sources.find(({ path }) => path === 'src/features/index.ts')?.text ?? '')![1]!
  .split(',')
  .map((name) => name.trim());
const faultsBy = (find: typeof fault): string[] =>
  sources.flatMap((file) => file.imports.flatMap((one) => find(file, one) ?? []));

it('keeps every part to what it may know', () => {
  expect(faultsBy(fault)).toEqual([]);
});

it('lets a feature call earlier features only, through their index', () => {
  expect(faultsBy((file, one) => featureFault(order, file, one))).toEqual([]);
});

it('imports nothing of ours by a computed name', () => {
  const computed = sources.filter(
    ({ path, imports }) => /^src\/(kernel|features)\//.test(path) && imports.some(({ to }) => to === '(computed)'),
  );
  expect(computed.map(({ path }) => path)).toEqual([]);
});

it('has a rule for every part of the house', () => {
  const ruled = (path: string) =>
    DIRECTIONS.some(({ from }) => from.test(path)) || /^src\/(features|main)\//.test(path);
  expect(sources.map(({ path }) => path).filter((path) => !ruled(path))).toEqual([]);
});

it('would notice an import that goes the wrong way', () => {
  const file = (path: string) => ({ path }) as (typeof sources)[number];
  expect(fault(file('src/kernel/run.ts'), { to: 'src/features/posts/index.ts', typeOnly: true })).toMatch(
    /knows no school/,
  );
  expect(fault(file('src/kernel/run.ts'), { to: 'kysely', typeOnly: false })).not.toBeNull();
  expect(fault(file('src/ui/Button.svelte'), { to: 'src/kernel/clock.ts', typeOnly: true })).not.toBeNull();
  expect(
    featureFault(order, file('src/features/people/person.ts'), { to: 'src/features/posts/index.ts', typeOnly: false }),
  ).toMatch(/emit an event/);
  expect(
    featureFault(order, file('src/features/posts/post.ts'), { to: 'src/features/people/queries.ts', typeOnly: false }),
  ).toMatch(/people\/index\.ts/);
  expect(
    featureFault(order, file('src/features/posts/post.ts'), {
      to: 'src/connectors/by-hand/by-hand.ts',
      typeOnly: true,
    }),
  ).not.toBeNull();
});
