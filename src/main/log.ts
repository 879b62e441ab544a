// Structured logs: one JSON object a line, or plain lines on a terminal. Whatever looks like a secret is masked.
import { format } from 'node:util';

export type Level = 'info' | 'warn' | 'error';
export interface Log {
  info(message: string, facts?: object): void;
  warn(message: string, facts?: object): void;
  error(message: string, facts?: object): void;
}

const SECRET_KEY = /pass|secret|token|cookie|authorization|private|seed|otp|key$/i;
/** Personal access tokens, addresses of calendars, set-up and invitation links, connection strings. */
const SECRET_TEXT =
  /(gpc?_[A-Za-z0-9_-]{6})[A-Za-z0-9_-]+|(:\/\/[^:/\s]+:)[^@\s]+(?=@)|((?:join|set-up|recover|demo)\/)[A-Za-z0-9_-]{16,}/g;

/** Replaces what must never stand in a log, at any depth; errors become their words and stack. */
export function masked(value: unknown, key = '', depth = 0): unknown {
  if (SECRET_KEY.test(key) && value !== null && value !== undefined && typeof value !== 'boolean') return '[secret]';
  if (typeof value === 'string') return value.replaceAll(SECRET_TEXT, '$1$2$3[secret]');
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 6) return '[deep]';
  if (value instanceof Error) {
    return masked({ name: value.name, message: value.message, stack: value.stack, cause: value.cause }, '', depth + 1);
  }
  if (Array.isArray(value)) return value.map((one) => masked(one, '', depth + 1));
  if ('toJSON' in value && typeof value.toJSON === 'function')
    return masked((value.toJSON as () => unknown)(), key, depth + 1);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, masked(one, name, depth + 1)]));
}

/** @param now gives the time of each line as ISO 8601 */
export function createLog(now: () => string, write: (line: string) => void, pretty: boolean): Log {
  const line = (level: Level) => (message: string, facts?: object) => {
    const words = masked(message) as string;
    const rest = facts === undefined ? undefined : (masked(facts) as object);
    if (!pretty) return write(JSON.stringify({ at: now(), level, message: words, ...rest }) + '\n');
    const sign = level === 'info' ? '' : `${level}: `;
    write(`${sign}${words}${rest === undefined ? '' : ` ${format('%j', rest)}`}\n`);
  };
  return { info: line('info'), warn: line('warn'), error: line('error') };
}
