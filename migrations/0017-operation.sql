-- Operation: what the system administrators of the first school keep for the whole installation.

-- Is this the school that the installation was set up with? Its system administrators keep what there is once.
create function app.is_first_school(school uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as
  $$ select exists (select from public.installation where first_school_id = school) $$;
revoke all on function app.is_first_school(uuid) from public;
grant execute on function app.is_first_school(uuid) to gatepost_app;

-- When and where backups are made, and for whom they are locked. One row, of the first school.
create table backup_plan (
  school_id uuid primary key references school (id),
  -- HH:MM in the school's own zone; null = only when somebody asks
  daily_at text check (daily_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  -- absolute path of a folder of the machine; empty = backups/ in the data folder
  folder text not null default '',
  keep_daily int not null default 7 check (keep_daily between 1 and 90),
  keep_weekly int not null default 4 check (keep_weekly between 0 and 52),
  keep_monthly int not null default 6 check (keep_monthly between 0 and 120),
  -- public keys (age1…) whose holders can open a backup; none = backups are refused unless somebody says "plain"
  recipients text[] not null default '{}' check (cardinality(recipients) <= 5),
  set_at timestamptz not null
);
select app.close('backup_plan');
grant select, insert, update on backup_plan to gatepost_app;

-- One try at a backup, written down when it has ended.
create table backup (
  school_id uuid not null references school (id),
  id uuid not null,
  reason text not null check (reason in ('plan', 'asked', 'command')),
  started_at timestamptz not null,
  ended_at timestamptz not null check (ended_at >= started_at),
  outcome text not null check (outcome in ('good', 'failed')),
  -- where it lies; empty when there is none
  file text not null default '',
  bytes bigint not null default 0,
  tables int not null default 0,
  rows bigint not null default 0,
  files int not null default 0,
  -- files that the database names and that were not there
  files_missing int not null default 0,
  is_encrypted boolean not null default false,
  -- restored into a scratch database and compared
  is_tried boolean not null default false,
  -- why it failed and what to do, in words
  problem text not null default '',
  primary key (school_id, id)
);
select app.close('backup');
grant select, insert, delete on backup to gatepost_app;
create index backup_by_time on backup (school_id, started_at desc);
