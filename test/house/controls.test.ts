// Clause → control → setting → action, walked the whole way: nothing is promised without code, nothing asked that nobody reads.
import ts from 'typescript';
import { expect, it } from 'vitest';
import { features } from '#features/index.ts';
import { allSettings, loadModelPolicy, modelPolicyNames, plannedControls, settings } from '#features/policy/index.ts';
import { isTest, nodesOf, quotedIn, readSources, type SourceFile } from './source-files.ts';

const controls = features.flatMap((feature) => feature.controls);
const planned = new Set(plannedControls.map(({ id }) => id));
const code = readSources(['src/**/*.ts', 'src/**/*.svelte']).filter(({ path }) => !isTest(path));

/** `settings.approval.secondReader` → `approval.secondReader`: where it is kept, and its id. */
const idByPlace = new Map(
  Object.entries(settings).flatMap(([area, inArea]) =>
    Object.entries(inArea as Record<string, { readonly id: string }>).map(
      ([key, { id }]) => [`${area}.${key}`, id] as const,
    ),
  ),
);

/** Settings a file reads: `settings.approval.secondReader`, also after `const { approval } = settings`. */
function readIn(file: SourceFile): string[] {
  const nodes = nodesOf(file.tree);
  const areas = new Set(
    nodes
      .filter(ts.isVariableDeclaration)
      .filter(({ name, initializer }) => initializer?.getText() === 'settings' && ts.isObjectBindingPattern(name))
      .flatMap(({ name }) => (name as ts.ObjectBindingPattern).elements.map((one) => one.name.getText())),
  );
  return nodes.filter(ts.isPropertyAccessExpression).flatMap(({ expression, name }) => {
    const [, area] = /^settings\.(\w+)$/.exec(expression.getText()) ?? [];
    const place = area ?? (ts.isIdentifier(expression) && areas.has(expression.text) ? expression.text : undefined);
    return idByPlace.get(`${place}.${name.text}`) ?? [];
  });
}

/** The policy feature handles all settings alike; only for its own controls does that count as reading one. */
const readOutside = new Set(code.filter(({ path }) => !path.startsWith('src/features/policy/')).flatMap(readIn));
const readByPolicy = new Set(
  code.filter(({ path }) => /^src\/features\/policy\/(?!settings\/)/.test(path)).flatMap(readIn),
);

it('reads every setting that a control of today is said to read', () => {
  const unread = controls
    .filter(({ id }) => !planned.has(id))
    .flatMap(({ id, settings: wanted }) =>
      wanted
        .filter((setting) => !readOutside.has(setting) && !(id.startsWith('policy.') && readByPolicy.has(setting)))
        .map((setting) => `${id} never reads ${setting}`),
    );
  expect(
    unread,
    'Read it from `(await context.policy()).ruling(settings.…)`, or move the control to planned-controls.ts.',
  ).toEqual([]);
});

it('names every setting that it reads in some control', () => {
  const named = new Set([...controls, ...plannedControls].flatMap((control) => control.settings));
  expect([...readOutside].filter((id) => !named.has(id))).toEqual([]);
});

it('asks no question that no control, of today or planned, answers to', () => {
  const named = new Set([...controls, ...plannedControls].flatMap((control) => control.settings));
  expect(allSettings.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([]);
});

it('names only settings that exist', () => {
  const known = new Set(allSettings.map(({ id }) => id));
  const strange = [...controls, ...plannedControls].flatMap(({ id, settings: wanted }) =>
    wanted.filter((setting) => !known.has(setting)).map((setting) => `${id} names ${setting}`),
  );
  expect(strange).toEqual([]);
});

it('makes every control of today real somewhere: an action, a check, a duty or a page names it', () => {
  const served = new Set(code.filter(({ path }) => !/\/(planned-)?controls\.ts$/.test(path)).flatMap(quotedIn));
  const idle = controls.map(({ id }) => id).filter((id) => !planned.has(id) && !served.has(id));
  expect(idle, 'Name it in `controls` of the action that makes it real, or move it to planned-controls.ts.').toEqual(
    [],
  );
});

it('plans nothing that is here already', () => {
  const here = new Set(controls.map(({ id }) => id));
  const twice = [...planned].filter(
    (id) => here.has(id) && !features.find(({ name }) => name === 'policy')?.controls.some((one) => one.id === id),
  );
  expect(twice).toEqual([]);
});

it('rests every clause of every policy on a control', async () => {
  const known = new Set([...controls, ...plannedControls].map(({ id }) => id));
  const policies = await Promise.all(modelPolicyNames.map((name) => loadModelPolicy(name)));
  const bare = policies.flatMap(({ clauses }) =>
    clauses.filter((clause) => clause['rests-on'].some((id) => !known.has(id))).map(({ id }) => id),
  );
  expect(bare).toEqual([]);
});
