// The OpenAPI document: complete, well-formed, and the same as what answers.
import { describe, expect, it } from 'vitest';
import { registry } from '../fixture.ts';
import { openApiDocument } from './openapi.ts';

interface Operation {
  operationId: string;
  description: string;
  parameters?: Record<string, unknown>[];
  requestBody?: { required: boolean; content: Record<string, unknown> };
  responses: Record<string, { description: string }>;
  security: Record<string, string[]>[];
  'x-gatepost-controls'?: string[];
}
const document = JSON.parse(JSON.stringify(await openApiDocument(registry))) as {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
};
const operation = (path: string, method: string): Operation => document.paths[path]![method]!;
const lost = operation('/umbrellas/{umbrellaId}/lost', 'post');
const list = operation('/umbrellas', 'get');
const handOver = operation('/umbrellas/{umbrellaId}/owner', 'put');

function* references(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    if (key === '$ref') yield child as string;
    else yield* references(child);
  }
}

describe('the OpenAPI document', () => {
  it('is of version 3.1 and lists every action that has an address, once', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    const ids = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(ids.toSorted()).toEqual([
      'umbrellas.handOver',
      'umbrellas.list',
      'umbrellas.reportLost',
      'umbrellas.takeIn',
    ]);
  });

  it('says where a body may be longer than elsewhere', () => {
    expect(operation('/umbrellas/list', 'post').description).toContain('up to 16 MB');
    expect(lost.description).not.toContain('MB');
  });

  it('points nowhere into the void', () => {
    for (const reference of new Set(references(document))) {
      const found = reference
        .slice(2)
        .split('/')
        .reduce((at: unknown, step) => (at as Record<string, unknown>)?.[step], document);
      expect(found, reference).toBeTypeOf('object');
    }
  });

  it('declares every field once: in the path, in the query or in the body', () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1]);
      for (const { parameters = [] } of Object.values(methods)) {
        const declared = parameters.filter((parameter) => parameter['in'] === 'path');
        expect(declared.map(({ name }) => name)).toEqual(inPath);
        expect(declared.every(({ required }) => required === true)).toBe(true);
      }
    }
    expect(lost.requestBody?.content['application/json']).toMatchObject({ schema: { required: ['colour'] } });
    expect(JSON.stringify(lost.requestBody)).not.toContain('umbrellaId');
    expect(handOver.requestBody).toBeUndefined();
    expect(list.requestBody).toBeUndefined();
  });

  it('writes query fields as they are read', () => {
    const named = Object.fromEntries(list.parameters!.map((parameter) => [parameter['name'], parameter]));
    expect(named['page']).toEqual({
      name: 'page',
      in: 'query',
      description: 'Which page.',
      schema: expect.objectContaining({ type: 'integer', minimum: 1, default: 1 }) as unknown,
    });
    expect(named['colour']).not.toHaveProperty('style');
    expect(named['near']).toHaveProperty(['content', 'application/json', 'schema', 'type'], 'object');
  });

  it('says who may, with which token, and on which controls', () => {
    expect(lost.description).toContain('people of the school');
    expect(lost.security).toEqual([{ token: ['umbrellas:write'] }, { session: [] }]);
    expect(lost['x-gatepost-controls']).toEqual(['umbrellas.return']);
    expect(handOver.security).toEqual([{ session: [] }]);
    expect(handOver.description).toContain('No access token may do this');
    expect(list.security).toEqual([{}, { token: ['umbrellas:read'] }, { session: [] }]);
  });

  it('says how it may fail', () => {
    expect(Object.keys(lost.responses)).toEqual(
      expect.arrayContaining(['200', '400', '401', '403', '409', '413', '415', '422', '503']),
    );
    expect(lost.responses['default']!.description).toContain('umbrella-gone');
  });
});
