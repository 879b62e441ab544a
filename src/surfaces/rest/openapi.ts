// The OpenAPI 3.1 document, written from the registry: what stands there is what the actions themselves say.
import manifest from '../../../package.json' with { type: 'json' };
import { OpenAPIGenerator, type OpenAPI } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { AnyRouter } from '@orpc/server';
import { FAILURE_KINDS } from '#kernel/errors.ts';
import type { AnyAction } from '#kernel/action.ts';
import type { Registry, Run } from '#kernel/registry.ts';
import { inputFields } from '../fields.ts';
import { createRouter, type DescribeOperation } from './router.ts';

export type OpenApiDocument = OpenAPI.Document;

/** For the file in docs/reference: the same document, without anything that answers. */
export function openApiDocument(registry: Registry): Promise<OpenApiDocument> {
  const run: Run = () => Promise.reject(new Error('This router only describes.'));
  return createOpenApi(createRouter(registry, run, describeOperation))();
}

/** @returns the document, written when it is first asked for */
export function createOpenApi(router: AnyRouter): () => Promise<OpenApiDocument> {
  let written: Promise<OpenApiDocument> | undefined;
  return () => (written ??= write(router));
}

async function write(router: AnyRouter): Promise<OpenApiDocument> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  return generator.generate(router, {
    info: {
      title: 'Gatepost',
      version: manifest.version,
      description:
        'Everything that can be done in Gatepost. Every change passes the policy in force and is written to the ledger. ' +
        'A "no" is a problem document (RFC 9457) that names the clauses behind it and the way out. ' +
        'Programs sign in with a personal access token; approving, releasing, revealing and signing need a person.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api' }],
    components: {
      securitySchemes: SECURITY,
      schemas: { Problem: PROBLEM },
      responses: RESPONSES,
      parameters: PARAMETERS,
    },
  });
}

/** The part of an operation that only we can say: who, with which token, on which controls, and how it may fail. */
export const describeOperation: DescribeOperation = ({ action, method, params }, operation) => {
  const { requestBody, ...rest } = operation;
  const body = method !== 'GET' && params.length < Object.keys(action.input.shape).length;
  const open = action.scope === 'public';
  const parameters = [
    ...(operation.parameters ?? []).map((parameter) => plainParameter(action, parameter)),
    ...(action.kind === 'write' ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
  ];
  return {
    ...rest,
    ...(body ? { requestBody } : {}),
    description: wordsOf(action),
    ...(parameters.length > 0 ? { parameters } : {}),
    security: [
      ...(open ? [{}] : []),
      ...(action.token === undefined ? [] : [{ token: [action.token] }]),
      { session: [] },
    ],
    responses: {
      ...operation.responses,
      ...(body ? pick('400', '413', '415') : {}),
      ...(open ? {} : pick('401')),
      ...pick('403', '404', '409', '422', '429', '503'),
      default: declared(action),
    },
    ...(action.controls?.length ? { 'x-gatepost-controls': [...action.controls] } : {}),
  } as OpenAPI.OperationObject;
};

function wordsOf(action: AnyAction): string {
  const sentences = [`For ${action.who.words}.`];
  if (action.token !== undefined) sentences.push(`An access token needs the scope \`${action.token}\`.`);
  else if (action.scope !== 'public')
    sentences.push('No access token may do this: it needs a person who is signed in.');
  if (action.freshFactorMinutes !== undefined) {
    sentences.push(`The person must have shown a factor within the last ${action.freshFactorMinutes} minutes.`);
  }
  if (action.perMinute !== undefined) sentences.push(`At most ${action.perMinute} times a minute.`);
  if (action.largeInput === true) sentences.push('The body may be up to 16 MB long.');
  if (action.sealed === true) sentences.push('The answer waits until the ledger has sealed what was done.');
  return sentences.join(' ');
}

/** Lists are repeated (`?tag=a&tag=b`), objects are JSON; the generator's own way is brackets. */
function plainParameter(action: AnyAction, parameter: OpenAPI.ReferenceObject | OpenAPI.ParameterObject) {
  if ('$ref' in parameter) return parameter;
  const { name, in: place, required, schema } = parameter;
  const field = inputFields(action.input).find((candidate) => candidate.name === name);
  const meaning = field?.meaning ? { description: field.meaning } : {};
  const shape = field?.kind === 'json' && !field.list ? { content: { 'application/json': { schema } } } : { schema };
  return {
    name,
    in: place,
    ...(required === true || place === 'path' ? { required: true } : {}),
    ...meaning,
    ...shape,
  };
}

const problem = (description: string, headers?: Record<string, object>) => ({
  description,
  ...(headers ? { headers } : {}),
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

function declared(action: AnyAction): object {
  const codes = action.errors ?? [];
  if (codes.length === 0) return problem('Any other problem.');
  const schema = {
    allOf: [
      { $ref: '#/components/schemas/Problem' },
      { properties: { code: { type: 'string', examples: [...codes] } } },
    ],
  };
  return {
    description: `Problems of this action: ${codes.map((code) => `\`${code}\``).join(', ')}; or any other.`,
    content: { 'application/problem+json': { schema } },
  };
}

const retryAfter = { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } };
const challenge = { 'WWW-Authenticate': { description: 'RFC 9110, section 11.6.1.', schema: { type: 'string' } } };

const RESPONSES = {
  '400': problem('The body or a header cannot be read.'),
  '401': problem('Nobody is signed in, or the access token is not known.', challenge),
  '403': problem(
    'Not for this person, or the policy in force says no; then `clauses` names why and `remedy` the way out.',
  ),
  '404': problem('There is no such thing, or not for this person.'),
  '409': problem('Somebody or something else got there first.'),
  '413': problem('The body is longer than 1 MB, or than the operation says it may be.'),
  '415': problem('The body is not JSON.'),
  '422': problem('Fields need putting right; `fields` names each.'),
  '429': problem('Asked too often.', retryAfter),
  '503': problem('The database, the disk or another part is not answering.', retryAfter),
} as unknown as Record<string, OpenAPI.ResponseObject>;

const pick = (...statuses: string[]) =>
  Object.fromEntries(statuses.map((status) => [status, { $ref: `#/components/responses/${status}` }]));

const SECURITY: Record<string, OpenAPI.SecuritySchemeObject> = {
  token: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'gp_…',
    description:
      'A personal access token, made on your own page. It can do no more than you may, and only within its scopes.',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-gatepost.session',
    description: 'The cookie of a person who is signed in. For anything but GET, only from pages of Gatepost itself.',
  },
};

const PARAMETERS = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'Sent twice with one key, done once: the second request gets the first answer.',
    schema: { type: 'string', minLength: 1, maxLength: 200 },
  },
} as unknown as Record<string, OpenAPI.ParameterObject>;

const PROBLEM = {
  type: 'object',
  description: 'Problem details, RFC 9457.',
  required: ['type', 'title', 'status', 'detail', 'kind', 'code', 'clauses', 'fields'],
  properties: {
    type: { type: 'string', format: 'uri', description: 'Address of the explanation.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What is wrong, in plain words.' },
    kind: { enum: [...FAILURE_KINDS] },
    code: { type: 'string', description: 'A stable word that programs may rely on.' },
    remedy: { type: 'string', description: 'What to do instead.' },
    clauses: { type: 'array', items: { type: 'string' }, description: 'Clauses of the policy behind a refusal.' },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'message'],
        properties: { field: { type: 'string' }, message: { type: 'string' } },
      },
    },
    instance: { type: 'string', format: 'uri', description: 'The number to quote; the log holds more under it.' },
  },
} as unknown as OpenAPI.SchemaObject;
