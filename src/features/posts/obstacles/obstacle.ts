// One thing that still keeps a draft from being sent. Pure.

export interface Obstacle {
  readonly code: string;
  /** The field of the draft to put right. */
  readonly field: string;
  readonly message: string;
  readonly remedy: string;
  readonly clauses: readonly string[];
  /** Where it can be done now, if not in the draft itself. */
  readonly href?: string;
}

/** @param clauses that ask for it; none where it is plain necessity */
export const needs = (
  code: string,
  field: string,
  message: string,
  remedy: string,
  clauses: readonly string[] = [],
): Obstacle => ({ code, field, message, remedy, clauses });
