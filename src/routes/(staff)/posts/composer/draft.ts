// A draft as the composer's form holds it: from what was typed, from what was saved, and on to what is checked and kept.
import type { Features } from '#features/index.ts';
import type { Api } from '#kernel/registry.ts';

type SavedContent = Awaited<ReturnType<Api<Features>['posts']['read']>>['content'];
export type SentContent = Omit<Parameters<Api<Features>['posts']['check']>[0], 'postId'>;

export interface DraftPicture {
  readonly mediaId: string;
  readonly alt: string;
  readonly showsChildren: 'not-said' | 'no' | 'yes';
}

export interface Draft {
  readonly words: string;
  /** Ids of the accounts that are ticked. */
  readonly accounts: readonly string[];
  /** By account: words of its own. */
  readonly own: Readonly<Record<string, string>>;
  readonly category: string;
  readonly objective: string;
  readonly details: Readonly<Record<string, string>>;
  readonly statements: Readonly<Record<string, string | boolean>>;
  readonly when: 'soon' | 'chosen';
  /** As a date and time of the school: `2026-11-20T15:30`. */
  readonly wantedAt: string;
  readonly emergency: boolean;
  readonly emergencyReason: string;
  readonly pictures: readonly DraftPicture[];
}

export const emptyDraft: Draft = {
  words: '',
  accounts: [],
  own: {},
  category: '',
  objective: '',
  details: {},
  statements: {},
  when: 'soon',
  wantedAt: '',
  emergency: false,
  emergencyReason: '',
  pictures: [],
};

/** @param values the fields of the form, as `fieldsOf` reads them */
export function typedDraft(values: Readonly<Record<string, unknown>>): Draft {
  const pictures = Array.isArray(values['pictures']) ? values['pictures'] : [];
  return {
    words: text(values['words']),
    accounts: Array.isArray(values['accounts']) ? values['accounts'].map(String) : [],
    own: texts(values['own']),
    category: text(values['category']),
    objective: text(values['objective']),
    details: texts(values['details']),
    statements: group(values['statements']) as Draft['statements'],
    when: values['when'] === 'chosen' ? 'chosen' : 'soon',
    wantedAt: text(values['wantedAt']),
    emergency: values['emergency'] === true,
    emergencyReason: text(values['emergencyReason']),
    pictures: pictures.map((picture) => {
      const { mediaId, alt, showsChildren } = group(picture);
      return {
        mediaId: text(mediaId),
        alt: text(alt),
        showsChildren: showsChildren === 'no' || showsChildren === 'yes' ? showsChildren : 'not-said',
      };
    }),
  };
}

/** @param wantedAt its time as a date and time of the school; empty = as soon as agreed */
export function savedDraft(content: SavedContent, wantedAt: string): Draft {
  return {
    ...content,
    accounts: content.accounts.map(({ accountId }) => accountId),
    own: Object.fromEntries(
      content.accounts.flatMap(({ accountId, words }) => (words === null ? [] : [[accountId, words]])),
    ),
    when: wantedAt === '' ? 'soon' : 'chosen',
    wantedAt,
  };
}

export function contentOf(draft: Draft): SentContent {
  const { own, when, wantedAt, accounts, ...rest } = draft;
  return {
    ...rest,
    accounts: accounts.map((accountId) => ({
      accountId,
      words: (own[accountId] ?? '').trim() === '' ? null : own[accountId]!,
    })),
    wantedAt: when === 'chosen' && wantedAt !== '' ? wantedAt : null,
    pictures: draft.pictures.map((picture) => ({ ...picture })),
  };
}

/** What a remedy puts in: these words, in place of those found. */
export interface Fix {
  readonly part: string;
  readonly start: number;
  readonly found: string;
  readonly put: string;
}

/** In place of the words found where they stood; else where they stand now, if that is one place. */
export function replaced(words: string, { start, found, put }: Omit<Fix, 'part'>): string {
  const at = words.startsWith(found, start) ? start : words.indexOf(found);
  const isElsewhereToo = at !== start && words.indexOf(found, at + 1) !== -1;
  return at === -1 || found === '' || isElsewhereToo
    ? words
    : words.slice(0, at) + put + words.slice(at + found.length);
}

export const fixed = (draft: Draft, fix: Fix): Draft =>
  fix.part === 'words'
    ? { ...draft, words: replaced(draft.words, fix) }
    : { ...draft, own: { ...draft.own, [fix.part]: replaced(draft.own[fix.part] ?? '', fix) } };

/** Moves a picture one place, or takes it out. */
export function arranged<P>(pictures: readonly P[], at: number, how: 'earlier' | 'later' | 'out'): P[] {
  const rest = pictures.filter((_, index) => index !== at);
  const picture = pictures[at];
  if (how === 'out' || picture === undefined) return rest;
  rest.splice(Math.max(0, how === 'earlier' ? at - 1 : at + 1), 0, picture);
  return rest;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const group = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
const texts = (value: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(group(value)).map(([key, one]) => [key, text(one)]));
