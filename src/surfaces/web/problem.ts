// A failure as a page shows it: plain data, the same words as REST and the command line.
import { fail as failure, HTTP_STATUS, isFailure, type FailureKind, type FieldProblem } from '#kernel/errors.ts';

export interface Problem {
  readonly kind: FailureKind;
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly clauses: readonly string[];
  readonly fields: readonly FieldProblem[];
}

/** @returns null for anything that is not one of ours: a redirect, a mistake */
export function problemOf(error: unknown): Problem | null {
  if (!isFailure(error)) return null;
  return {
    kind: error.kind,
    status: HTTP_STATUS[error.kind],
    code: error.code,
    message: error.message,
    remedy: error.remedy ?? '',
    clauses: error.clauses,
    fields: error.fields,
  };
}

export const internalProblem = (): Problem => problemOf(failure.internal(null))!;
