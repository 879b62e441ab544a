-- The ground: roles, identity, installation, trusts, schools, the ledger, jobs, answers remembered by key.

-- gatepost_app      what every action runs as: sees one scope at a time, through row policies
-- gatepost_visitor  what the public pages run as: sees only what is published
-- gatepost_sign_in  logins, sessions and second factors; nothing else, and nobody else sees them
do $$ begin
  if not exists (select from pg_roles where rolname = 'gatepost_app') then create role gatepost_app nologin nobypassrls; end if;
  if not exists (select from pg_roles where rolname = 'gatepost_visitor') then create role gatepost_visitor nologin nobypassrls; end if;
  if not exists (select from pg_roles where rolname = 'gatepost_sign_in') then create role gatepost_sign_in nologin nobypassrls; end if;
end $$;
do $$ begin
  if current_setting('server_version_num')::int >= 160000 then
    execute format('grant gatepost_app, gatepost_visitor, gatepost_sign_in to %I with set true, inherit false', current_user);
  else
    execute format('grant gatepost_app, gatepost_visitor, gatepost_sign_in to %I', current_user);
  end if;
end $$;

create schema app;
grant usage on schema app, public to gatepost_app, gatepost_visitor;

-- The scope whose rows this transaction sees: a school, a trust or the installation. Null sees nothing.
create function app.school() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('app.school', true), '')::uuid $$;
-- The person acting, for restricted compartments.
create function app.person() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('app.person', true), '')::uuid $$;

-- Closes a table to every scope but its own. The owner (migrations, sealing, verification, backup) sees all.
create function app.close(what regclass, scope_column text default 'school_id') returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', what);
  execute format('alter table %s force row level security', what);
  execute format('create policy scope on %s to gatepost_app using (%I = (select app.school())) with check (%I = (select app.school()))', what, scope_column, scope_column);
  execute format('create policy house on %s to %I using (true) with check (true)', what, current_user);
end $$;

create table installation (
  id uuid primary key,
  created_at timestamptz not null,
  -- SHA-256 of the one-time set-up link; null once used
  setup_token_sha256 text,
  set_up_at timestamptz,
  -- chosen when set-up begins, so that a set-up begun twice makes one trust and one school
  trust_id uuid not null,
  first_school_id uuid not null
);
select app.close('installation', 'id');
grant select, update on installation to gatepost_app;

create table trust (
  id uuid primary key,
  name text not null,
  created_at timestamptz not null
);
select app.close('trust', 'id');
grant select, insert, update on trust to gatepost_app;

create table school (
  id uuid primary key,
  -- a trust's own rows live in its own tables; a school only says which trust it belongs to
  trust_id uuid references trust (id),
  name text not null,
  short_name text not null,
  -- the public address: /schools/<slug>
  slug text not null unique,
  division text not null check (division in ('england-and-wales', 'scotland', 'northern-ireland')),
  zone text not null default 'Europe/London',
  phase text not null default 'primary',
  address text not null default '',
  ethos text not null default '',
  website text not null default '',
  telephone text not null default '',
  email text not null default '',
  -- weekly hours: {"monday": {"opens": "08:45", "closes": "15:15"} | null, …}
  hours jsonb not null default '{}',
  -- roles and responsibilities that must use a second factor
  second_factor_roles text[] not null default '{}',
  created_at timestamptz not null,
  set_up_done_at timestamptz
);
select app.close('school', 'id');
create policy published on school for select to gatepost_visitor using (id = (select app.school()));
grant select, insert, update on school to gatepost_app;
grant select (id, name, short_name, slug, website, zone, ethos) on school to gatepost_visitor;

-- Which school a public address means; the one thing a visitor may ask without naming a scope.
create function app.school_by_slug(wanted text) returns uuid language sql stable security definer set search_path = pg_catalog, public as
  $$ select id from public.school where slug = wanted $$;
revoke all on function app.school_by_slug(text) from public;
grant execute on function app.school_by_slug(text) to gatepost_visitor, gatepost_app;

create table school_term (
  school_id uuid not null references school (id),
  id uuid not null,
  name text not null,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  primary key (school_id, id)
);
select app.close('school_term');
grant select, insert, update, delete on school_term to gatepost_app;

create table school_closure (
  school_id uuid not null references school (id),
  closed_on date not null,
  -- the last day of a longer closure; null = that day only
  closed_until date check (closed_until >= closed_on),
  reason text not null,
  primary key (school_id, closed_on)
);
select app.close('school_closure');
grant select, insert, update, delete on school_closure to gatepost_app;

-- What the school itself publishes: never flagged as somebody's personal details.
create table own_contact (
  school_id uuid not null references school (id),
  id uuid not null,
  kind text not null check (kind in ('email', 'telephone', 'address', 'site')),
  value text not null,
  primary key (school_id, id),
  unique (school_id, kind, value)
);
select app.close('own_contact');
grant select, insert, delete on own_contact to gatepost_app;

create table confidential_term (
  school_id uuid not null references school (id),
  id uuid not null,
  term text not null,
  reason text not null default '',
  primary key (school_id, id),
  unique (school_id, term)
);
select app.close('confidential_term');
grant select, insert, delete on confidential_term to gatepost_app;

create table link_domain (
  school_id uuid not null references school (id),
  id uuid not null,
  domain text not null,
  verdict text not null check (verdict in ('allowed', 'blocked')),
  primary key (school_id, id),
  unique (school_id, domain)
);
select app.close('link_domain');
grant select, insert, delete on link_domain to gatepost_app;

-- The ledger. One per scope (school, trust, installation): entries hold ids, clauses, outcomes and salted digests only.
create table entry (
  scope_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  -- the canonical JSON (RFC 8785) that was hashed, kept as text so that not one byte is reordered
  body text not null,
  sha256 text not null,
  primary key (scope_id, id)
);
select app.close('entry', 'scope_id');
grant select, insert on entry to gatepost_app;
create index entry_by_time on entry (scope_id, at, id);

create table entry_pending (
  scope_id uuid not null,
  entry_id uuid not null,
  at timestamptz not null,
  primary key (scope_id, entry_id)
);
select app.close('entry_pending', 'scope_id');
grant select, insert on entry_pending to gatepost_app;

create table seal (
  scope_id uuid not null,
  n bigint not null,
  at timestamptz not null,
  entry_ids uuid[] not null,
  entry_sha256s text[] not null,
  previous text not null,
  sha256 text not null,
  key_id text not null,
  signature text not null,
  primary key (scope_id, n)
);
select app.close('seal', 'scope_id');
grant select on seal to gatepost_app;

-- Names, words and excerpts that an entry's digest speaks of: can be erased, the entry stays true.
create table entry_detail (
  scope_id uuid not null,
  entry_id uuid not null,
  salt text not null,
  detail jsonb not null,
  retention text not null default 'audit',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (scope_id, entry_id)
);
select app.close('entry_detail', 'scope_id');
grant select, insert on entry_detail to gatepost_app;

-- Whom an entry is about, for subject access.
create table entry_subject (
  scope_id uuid not null,
  person_id uuid not null,
  entry_id uuid not null,
  primary key (scope_id, person_id, entry_id)
);
select app.close('entry_subject', 'scope_id');
grant select, insert on entry_subject to gatepost_app;

-- Keys of this installation: the public half in clear, the private half sealed with the master key.
create table signing_key (
  id text primary key,
  algorithm text not null check (algorithm = 'ed25519'),
  public_key text not null,
  private_key_box bytea not null,
  created_at timestamptz not null,
  retired_at timestamptz
);
alter table signing_key enable row level security;
alter table signing_key force row level security;
do $$ begin execute format('create policy house on signing_key to %I using (true) with check (true)', current_user); end $$;

-- The answer to a request that carries an idempotency key: asked twice, done once.
create table remembered_answer (
  scope_id uuid not null,
  actor text not null,
  key text not null,
  action text not null,
  input_sha256 text not null,
  answer jsonb,
  at timestamptz not null,
  primary key (scope_id, actor, key)
);
select app.close('remembered_answer', 'scope_id');
grant select, insert, update on remembered_answer to gatepost_app;
create index remembered_answer_by_time on remembered_answer (at);

-- Jobs: graphile-worker's functions are the owner's, so actions enqueue through this one door.
create function app.enqueue(task text, payload json, job_key text, run_at timestamptz, max_attempts int)
  returns void language plpgsql security definer set search_path = pg_catalog, graphile_worker as $$
begin
  perform graphile_worker.add_job(
    task, payload, queue_name => null, run_at => coalesce(run_at, now()), max_attempts => max_attempts, job_key => job_key);
end $$;
revoke all on function app.enqueue(text, json, text, timestamptz, int) from public;
grant execute on function app.enqueue(text, json, text, timestamptz, int) to gatepost_app;
