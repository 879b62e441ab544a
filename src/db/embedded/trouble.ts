// What is said when the built-in database cannot be had: what happened, and what to do about it.
import { type Failure, fail } from '#kernel/errors.ts';

/** Whoever reads the terminal sees only the message, so it ends with the remedy. */
export function trouble(what: string, remedy: string, cause?: unknown): Failure {
  return fail.unavailable({ code: 'database-trouble', message: `${what} ${remedy}`, remedy, cause });
}

/** The system's own word for an error ("EACCES"), or nothing. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
