-- What a system administrator sees and does: which processes run, what the queue holds, and how much room is taken.
-- The administrators of the first school see the whole installation; those of other schools only what is theirs.

-- A process of Gatepost that runs, as it last said of itself. It belongs to the machine and to no school: closed to
-- everybody but the owner, and read through the function below.
create table running_process (
  id uuid primary key,
  does text not null check (does in ('pages-and-jobs', 'pages', 'jobs')),
  gatepost text not null,
  node text not null,
  host text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  -- of the disk that holds the data folder
  disk_free bigint not null,
  disk_total bigint not null,
  -- of our own address; null where that is not https or could not be asked
  certificate_ends_at timestamptz,
  certificate_trouble text
);
alter table running_process enable row level security;
alter table running_process force row level security;
do $$ begin execute format('create policy house on running_process to %I using (true) with check (true)', current_user); end $$;

create function app.running_processes(seen_since timestamptz) returns setof running_process
  language sql stable security definer set search_path = pg_catalog, public as
  $$ select * from public.running_process where app.is_first_school(app.school()) and seen_at >= seen_since order by started_at $$;
revoke all on function app.running_processes(timestamptz) from public;
grant execute on function app.running_processes(timestamptz) to gatepost_app;

-- Null where it is not this school's to know.
create function app.sizes() returns table (
  database_bytes bigint, own_picture_bytes bigint, picture_bytes bigint, server_version text, schema_version text)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select case when app.is_first_school(app.school()) then pg_database_size(current_database()) end,
         (select coalesce(sum(m.bytes), 0) from public.media m where m.school_id = app.school()),
         case when app.is_first_school(app.school()) then (select coalesce(sum(m.bytes), 0) from public.media m) end,
         case when app.is_first_school(app.school()) then current_setting('server_version') end,
         case when app.is_first_school(app.school()) then (select max(s.name) from public.schema_migration s) end
$$;
revoke all on function app.sizes() from public;
grant execute on function app.sizes() to gatepost_app;

-- The queue, as much of it as is this school's to see. What went wrong in another school is not told: its words could be theirs.
create function app.jobs(now_at timestamptz) returns table (
  id bigint, task text, is_own boolean, state text, run_at timestamptz, attempts int, max_attempts int, last_error text)
  language sql stable security definer set search_path = pg_catalog, graphile_worker as $$
  with seen as (
    select j.*, t.identifier, coalesce(j.payload ->> 'scope' = app.school()::text, false) as own, not (j.payload::jsonb ? 'scope') as by_the_clock
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  )
  select s.id, s.identifier, s.own,
         case when s.locked_at is not null then 'running'
              when s.attempts >= s.max_attempts then 'failed'
              when s.last_error is not null then 'retrying'
              when s.run_at > now_at then 'planned'
              else 'waiting' end,
         s.run_at, s.attempts, s.max_attempts, case when s.own or s.by_the_clock then s.last_error end
    from seen s
   where s.own or app.is_first_school(app.school())
$$;
revoke all on function app.jobs(timestamptz) from public;
grant execute on function app.jobs(timestamptz) to gatepost_app;

-- Only what failed before is anybody's to touch: a post that waits for its hour must not go out sooner.
-- Each gives the name of the job, or null when there is none such, none of this school's, or it runs just now.
create function app.failed_job(job_id bigint) returns text language sql stable security definer set search_path = pg_catalog, graphile_worker as $$
  select t.identifier from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
   where j.id = job_id and j.locked_at is null and j.last_error is not null
     and (app.is_first_school(app.school()) or j.payload ->> 'scope' = app.school()::text)
$$;
revoke all on function app.failed_job(bigint) from public;

create function app.retry_job(job_id bigint) returns text language plpgsql security definer set search_path = pg_catalog, graphile_worker as $$
declare task text := app.failed_job(job_id);
begin
  if task is null then return null; end if;
  perform graphile_worker.reschedule_jobs(array[job_id], run_at => now(), attempts => 0);
  return task;
end $$;
revoke all on function app.retry_job(bigint) from public;
grant execute on function app.retry_job(bigint) to gatepost_app;

create function app.give_up_job(job_id bigint) returns text language plpgsql security definer set search_path = pg_catalog, graphile_worker as $$
declare task text := app.failed_job(job_id);
begin
  if task is null then return null; end if;
  perform graphile_worker.complete_jobs(array[job_id]);
  return task;
end $$;
revoke all on function app.give_up_job(bigint) from public;
grant execute on function app.give_up_job(bigint) to gatepost_app;
