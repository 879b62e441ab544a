// What every problem code means: the page that the `type` of a problem document points to.
import { FAILURE_KINDS, HTTP_STATUS, type FailureKind } from '#kernel/errors.ts';
import type { Registry } from '#kernel/registry.ts';

export interface KindReference {
  readonly kind: FailureKind;
  readonly status: number;
  readonly meaning: string;
}

const MEANINGS: Readonly<Record<FailureKind, string>> = {
  invalid: 'The input is not usable. Every field that is wrong is named.',
  unauthenticated: 'Nobody is signed in, the session has ended, or the access token is not known.',
  forbidden: 'This person, or this access token, may not do this.',
  'not-found': 'There is no such thing, or not for this person.',
  conflict: 'Somebody or something else got there first. Read again, then decide.',
  'refused-by-policy': 'The policy in force says no. The clauses say why; the remedy is the way out.',
  unavailable: 'The database, the disk or another part is not answering. Nothing was changed; try again later.',
  internal: 'Our mistake. The log holds more under the number that the answer carries.',
};

export const kindReferences = (): readonly KindReference[] =>
  FAILURE_KINDS.map((kind) => ({ kind, status: HTTP_STATUS[kind], meaning: MEANINGS[kind] }));

export interface CodeReference {
  readonly code: string;
  /** Names of the actions that declare it; empty for codes any action may answer with. */
  readonly actions: readonly string[];
  readonly meaning: string;
}

/** Codes of the pipeline and of HTTP itself. */
const GENERAL: Readonly<Record<string, string>> = {
  'invalid-input': 'Fields need putting right; each is named.',
  'sign-in-needed': 'Nobody is signed in.',
  'token-not-known': 'The access token is not known, has ended or was taken back.',
  'token-not-enough': 'The access token lacks the scope, or no token may do this.',
  'not-yours-to-do': 'This is for other people; the answer says for whom.',
  'fresh-factor-needed': 'Show once more that it is you.',
  'not-found': 'There is no such thing, or not for you.',
  'too-often': 'Asked too often; the header Retry-After says how long to wait.',
  internal: 'Our mistake; quote the instance.',
  'no-such-address': 'There is nothing at this address.',
  'wrong-method': 'The address exists, but not for this method; the header Allow lists those it has.',
  'other-site': 'A session cookie came from a page that is not ours.',
  'not-json': 'The body must be JSON in UTF-8.',
  'malformed-body': 'The body cannot be read; the answer says where it goes wrong.',
  'unfinished-body': 'The body ended before its announced length.',
  'too-long': 'The body is longer than allowed.',
  'bad-idempotency-key': 'The header Idempotency-Key must be 1 to 200 printable characters.',
};

export function codeReferences(registry: Registry): readonly CodeReference[] {
  const declared = new Map<string, string[]>();
  for (const action of registry.actions.values()) {
    for (const code of action.errors ?? []) declared.set(code, [...(declared.get(code) ?? []), action.name]);
  }
  const codes = new Set([...Object.keys(GENERAL), ...declared.keys()]);
  return [...codes]
    .toSorted()
    .map((code) => ({ code, actions: declared.get(code) ?? [], meaning: GENERAL[code] ?? '' }));
}
