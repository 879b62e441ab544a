// Every "no" of REST as one kind of document: problem details (RFC 9457) with our code, the way out and the clauses.
import { HTTP_STATUS, isFailure, type FailureKind, type FieldProblem } from '#kernel/errors.ts';

/** What goes back, whether it is an answer or a problem. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly kind: FailureKind;
  readonly code: string;
  readonly remedy?: string;
  readonly clauses: readonly string[];
  readonly fields: readonly FieldProblem[];
  /** Only where the log holds more: the number to quote. */
  readonly instance?: string;
}

export const TITLES: Readonly<Record<FailureKind, string>> = {
  invalid: 'The input needs putting right',
  unauthenticated: 'Nobody is signed in',
  forbidden: 'Not allowed for you',
  'not-found': 'Not found',
  conflict: 'Something else came first',
  'refused-by-policy': 'The policy says no',
  unavailable: 'Not available just now',
  internal: 'Our mistake',
};

/** A request that never reached an action, because HTTP itself was used wrongly. */
export interface HttpMisuse {
  readonly httpStatus: number;
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const MARK = Symbol('misuse of HTTP');
type Misuse = Error & { readonly [MARK]: HttpMisuse };

export const misuse = (facts: HttpMisuse, cause?: unknown): Error =>
  Object.assign(new Error(facts.message, { cause }), { [MARK]: facts });

const isMisuse = (error: unknown): error is Misuse => typeof error === 'object' && error !== null && MARK in error;

const TOO_OFTEN = 'too-often';
const MINUTE = 60;
const SHORT_WHILE = 5;

/**
 * @param origin of this installation: the `type` of a problem is the address of its explanation
 * @param mistake told of anything unknown; gives the number under which it was logged
 */
export function createProblems(origin: string, mistake: (error: unknown) => string): (error: unknown) => Reply {
  const reply = (problem: Omit<Problem, 'type'>, headers: Record<string, string> = {}): Reply => ({
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', ...headers },
    body: { type: `${origin}/reference/errors#${problem.code}`, ...problem } satisfies Problem,
  });

  return (error) => {
    if (isMisuse(error)) {
      const { httpStatus: status, code, message: detail, remedy, headers } = error[MARK];
      const kind = kindOfMisuse(status);
      return reply({ title: TITLES[kind], status, detail, kind, code, remedy, clauses: [], fields: [] }, headers);
    }
    if (isFailure(error)) {
      const { kind, code, message: detail, remedy, clauses, fields } = error;
      const status = code === TOO_OFTEN ? 429 : HTTP_STATUS[kind];
      const instance = kind === 'internal' ? { instance: mistake(error.cause ?? error) } : {};
      const way = remedy === undefined ? {} : { remedy };
      return reply(
        { title: TITLES[kind], status, detail, kind, code, ...way, clauses, fields, ...instance },
        headersFor(status),
      );
    }
    return reply({
      title: TITLES.internal,
      status: 500,
      detail: 'Something went wrong on our side. Nothing was changed.',
      kind: 'internal',
      code: 'internal',
      remedy: 'Try again; if it happens twice, tell whoever looks after Gatepost and quote the instance.',
      clauses: [],
      fields: [],
      instance: mistake(error),
    });
  };
}

function kindOfMisuse(status: number): FailureKind {
  if (status === 403) return 'forbidden';
  return status === 404 || status === 405 ? 'not-found' : 'invalid';
}

/** RFC 9110 §11.6.1 asks for a challenge with every 401; §10.2.3 for when to come back. */
function headersFor(status: number): Record<string, string> {
  if (status === 401) return { 'www-authenticate': 'Bearer realm="Gatepost"' };
  if (status === 429) return { 'retry-after': String(MINUTE) };
  return status === 503 ? { 'retry-after': String(SHORT_WHILE) } : {};
}
