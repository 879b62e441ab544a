// The one statement of the guidance feature: the stems of English words, as PostgreSQL’s full-text search has them.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';

/** @returns for each word its stems; none for one that is too common in English to be looked for */
export async function stemsOfWords(db: Db, words: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  if (words.length === 0) return new Map();
  const { rows } = await sql<{ word: string; stems: string[] }>`
    select word, ts_lexize('english_stem', word) as stems from unnest(${words}::text[]) as word`.execute(db);
  return new Map(rows.map(({ word, stems }) => [word, stems]));
}
