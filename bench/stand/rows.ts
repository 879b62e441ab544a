// Many rows of the kinds that a database of ours mostly consists of: ledger entries, whom they are about, notices.
import type { Stand } from './school.ts';

/** @returns once they lie there as after an autovacuum */
export async function manyRows({ app, schoolId }: Stand, count: number): Promise<void> {
  const { owner } = app.database;
  const person = await owner.query<{ id: string }>('select id from person where school_id = $1 limit 1', [schoolId]);
  await owner.query(
    `with made as (
       insert into entry (scope_id, id, at, body, sha256)
       select $1, id, now(), json_build_object('about', json_build_object('post', gen_random_uuid(), 'version', gen_random_uuid()),
                'action', 'posts.save', 'actor', json_build_object('kind', 'person', 'person', $2::uuid, 'via', 'session'),
                'at', clock_timestamp(), 'clauses', json_build_array('4.' || n % 40), 'detail', encode(sha256(id::text::bytea), 'hex'),
                'id', id, 'outcome', 'done', 'policy', gen_random_uuid(), 'scope', $1::uuid, 'v', 1)::text,
              encode(sha256((id::text || n)::bytea), 'hex')
         from (select gen_random_uuid() as id, n from generate_series(1, $3::int) n) made returning id)
     insert into entry_subject (scope_id, person_id, entry_id) select $1, $2, id from made`,
    [schoolId, person.rows[0]!.id, count],
  );
  await owner.query('vacuum analyze');
  await owner.query('checkpoint');
}
