// The one statement of the guidance feature: which passages hold which of the words, by PostgreSQL’s full-text search.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';

export interface Hit {
  /** Which search of those asked for. */
  readonly search: number;
  /** Which passage; null = none holds it. */
  readonly passage: number | null;
  readonly inTitle: boolean;
  /** Nothing to look for: every word of it is too common in English. */
  readonly empty: boolean;
}

/** @param searches as `searchFor` writes them */
export async function hitsOf(
  db: Db,
  passages: readonly { readonly title: string; readonly body: string }[],
  searches: readonly string[],
): Promise<Hit[]> {
  const { rows } = await sql<Hit>`
    with passage as materialized (
      select (at - 1)::int as place, to_tsvector('english', words ->> 0) as title, to_tsvector('english', words ->> 1) as body
        from jsonb_array_elements(${JSON.stringify(passages.map(({ title, body }) => [title, body]))}::jsonb)
             with ordinality as given (words, at)
    ), search as materialized (
      select (at - 1)::int as place, to_tsquery('english', words) as wanted
        from jsonb_array_elements_text(${JSON.stringify(searches)}::jsonb) with ordinality as given (words, at)
    )
    select search.place as search, passage.place as passage, coalesce(passage.title @@ search.wanted, false) as "inTitle",
           numnode(search.wanted) = 0 as empty
      from search left join passage on passage.title @@ search.wanted or passage.body @@ search.wanted`.execute(db);
  return rows;
}
