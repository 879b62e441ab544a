// Reads our source files for the house rules: what each imports, exports and says, taken from its syntax tree.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

export interface Import {
  /** What it names, as a path of ours (`src/kernel/run.ts`), or as written for `node:`, packages and SvelteKit's own. */
  readonly to: string;
  readonly typeOnly: boolean;
}

export interface SourceFile {
  /** From the root, such as `src/kernel/run.ts`. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
  readonly tree: ts.SourceFile;
}

/** Tests, and what only tests use. */
export const isTest = (path: string): boolean =>
  /\.test\.ts$|(^|[/.-])(fixture|trial)(-[\w-]+)?\.ts$|\/corpus\//.test(path) || /^(test|e2e|bench)\//.test(path);

export function readSources(pattern: string | readonly string[]): SourceFile[] {
  const paths = globSync(pattern, { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  return paths
    .filter((path) => !/node_modules|\.gen\.ts$|\.svelte-kit/.test(path))
    .sort()
    .map(readSource);
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const tree = ts.createSourceFile(path, codeOf(path, text), ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  return { path, text, tree, imports: importsOf(path, tree) };
}

/** A Svelte file's code is what stands in its script blocks. */
const codeOf = (path: string, text: string): string =>
  path.endsWith('.svelte')
    ? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code).join('\n')
    : text;

function importsOf(path: string, tree: ts.SourceFile): Import[] {
  return nodesOf(tree).flatMap((node): Import[] => {
    if (ts.isImportDeclaration(node)) {
      const clause = node.importClause;
      const named = clause?.namedBindings;
      const onlyTypes =
        named !== undefined && ts.isNamedImports(named) && named.elements.every((one) => one.isTypeOnly);
      const typeOnly = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || (onlyTypes && clause?.name === undefined);
      return [{ to: targetOf(path, node.moduleSpecifier), typeOnly }];
    }
    if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      return [{ to: targetOf(path, node.moduleSpecifier), typeOnly: node.isTypeOnly }];
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0]) {
      return [{ to: targetOf(path, node.arguments[0]), typeOnly: false }];
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      return [{ to: targetOf(path, node.argument.literal), typeOnly: true }];
    }
    return [];
  });
}

function targetOf(from: string, specifier: ts.Node): string {
  const written = ts.isStringLiteralLike(specifier) ? specifier.text : '(computed)';
  if (written.startsWith('.')) return posix.normalize(posix.join(posix.dirname(from), written));
  const ours = /^#(\w[\w-]*)\/(.*)$/.exec(written);
  if (!ours) return written;
  return ours[1] === 'test' ? `test/${ours[2]}` : `src/${ours[1]}/${ours[2]}`;
}

/** Every node of a tree, in the order of the text. */
export function nodesOf(tree: ts.Node): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Every text a file writes in quotes, outside its imports. */
export const quotedIn = (file: SourceFile): string[] =>
  nodesOf(file.tree).flatMap((node) =>
    ts.isStringLiteralLike(node) && !ts.isImportDeclaration(node.parent) && !ts.isExportDeclaration(node.parent)
      ? [node.text]
      : [],
  );

/** `src/posts/post.ts:12`, for a message. */
export function placeOf(file: SourceFile, node: ts.Node): string {
  if (file.path.endsWith('.svelte')) return file.path;
  return `${file.path}:${file.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}
