// The clauses that the tests name in their own titles: what is proven once they pass.
import ts from 'typescript';
import { nodesOf, readSources } from '../house/source-files.ts';
import { clausesIn } from './results.ts';

/** `it('…')`, `it.each(…)('…')`, `test('…')`: the titles as they are written, of every test that is not left out. */
export function taggedClauses(): ReadonlySet<string> {
  const titles = readSources(['src/**/*.test.ts', 'test/**/*.test.ts', 'e2e/**/*.ts']).flatMap(({ path, tree }) =>
    nodesOf(tree)
      .filter(ts.isCallExpression)
      .filter(
        ({ expression }) =>
          path !== 'test/house/clauses.test.ts' &&
          /^(it|test)\b(?!\.(skip|todo|fixme|use|describe))/.test(expression.getText()),
      )
      .flatMap(({ arguments: [title] }) =>
        title && (ts.isStringLiteralLike(title) || ts.isTemplateExpression(title)) ? [title.getText()] : [],
      ),
  );
  return new Set(titles.flatMap(clausesIn));
}
