// Exactly what would go out, account by account, and the hash that an approval binds to. Pure.
import { canonicalText, sha256 } from '#kernel/canonical.ts';
import type { Payload } from './ports.ts';

export interface Going {
  readonly accounts: readonly { readonly accountId: string; readonly words: string | null }[];
  readonly words: string;
  readonly pictures: readonly { readonly mediaId: string; readonly sha256: string; readonly alt: string }[];
  /** ISO instant; null = as soon as it is approved. */
  readonly wantedAt: string | null;
}

/** What the policy adds at the end. */
export interface Endings {
  readonly signOff: string;
  readonly disclaimer: string;
}

export interface Outgoing {
  readonly payloads: readonly Payload[];
  readonly hash: string;
}

/** Signature and disclaimer stand under the words, each on a line of its own; what already stands there is not said twice. */
export function withEndings(words: string, { signOff, disclaimer }: Endings): string {
  const body = words.trim();
  const lines = new Set(body.split('\n').map((line) => line.trim()));
  const missing = [signOff, disclaimer].filter((ending) => !lines.has(ending.trim()));
  return [body, ...missing].filter((part) => part !== '').join('\n\n');
}

/** The accounts in an order of their own, so that the hash does not hang on the order in which they were chosen. */
export function outgoing(going: Going, endings: Endings): Outgoing {
  const payloads = [...going.accounts]
    .sort((one, other) => (one.accountId < other.accountId ? -1 : 1))
    .map(({ accountId, words }): Payload => ({
      accountId,
      words: withEndings(words ?? going.words, endings),
      pictures: going.pictures.map(({ mediaId, sha256: digest, alt }) => ({ mediaId, sha256: digest, alt })),
    }));
  return { payloads, hash: hashOf(payloads, going.wantedAt) };
}

/** SHA-256 over canonical JSON of words, alternative texts, picture digests, accounts and time. */
export const hashOf = (payloads: readonly Payload[], wantedAt: string | null): string =>
  sha256(
    canonicalText({
      v: 1,
      at: wantedAt ?? 'as soon as approved',
      accounts: payloads.map(({ accountId, words, pictures }) => ({
        account: accountId,
        words,
        pictures: pictures.map((picture) => ({ sha256: picture.sha256, alt: picture.alt })),
      })),
    }),
  );

/** SHA-256 of what goes to one account: only these bytes are pinned or sent. */
export const payloadDigest = (payload: Payload): string =>
  sha256(
    canonicalText({
      account: payload.accountId,
      words: payload.words,
      pictures: payload.pictures.map((picture) => ({
        media: picture.mediaId,
        sha256: picture.sha256,
        alt: picture.alt,
      })),
    }),
  );
