// Reads the JSON body of a request: never more of it than allowed, and never without saying what is wrong with it.
import type { IncomingMessage } from 'node:http';
import { fail } from '#kernel/errors.ts';
import { jsonFault } from '../json-fault.ts';
import { misuse } from './problem.ts';

/** What is still let through, unread, so that a client that is busy sending gets to see our answer. */
const DRAIN = 64 * 1024 * 1024;

/**
 * @param limit in bytes
 * @returns the fields of the one JSON object that was sent; none for an empty body
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Record<string, unknown>> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > limit) {
    drain(request);
    throw tooLong(limit);
  }
  if (announced > 0 || request.headers['transfer-encoding'] !== undefined) checkType(request);
  const bytes = await collect(request, limit);
  if (bytes.length === 0) return {};
  return parse(decode(bytes));
}

function checkType(request: IncomingMessage): void {
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='));
  const plain = (request.headers['content-encoding'] ?? 'identity') === 'identity';
  if (type.trim() === 'application/json' && plain && (charset === undefined || /^charset="?utf-8"?$/.test(charset)))
    return;
  drain(request);
  throw misuse({
    httpStatus: 415,
    code: 'not-json',
    message: 'The body must be JSON in UTF-8, not compressed.',
    remedy: 'Send it with Content-Type: application/json.',
    headers: { accept: 'application/json' },
  });
}

function collect(request: IncomingMessage, limit: number): Promise<Buffer> {
  if (request.destroyed) return Promise.reject(unfinished());
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let length = 0;
    const take = (piece: Buffer) => {
      length += piece.length;
      if (length <= limit) return void pieces.push(piece);
      request.off('data', take);
      drain(request);
      reject(tooLong(limit));
    };
    request.on('data', take);
    request.on('end', () => resolve(pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces)));
    request.on('error', reject);
    request.on('close', () => {
      if (!request.complete) reject(unfinished());
    });
  });
}

function drain(request: IncomingMessage): void {
  let passed = 0;
  request.on('data', (piece: Buffer) => {
    passed += piece.length;
    if (passed > DRAIN) request.destroy();
  });
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw malformed('The body is not UTF-8 text.', cause);
  }
}

function parse(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const fault = jsonFault(text);
    const place = fault === null ? '' : ` at line ${fault.line}, column ${fault.column}`;
    throw malformed(`The body is not JSON: it goes wrong${place}.`, cause);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw fail.invalid({
    code: 'invalid-input',
    message: 'The body must be one JSON object.',
    remedy: 'Send the fields as an object, such as {"field": "value"}.',
    fields: [{ field: '(whole)', message: 'must be an object' }],
  });
}

const malformed = (message: string, cause: unknown) =>
  misuse({ httpStatus: 400, code: 'malformed-body', message, remedy: 'Put the body right and send it again.' }, cause);

const unfinished = () =>
  misuse({ httpStatus: 400, code: 'unfinished-body', message: 'The body ended too early.', remedy: 'Send it again.' });

const tooLong = (limit: number) =>
  misuse({
    httpStatus: 413,
    code: 'too-long',
    message: `The body is longer than ${limit.toLocaleString('en-GB')} bytes.`,
    remedy: 'Send less at once.',
  });
