// What an entry is about, as a way to it. Pure: ids in, an address out.
import type { Json } from '#kernel/canonical.ts';

export interface Thing {
  readonly words: string;
  readonly href: string;
}

interface Place {
  readonly key: string;
  readonly words: string;
  readonly at: (id: string) => string;
  /** It leads to somebody’s own page: only for those who see names. */
  readonly personal?: true;
}

/** The first that an entry names is what it is about. */
const PLACES: readonly Place[] = [
  { key: 'post', words: 'The post', at: (id) => `/posts/${id}` },
  { key: 'postId', words: 'The post', at: (id) => `/posts/${id}` },
  { key: 'account', words: 'The account', at: (id) => `/accounts/${id}` },
  { key: 'accountId', words: 'The account', at: (id) => `/accounts/${id}` },
  { key: 'draft', words: 'The draft of the policy', at: (id) => `/policy/drafts/${id}` },
  { key: 'adoption', words: 'The adoption', at: (id) => `/policy/adoption/${id}` },
  { key: 'policyVersion', words: 'The versions of the policy', at: () => '/policy/versions' },
  { key: 'review', words: 'The review', at: (id) => `/policy/reviews/${id}` },
  { key: 'departure', words: 'The departures', at: () => '/policy/departures' },
  { key: 'question', words: 'The questions', at: () => '/policy/questions' },
  { key: 'person', words: 'The person', at: (id) => `/people/${id}`, personal: true },
  { key: 'personId', words: 'The person', at: (id) => `/people/${id}`, personal: true },
];

export function thingOf(about: Readonly<Record<string, Json>>, withNames: boolean): Thing | null {
  for (const { key, words, at, personal } of PLACES) {
    const id = about[key];
    if (typeof id !== 'string' || (personal && !withNames)) continue;
    return { words, href: at(id) };
  }
  return null;
}
