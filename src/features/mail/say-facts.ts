// Looks up, just before a letter is written, the words for its facts; null when what it would say is no longer so.
import type { Context } from '#kernel/context.ts';
import { isAfter } from '#kernel/instants.ts';
import { dayOf, peopleByIds, personName, rolesOf } from '#features/people/index.ts';
import type { FactKind, FactKinds } from './facts.ts';
import { linkRow, noticesNamed } from './queries.ts';
import { untilInWords } from './until-in-words.ts';

export interface SaidFacts {
  readonly said: Readonly<Record<string, unknown>>;
  /** Below which path its personal link lies. */
  readonly linkPath: '/join/' | '/recover/' | null;
}

export async function sayFacts(
  context: Context,
  kinds: FactKinds,
  kept: Readonly<Record<string, unknown>>,
  personId: string | null,
): Promise<SaidFacts | null> {
  const said: Record<string, unknown> = {};
  let linkPath: SaidFacts['linkPath'] = null;
  for (const [name, kind] of Object.entries(kinds)) {
    const found = await SAYING[kind](context, kept[name], personId);
    if (found === null) return null;
    said[name] = found.words;
    linkPath = found.linkPath ?? linkPath;
  }
  return { said, linkPath };
}

type Saying = (
  context: Context,
  kept: unknown,
  personId: string | null,
) => Promise<{ readonly words: unknown; readonly linkPath?: SaidFacts['linkPath'] } | null>;

const SAYING: Readonly<Record<FactKind, Saying>> = {
  async colleague({ db, scopeId, at }, id) {
    const [[person], roles] = await Promise.all([
      peopleByIds(db, scopeId, [String(id)]),
      rolesOf(db, scopeId, String(id), dayOf(at)),
    ]);
    return person && !roles.includes('pupil') ? { words: personName(person) } : null;
  },
  count: async (_, count) => ({ words: count }),
  async link({ db, scopeId, now }, id) {
    const link = await linkRow(db, scopeId, String(id));
    if (!link || link.used_at !== null || link.withdrawn_at !== null || !isAfter(link.expires_at, now)) return null;
    return {
      words: { until: untilInWords(link.expires_at) },
      linkPath: link.purpose === 'join' ? '/join/' : '/recover/',
    };
  },
  async notices({ db, scopeId }, ids, personId) {
    if (personId === null) return null;
    const rows = await noticesNamed(db, scopeId, personId, ids as readonly string[]);
    return { words: rows.map(({ about }) => about) };
  },
};
