// What holds of every action on every surface: the same list of actions, and the same limits, by page, REST and command line.
import { describe, expect, it } from 'vitest';
import { features } from '#features/index.ts';
import { createRegistry } from '#kernel/registry.ts';
import { actionCommands } from '#surfaces/cli/commands.ts';
import { inputFields } from '#surfaces/fields.ts';
import { openApiDocument } from '#surfaces/rest/openapi.ts';
import { hasAddress, routesOf } from '#surfaces/routes.ts';

const registry = createRegistry(features);
const actions = [...registry.actions.values()];
const outside = actions.filter(hasAddress).map(({ name }) => name);
const document = await openApiDocument(registry);
const operations = Object.values(document.paths ?? {}).flatMap((methods) => Object.values(methods ?? {})) as {
  operationId: string;
}[];

describe('every action', () => {
  it('has an address of its own, and stands in the OpenAPI document', () => {
    expect(routesOf(registry).map(({ action }) => action.name)).toEqual(outside);
    expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual(outside.toSorted());
  });

  it('is a command of its own', () => {
    const names = actionCommands(registry, () => Promise.resolve(null)).map(({ name }) => name);
    expect(names).toHaveLength(outside.length);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(actions.map((action) => [action.name, action] as const))(
    '%s asks for nothing that a flag cannot say',
    (_name, action) => {
      const names = inputFields(action.input).map(({ name }) => name);
      expect(names.filter((name) => !/^[a-z][a-zA-Z0-9]*$/.test(name))).toEqual([]);
      expect(names, 'the command line keeps --json and --help for itself').not.toContain('json');
      expect(names).not.toContain('help');
      for (const name of names)
        expect(names, `--no-${name} would be ambiguous`).not.toContain(`no${name[0]!.toUpperCase()}${name.slice(1)}`);
    },
  );
});

describe('no access token', () => {
  it('may do what needs a person who has just shown a factor', () => {
    expect(
      actions.filter(({ freshFactorMinutes, token }) => freshFactorMinutes !== undefined && token !== undefined),
    ).toEqual([]);
  });

  it('changes anything by a scope for reading', () => {
    expect(
      actions.filter(({ kind, token }) => kind === 'write' && token?.endsWith(':read')).map(({ name }) => name),
    ).toEqual([]);
  });
});
