// Clause → control → setting → action, walked the whole way: nothing is promised without code, nothing asked that nobody reads.
import { expect, it } from 'vitest';
import { features } from '#features/index.ts';
import { allSettings, loadModelPolicy, modelPolicyNames, plannedControls, settings } from '#features/policy/index.ts';
import { isTest, quotedIn, readSources } from './source-files.ts';

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

/** Settings that a rule, an action or a page reads. What the policy feature does to all of them alike is not reading. */
const read = new Set(
  code
    .filter(({ path }) => !path.startsWith('src/features/policy/settings/'))
    .flatMap(({ text }) => [...text.matchAll(/\bsettings\s*\.\s*(\w+)\s*\.\s*(\w+)/g)])
    .flatMap(([, area, key]) => idByPlace.get(`${area}.${key}`) ?? []),
);

it('reads every setting that a control of today is said to read', () => {
  const unread = controls
    .filter(({ id }) => !planned.has(id))
    .flatMap(({ id, settings: wanted }) =>
      wanted.filter((setting) => !read.has(setting)).map((setting) => `${id} never reads ${setting}`),
    );
  expect(
    unread,
    'Read it from `(await context.policy()).ruling(settings.…)`, or move the control to planned-controls.ts.',
  ).toEqual([]);
});

it('names every setting that it reads in some control', () => {
  const named = new Set(controls.flatMap((control) => control.settings));
  expect([...read].filter((id) => !named.has(id))).toEqual([]);
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
