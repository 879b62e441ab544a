// Calls an action of a Gatepost that runs somewhere, over REST. A problem that comes back is the failure it was there.
import type { AnyAction } from '#kernel/action.ts';
import { fail, FAILURE_KINDS, type Failure, type FailureFacts, type FailureKind } from '#kernel/errors.ts';
import { reveal } from '#kernel/secret.ts';
import { z } from 'zod';
import { routeOf } from '../routes.ts';
import type { Login } from './saved-login.ts';
import { kebab } from './words.ts';

export type CallAction = (action: AnyAction, input: Readonly<Record<string, unknown>>) => Promise<unknown>;

const TIMEOUT_MS = 60_000;

/** @param login asked for each call */
export function createRemote(fetch: typeof globalThis.fetch, login: () => Promise<Login>): CallAction {
  return async (action, input) => {
    const { origin, token } = await login();
    const { method, url, body } = requestFor(action, input);
    const headers = {
      authorization: `Bearer ${reveal(token)}`,
      ...(body === null ? {} : { 'content-type': 'application/json' }),
    };
    const response = await reach(fetch, origin, url, { method, headers, body });
    const answer = await response.json().catch(() => null);
    if (response.ok && answer !== null) return answer;
    throw failureOf(answer) ?? notGatepost(origin, response.status);
  };
}

export async function reach(
  fetch: typeof globalThis.fetch,
  origin: string,
  url: string,
  request: RequestInit,
): Promise<Response> {
  try {
    return await fetch(origin + url, { ...request, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (cause) {
    const why = cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : (cause as Error).message;
    throw fail.unavailable({ code: 'unreachable', message: `${origin} cannot be reached: ${why}.`, cause });
  }
}

export const notGatepost = (origin: string, status: number): Failure =>
  fail.unavailable({ code: 'not-gatepost', message: `${origin} does not answer as Gatepost does (status ${status}).` });

function requestFor(
  action: AnyAction,
  input: Readonly<Record<string, unknown>>,
): { method: string; url: string; body: string | null } {
  const { method, path, params } = routeOf(action);
  const place = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => inPath(name, input[name]));
  const rest = Object.entries(input).filter(([name]) => !params.includes(name));
  if (method !== 'GET') return { method, url: `/api${place}`, body: JSON.stringify(Object.fromEntries(rest)) };
  const query = new URLSearchParams(
    rest.flatMap(([name, value]) => [value].flat().map((one) => [name, inAddress(one)])),
  );
  return { method, url: `/api${place}${query.size > 0 ? `?${query}` : ''}`, body: null };
}

const inAddress = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Dots and nothing would not survive as a step of a path. */
function inPath(name: string, value: unknown): string {
  const text = inAddress(value);
  if (!/^\.{0,2}$/.test(text)) return encodeURIComponent(text);
  throw fail.invalid({ code: 'wrong-use', message: `--${kebab(name)} cannot be "${text}".` });
}

const problem = z.object({
  kind: z.enum(FAILURE_KINDS),
  code: z.string(),
  detail: z.string(),
  remedy: z.string().optional(),
  clauses: z.array(z.string()),
  fields: z.array(z.object({ field: z.string(), message: z.string() })),
  instance: z.string().optional(),
});

const REBUILT: Readonly<Record<FailureKind, (facts: FailureFacts) => Failure>> = {
  invalid: fail.invalid,
  unauthenticated: fail.unauthenticated,
  forbidden: fail.forbidden,
  'not-found': (facts) => fail.notFound('thing', facts),
  conflict: fail.conflict,
  'refused-by-policy': (facts) => fail.refused({ remedy: '', clauses: [], ...facts }),
  unavailable: fail.unavailable,
  internal: (facts) => Object.assign(fail.internal(null), { message: facts.message }),
};

function failureOf(answer: unknown): Failure | null {
  const parsed = problem.safeParse(answer);
  if (!parsed.success) return null;
  const { kind, code, detail, remedy, clauses, fields, instance } = parsed.data;
  const message = instance === undefined ? detail : `${detail} Quote ${instance}.`;
  return REBUILT[kind]({ code, message, clauses, fields, ...(remedy === undefined ? {} : { remedy }) });
}
