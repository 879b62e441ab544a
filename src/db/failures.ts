// What PostgreSQL's errors mean to a person (SQLSTATE, PostgreSQL 18 appendix A).
import { fail, isFailure, type Failure } from '#kernel/errors.ts';

const GONE = new Set(['57P01', '57P02', '57P03', '53300', 'ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE']);
const GONE_WORDS = [
  'Connection terminated',
  'not queryable',
  'timeout exceeded when trying to connect',
  'Client was closed',
];

/** @returns a failure of the closed list for anything the database may throw; anything else comes back as it was */
export function translated(error: unknown): unknown {
  if (isFailure(error) || typeof error !== 'object' || error === null) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const message = 'message' in error && typeof error.message === 'string' ? error.message : '';
  if (code === '53100') return diskFull(error);
  if (GONE.has(code) || code.startsWith('08') || GONE_WORDS.some((words) => message.includes(words)))
    return away(error);
  if (code === '40001' || code === '40P01') {
    return fail.conflict({
      code: 'try-again',
      message: 'Somebody changed this at the same moment.',
      remedy: 'Look at it again and repeat what you did.',
      cause: error,
    });
  }
  if (code === '22021' || code === '22P05') {
    return fail.invalid({
      code: 'unusable-characters',
      message: 'The text contains a character that cannot be kept (a null character or half of a pair).',
      remedy: 'Remove it and send again; typing the text anew always helps.',
      cause: error,
    });
  }
  return error;
}

const away = (cause: unknown): Failure =>
  fail.unavailable({
    code: 'database-away',
    message: 'The database is not answering just now. Nothing was lost.',
    remedy: 'Try again in a few seconds.',
    cause,
  });

const diskFull = (cause: unknown): Failure =>
  fail.unavailable({
    code: 'disk-full',
    message: 'The disk is full, so this could not be kept. Nothing was half-written.',
    remedy: 'Whoever looks after the machine must free some space; then do it again.',
    cause,
  });

/** Was it a unique key that stopped this, and which one? */
export function uniqueKeyOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  return 'code' in error && error.code === '23505' && 'constraint' in error ? String(error.constraint) : null;
}
