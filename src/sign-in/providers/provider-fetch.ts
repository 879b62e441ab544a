// How openid-client asks a provider: as everything on the internet is asked, no redirect followed, little read, soon over.
import type { CustomFetch } from 'openid-client';
import { ask, type Question } from '#internet/ask.ts';

/** A provider's documents are a few kilobytes. */
const MOST_BYTES = 1_000_000;

/** @returns a `fetch` for openid-client that throws `Unasked` */
export const providerFetch =
  (how: Pick<Question, 'local' | 'signal'>): CustomFetch =>
  (address, { method, headers, body }) => {
    const sent = body instanceof URLSearchParams || typeof body === 'string' ? { body: String(body) } : {};
    const question = { ...how, method, headers, ...sent, mostBytes: MOST_BYTES };
    return ask(new URL(address), question, async (answer) => {
      const { status, headers } = answer;
      const type = headers['content-type'];
      const isBare = status === 204 || status === 304;
      return new Response(isBare ? null : Uint8Array.from(await answer.bytes()), {
        status,
        headers: type === undefined ? {} : { 'content-type': type },
      });
    });
  };
