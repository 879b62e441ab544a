// Has this feed changed since the reader last fetched it? (RFC 9110 §13: conditional requests)
import { sha256 } from '#kernel/canonical.ts';

export interface Validators {
  readonly etag: string;
  /** As HTTP writes dates: `Fri, 20 Nov 2026 09:00:00 GMT`. */
  readonly lastModified: string;
}

export interface Conditions {
  readonly ifNoneMatch: string | null;
  readonly ifModifiedSince: string | null;
}

/** @param updatedAt ISO 8601; HTTP knows whole seconds only */
export const validatorsOf = (body: string, updatedAt: string): Validators => ({
  etag: `"${sha256(body)}"`,
  lastModified: new Date(updatedAt).toUTCString(),
});

/** True: answer 304 without the body. An entity tag, where one is given, decides alone. */
export function isUnchanged({ ifNoneMatch, ifModifiedSince }: Conditions, { etag, lastModified }: Validators): boolean {
  if (ifNoneMatch !== null) {
    const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
    return tags.includes('*') || tags.includes(etag);
  }
  if (ifModifiedSince === null) return false;
  const since = Date.parse(ifModifiedSince);
  return !Number.isNaN(since) && Date.parse(lastModified) <= since;
}
