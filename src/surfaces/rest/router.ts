// The registry as an oRPC router, made by one loop: what answers requests and what the OpenAPI document is written from.
import type { IncomingMessage } from 'node:http';
import type { OpenAPI } from '@orpc/openapi';
import { os, type AnyRouter } from '@orpc/server';
import { nounOf, verbOf, type AnyAction } from '#kernel/action.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Registry, Run } from '#kernel/registry.ts';
import { routesOf, type ActionRoute } from '../routes.ts';
import { idempotencyKeyOf } from './caller.ts';
import { createWordsReader, type WordsReader } from './query.ts';

/** What a procedure is given of the request beside its input. */
export interface RequestContext extends Record<PropertyKey, unknown> {
  readonly request: IncomingMessage;
  readonly identify: (request: IncomingMessage) => Promise<Actor>;
  readonly named: (route: string) => void;
}

/** What has to be known of a procedure before it is called. */
export interface ProcedureMeta extends Record<never, never> {
  readonly words: WordsReader;
  readonly largeInput: boolean;
}

export type DescribeOperation = (route: ActionRoute, operation: OpenAPI.OperationObject) => OpenAPI.OperationObject;

export function createRouter(registry: Registry, run: Run, describe: DescribeOperation): AnyRouter {
  // `run` checks input and output; NaN is oRPC's way of not doing it a second time while the schemas stay for the document.
  const base = os
    .$context<RequestContext>()
    .$meta<Partial<ProcedureMeta>>({})
    .$config({ initialInputValidationIndex: Number.NaN, initialOutputValidationIndex: Number.NaN });

  const router: Record<string, Record<string, AnyRouter>> = {};
  for (const route of routesOf(registry)) {
    const { action, method, path } = route;
    const procedure = base
      .meta({ words: createWordsReader(action), largeInput: action.largeInput === true })
      .route({
        method,
        path: path as `/${string}`,
        operationId: action.name,
        tags: [nounOf(action.name)],
        summary: action.summary,
        inputStructure: 'compact',
        spec: (operation) => describe(route, operation),
      })
      .input(action.input)
      .output(action.output)
      .handler(async ({ context, input }) => {
        context.named(path);
        return call(run, await context.identify(context.request), action, input, context.request);
      });
    (router[nounOf(action.name)] ??= {})[verbOf(action.name)] = procedure;
  }
  return router;
}

function call(run: Run, actor: Actor, action: AnyAction, input: unknown, request: IncomingMessage): Promise<never> {
  const idempotencyKey = action.kind === 'write' ? idempotencyKeyOf(request) : undefined;
  const answer = run(actor, action, input, idempotencyKey === undefined ? {} : { idempotencyKey });
  return answer as Promise<never>; // the schema of each action says what it is; here it only passes through
}
