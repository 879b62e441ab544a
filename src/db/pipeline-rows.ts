// The statements of the pipeline itself: ledger entries, jobs, answers remembered by key.
import { sql } from 'kysely';
import type { Json } from '#kernel/canonical.ts';
import type { Db } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import type { Entry } from '#kernel/ledger.ts';
import type { EntryExtras, JobRequest, RememberedRequest } from '#kernel/unit.ts';

export async function appendEntry(db: Db, entry: Entry, extras: EntryExtras): Promise<void> {
  const { scopeId, id, at, body, sha256 } = entry;
  const written = [
    sql`with e as (insert into entry (scope_id, id, at, body, sha256) values (${scopeId}, ${id}, ${at}, ${body}, ${sha256}))
        insert into entry_pending (scope_id, entry_id, at) values (${scopeId}, ${id}, ${at})`.execute(db),
  ];
  if (extras.detail) {
    const { salt, value } = extras.detail;
    written.push(
      sql`insert into entry_detail (scope_id, entry_id, salt, detail)
          values (${scopeId}, ${id}, ${salt}, ${JSON.stringify(value)}::jsonb)`.execute(db),
    );
  }
  if (extras.people.length > 0) {
    written.push(
      sql`insert into entry_subject (scope_id, person_id, entry_id)
          select ${scopeId}::uuid, p, ${id}::uuid from unnest(${extras.people}::uuid[]) as p`.execute(db),
    );
  }
  await Promise.all(written);
}

export async function enqueueJob(db: Db, job: JobRequest): Promise<void> {
  await sql`select app.enqueue(${job.task}, ${JSON.stringify(job.payload)}::json, ${job.key}, ${job.at}::timestamptz, ${job.attempts}::int)`.execute(
    db,
  );
}

/** Claims the key, or gives the answer of the first time. A second claim waits for the first to commit. */
export async function rememberedAnswer(db: Db, request: RememberedRequest): Promise<{ answer: Json } | null> {
  const { scopeId, actor, key, action, inputSha256, at } = request;
  const claimed = await sql`insert into remembered_answer (scope_id, actor, key, action, input_sha256, at)
    values (${scopeId}, ${actor}, ${key}, ${action}, ${inputSha256}, ${at}) on conflict do nothing returning key`.execute(
    db,
  );
  if (claimed.rows.length > 0) return null;
  const found = await db
    .selectFrom('remembered_answer')
    .select(['action', 'input_sha256', 'answer'])
    .where('scope_id', '=', scopeId)
    .where('actor', '=', actor)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  if (found.action !== action || found.input_sha256 !== inputSha256) {
    throw fail.conflict({
      code: 'key-used',
      message: 'This idempotency key was used before, for something else.',
      remedy: 'Send a new key with a new request.',
    });
  }
  return { answer: found.answer as Json };
}

export async function rememberAnswer(db: Db, request: RememberedRequest, answer: Json): Promise<void> {
  await db
    .updateTable('remembered_answer')
    .set({ answer: JSON.stringify(answer) })
    .where('scope_id', '=', request.scopeId)
    .where('actor', '=', request.actor)
    .where('key', '=', request.key)
    .execute();
}
