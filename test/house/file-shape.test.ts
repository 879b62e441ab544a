// What every file of ours looks like: it says what it is for, exports by name, and asks nobody but the clock for the time.
import { basename } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { isTest, nodesOf, placeOf, readSources, type SourceFile } from './source-files.ts';

const typescript = readSources(['src/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts', 'e2e/**/*.ts', '*.ts']);
const svelte = readSources('src/**/*.svelte');
const product = [...typescript, ...svelte].filter(({ path }) => path.startsWith('src/') && !isTest(path));
const inBrowser = (path: string): boolean => /\.svelte$|^src\/ui\/|\/\+(page|layout)\.ts$/.test(path);

const places = (files: readonly SourceFile[], offends: (node: ts.Node, file: SourceFile) => boolean): string[] =>
  files.flatMap((file) => nodesOf(file.tree).flatMap((node) => (offends(node, file) ? [placeOf(file, node)] : [])));

it('opens with a line that says what the file is for', () => {
  const silent = typescript.filter(({ path, text }) => !path.endsWith('.test.ts') && !/^\/\/ \S/.test(text));
  expect(silent.map(({ path }) => path)).toEqual([]);
});

it('says what each part of the design system is for', () => {
  expect(
    svelte
      .filter(({ path, text }) => path.startsWith('src/ui/') && !/^<!--|^<script[^>]*>\s*\/\//.test(text))
      .map(({ path }) => path),
  ).toEqual([]);
});

it('calls files by what they are: no utils, helpers, common, misc or manager', () => {
  const banned = /(^|[/.-])(utils?|helpers?|common|misc|managers?|stuff|shared|lib)([/.-]|$)/i;
  expect([...typescript, ...svelte].map(({ path }) => path).filter((path) => banned.test(path))).toEqual([]);
});

it('exports by name, except where a tool asks for a default', () => {
  const asked = /^(vite|vitest|playwright)\.config\.ts$/;
  const isDefault = (node: ts.Node) =>
    ts.isExportAssignment(node) ||
    (ts.canHaveModifiers(node) &&
      ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) === true);
  expect(
    places(
      typescript.filter(({ path }) => !asked.test(path)),
      isDefault,
    ),
  ).toEqual([]);
});

it('passes exports on in an index.ts of a feature only', () => {
  const passesOn = (node: ts.Node) =>
    ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined && !node.isTypeOnly;
  const others = product.filter(({ path }) => !/^src\/features\/.*\/index\.ts$/.test(path));
  expect(places(others, passesOn)).toEqual([]);
});

it('asks the clock for the time, and only clock.ts asks the machine', () => {
  const asksTime = (node: ts.Node) => {
    if (ts.isNewExpression(node)) return node.expression.getText() === 'Date' && !node.arguments?.length;
    if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return true;
    return ts.isPropertyAccessExpression(node) && ['Date.now', 'Temporal.Now'].includes(node.getText());
  };
  const others = product.filter(({ path }) => path !== 'src/kernel/clock.ts' && !inBrowser(path));
  expect(places(others, asksTime), 'Take the moment as an argument: `context.at`, or a Clock.').toEqual([]);
});

it('lets no statement of a feature ask the database for the time', () => {
  const asksTime = (node: ts.Node) =>
    (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) &&
    /(?<![.\w])(now\(\)|current_timestamp|current_date|localtimestamp)/i.test(node.getText());
  expect(
    places(
      product.filter(({ path }) => path.startsWith('src/features/')),
      asksTime,
    ),
    'Pass `context.now` as a parameter of the statement.',
  ).toEqual([]);
});

it('uses no Temporal where a browser may be old', () => {
  const isTemporal = (node: ts.Node) => ts.isIdentifier(node) && node.text === 'Temporal';
  expect(
    places(
      product.filter(({ path }) => inBrowser(path)),
      isTemporal,
    ),
    'Send the browser ISO text and finished words.',
  ).toEqual([]);
});

it('silences no tool', () => {
  const silencing = /@ts-(ignore|nocheck|expect-error)|(eslint|oxlint)-disable|svelte-ignore/;
  const own = 'test/house/file-shape.test.ts';
  expect(
    [...typescript, ...svelte].filter(({ path, text }) => path !== own && silencing.test(text)).map(({ path }) => path),
  ).toEqual([]);
});

it('keeps what it knows in values handed over, not in variables of a file', () => {
  const isOpen = (node: ts.Node) =>
    ts.isVariableStatement(node) &&
    ts.isSourceFile(node.parent) &&
    (node.declarationList.flags & ts.NodeFlags.Const) === 0;
  expect(
    places(
      product.filter(({ path }) => path.endsWith('.ts')),
      isOpen,
    ),
    'Make it inside a function that main/compose.ts calls.',
  ).toEqual([]);
});

const PURE = [
  /^src\/features\/\w+\/access\.ts$/,
  /^src\/features\/(posts\/post|decisions\/decision|schools\/school|people\/person|accounts\/account|media\/media|checks\/finding|policy\/document)\.ts$/,
  /^src\/features\/checks\/rules\//,
  /^src\/kernel\/(working-time|errors|access|actor|control|policy|canonical|ledger)\.ts$/,
];

it('keeps rules pure: no waiting, no clock, no database', () => {
  const pure = product.filter(({ path }) => PURE.some((pattern) => pattern.test(path)));
  expect(pure.length, 'The pure files have moved: mend the list above.').toBeGreaterThan(10);
  const waits = (node: ts.Node) => ts.isAwaitExpression(node) || node.kind === ts.SyntaxKind.AsyncKeyword;
  expect(places(pure, waits), 'Let the action read what is needed and hand plain data to the rule.').toEqual([]);
  const impure = /^(kysely|pg)$|kernel\/(clock|context|run)\.ts$|queries\.ts$|^src\/db\//;
  const reaching = pure.filter(({ imports }) => imports.some(({ to }) => impure.test(to)));
  expect(
    reaching.map(({ path }) => path),
    'A rule takes plain data and gives plain data.',
  ).toEqual([]);
});

it('keeps the SQL of a feature in its queries', () => {
  const isStatement = (node: ts.Node) =>
    (ts.isPropertyAccessExpression(node) &&
      ['selectFrom', 'insertInto', 'updateTable', 'deleteFrom'].includes(node.name.text)) ||
    (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'sql');
  const others = product.filter(
    ({ path }) => path.startsWith('src/features/') && !/(^|-)queries\.ts$/.test(basename(path)),
  );
  expect(places(others, isStatement), 'Make it a function of queries.ts (or of a …-queries.ts beside it).').toEqual([]);
});
