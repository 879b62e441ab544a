// Every action looks like every other, is registered, and stands on every surface.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { features } from '#features/index.ts';
import { actionsOf } from '#kernel/feature.ts';
import { createRegistry } from '#kernel/registry.ts';
import { openApiDocument } from '#surfaces/rest/openapi.ts';
import { hasAddress, routeOf, routesOf } from '#surfaces/routes.ts';
import { readSources, root, type SourceFile } from './source-files.ts';

const registry = createRegistry(features);
const actions = [...registry.actions.values()];
const files = readSources('src/features/*/actions/*.ts').filter(({ path }) => !path.endsWith('.test.ts'));
const reference = (name: string): string => readFileSync(join(root, 'docs/reference', name), 'utf8');

/** `posts/actions/send-back.ts` → `sendBack`. */
const nameOf = ({ path }: SourceFile): string =>
  basename(path, '.ts').replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const exportedConstants = (file: SourceFile): ts.VariableDeclaration[] =>
  file.tree.statements
    .filter(
      (one): one is ts.VariableStatement =>
        ts.isVariableStatement(one) && one.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true,
    )
    .flatMap(({ declarationList }) => declarationList.declarations);

it('holds one action a file, under the file’s own name', () => {
  const odd = files.filter((file) => {
    const made = exportedConstants(file).filter(({ initializer }) =>
      initializer?.getText().startsWith('defineAction('),
    );
    return made.length !== 1 || made[0]!.name.getText() !== nameOf(file) || exportedConstants(file)[0] !== made[0];
  });
  expect(
    odd.map(({ path }) => path),
    'Name the export like the file, in camel case, and put it first.',
  ).toEqual([]);
});

it('names files verb first, in two words or more', () => {
  expect(files.map(({ path }) => basename(path)).filter((name) => !/^[a-z]+(-[a-z]+)+\.ts$/.test(name))).toEqual([]);
});

it('lists every action in the index of its feature', () => {
  const lost = files.filter((file) => {
    const feature = /^src\/features\/(\w+)\//.exec(file.path)![1]!;
    const list = readFileSync(join(root, `src/features/${feature}/index.ts`), 'utf8');
    const [, listed = ''] = /actions: \[([^\]]*)\]/.exec(list) ?? [];
    return !new RegExp(`\\b${nameOf(file)}\\b`).test(listed);
  });
  expect(
    lost.map(({ path }) => path),
    'Add it to `actions` of the feature’s index.ts.',
  ).toEqual([]);
  expect(actions.length).toBe(files.length);
});

it('says who may, what it needs and what it serves', () => {
  const known = (id: string) => registry.controls.has(id);
  const faults = actions.flatMap((action) => [
    ...(/^[A-Z“].+\.$/.test(action.summary) ? [] : [`${action.name}: its summary is no sentence`]),
    ...(/^\w+\.[a-z]\w+$/.test(action.name) ? [] : [`${action.name}: its name is not feature.verb`]),
    ...(action.controls ?? []).filter((id) => !known(id)).map((id) => `${action.name}: there is no control ${id}`),
    ...(action.kind === 'read' && action.sealed === true ? [`${action.name}: a read waits for no seal`] : []),
    ...(action.token === undefined || /^[a-z-]+:(read|write)$/.test(action.token)
      ? []
      : [`${action.name}: ${action.token} is no scope`]),
  ]);
  expect(faults).toEqual([]);
});

it('lets no access token approve, release, reveal or sign', () => {
  const personal = /approve|decide|release|reveal|sign(?!In)|castVote|takeBack/i;
  expect(
    actions
      .filter(({ name, token }) => token !== undefined && personal.test(name.split('.')[1]!))
      .map(({ name }) => name),
  ).toEqual([]);
});

it('stands in OpenAPI, on the command line and in the reference', async () => {
  const { paths = {} } = await openApiDocument(registry);
  const pages = {
    actions: reference('actions.md'),
    permissions: reference('permissions.md'),
    cli: reference('cli.md'),
  };
  const faults = features.flatMap((feature) =>
    actionsOf(feature).flatMap((action) => {
      const { method, path } = routeOf(action);
      const operation = (paths[path] as Record<string, unknown> | undefined)?.[method.toLowerCase()];
      return [
        ...(hasAddress(action) && operation === undefined ? [`${action.name} is not in OpenAPI`] : []),
        ...(pages.actions.includes(action.name) ? [] : [`${action.name} is not in docs/reference/actions.md`]),
        ...(pages.permissions.includes(action.name) ? [] : [`${action.name} is not in docs/reference/permissions.md`]),
        ...(hasAddress(action) && !pages.cli.includes(action.name) && !pages.cli.includes(wordsOnTheLine(action.name))
          ? [`${action.name} is not in docs/reference/cli.md`]
          : []),
      ];
    }),
  );
  expect(faults, 'Run: npm run generate').toEqual([]);
  expect(routesOf(registry).length).toBeGreaterThan(0);
});

/** `posts.sendBack` → `posts send-back`. */
const wordsOnTheLine = (name: string): string =>
  name.replace('.', ' ').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
