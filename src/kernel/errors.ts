// The closed list of ways in which something can go wrong, and how each is told. Recognised by kind, never by class.

export const FAILURE_KINDS = [
  'invalid', // the input is not usable; says which field and what to do
  'unauthenticated', // nobody is signed in, or the session has ended
  'forbidden', // this person may not do this
  'not-found', // no such thing, or not for this person
  'conflict', // somebody or something else got there first
  'refused-by-policy', // the policy in force says no; always carries clause ids and the remedy
  'unavailable', // try again later: the database, the disk or a port is not answering
  'internal', // our mistake
] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];

export interface FieldProblem {
  /** Dotted path of the input, such as `variants.0.words`. */
  readonly field: string;
  readonly message: string;
}

export interface FailureFacts {
  /** Stable word other programs may rely on, such as `post-changed`. */
  readonly code: string;
  /** What is wrong, in plain words. */
  readonly message: string;
  /** What to do instead. */
  readonly remedy?: string;
  readonly fields?: readonly FieldProblem[];
  readonly clauses?: readonly string[];
  readonly cause?: unknown;
}

const MARK = Symbol.for('gatepost.failure');

export type Failure = Error &
  FailureFacts & {
    readonly [MARK]: true;
    readonly kind: FailureKind;
    readonly fields: readonly FieldProblem[];
    readonly clauses: readonly string[];
  };

function failure(kind: FailureKind, facts: FailureFacts): Failure {
  const error = new Error(facts.message, facts.cause === undefined ? undefined : { cause: facts.cause });
  return Object.assign(error, {
    [MARK]: true as const,
    name: 'Failure',
    kind,
    code: facts.code,
    fields: facts.fields ?? [],
    clauses: facts.clauses ?? [],
    ...(facts.remedy === undefined ? {} : { remedy: facts.remedy }),
  }) as Failure;
}

export const fail = {
  invalid: (facts: FailureFacts) => failure('invalid', facts),
  unauthenticated: (facts: Partial<FailureFacts> = {}) =>
    failure('unauthenticated', {
      code: 'sign-in-needed',
      message: 'You are not signed in.',
      remedy: 'Sign in and try again.',
      ...facts,
    }),
  forbidden: (facts: FailureFacts) => failure('forbidden', facts),
  notFound: (what: string, facts: Partial<FailureFacts> = {}) =>
    failure('not-found', { code: 'not-found', message: `There is no such ${what} here.`, ...facts }),
  conflict: (facts: FailureFacts) => failure('conflict', facts),
  /** A "no" of the policy: never without a clause and a way out. */
  refused: (facts: FailureFacts & { remedy: string; clauses: readonly string[] }) =>
    failure('refused-by-policy', facts),
  unavailable: (facts: FailureFacts) => failure('unavailable', facts),
  internal: (cause: unknown) =>
    failure('internal', {
      code: 'internal',
      message: 'Something went wrong on our side. Nothing was changed.',
      remedy: 'Try again; if it happens twice, tell whoever looks after Gatepost.',
      cause,
    }),
};

export function isFailure(error: unknown): error is Failure {
  return typeof error === 'object' && error !== null && MARK in error;
}

/** HTTP status of each kind (RFC 9110). */
export const HTTP_STATUS: Readonly<Record<FailureKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'refused-by-policy': 403,
  unavailable: 503,
  internal: 500,
};

/** Exit code of each kind on the command line: 1 = the answer is no, 2 = wrong use or unreadable input. */
export const EXIT_CODE: Readonly<Record<FailureKind, number>> = {
  invalid: 2,
  unauthenticated: 2,
  forbidden: 1,
  'not-found': 1,
  conflict: 1,
  'refused-by-policy': 1,
  unavailable: 1,
  internal: 1,
};
