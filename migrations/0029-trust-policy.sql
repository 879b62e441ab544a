-- A trust's own policy, what it has locked, who leads it, and the figures that its schools publish to it.
-- A trust's rows never point into a school's; a school reads of its trust only what is published to it, and changes nothing of it.

-- The trust of the school whose rows this transaction sees; null for a school without one.
create function app.trust() returns uuid language sql stable security definer set search_path = pg_catalog, public as
  $$ select trust_id from public.school where id = app.school() $$;
revoke all on function app.trust() from public;
grant execute on function app.trust() to gatepost_app, gatepost_visitor;

-- Its schools may know what their trust is called.
create policy of_its_schools on trust for select to gatepost_app using (id = (select app.trust()));

-- Logins that may act for the trust: a dated grant.
create table trust_lead (
  trust_id uuid not null references trust (id),
  id uuid not null,
  login_id uuid not null,
  name text not null,
  job_title text not null default '',
  -- null where it was done on the trust's computer
  named_by uuid,
  named_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  retention text not null default 'person',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (trust_id, id)
);
select app.close('trust_lead', 'trust_id');
grant select, insert on trust_lead to gatepost_app;
grant update (ended_by, ended_at) on trust_lead to gatepost_app;
create unique index trust_lead_now on trust_lead (trust_id, login_id) where ended_at is null;
create index trust_lead_by_login on trust_lead (login_id);

-- Which trusts a login acts for. Read afresh for every request.
create function app.trusts_of_login(login uuid) returns table (
  trust_id uuid, trust_name text, lead_id uuid, name text, job_title text)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select t.id, t.name, l.id, l.name, l.job_title
    from public.trust_lead l join public.trust t on t.id = l.trust_id
   where l.login_id = login and l.ended_at is null
   order by t.name, t.id
$$;
revoke all on function app.trusts_of_login(uuid) from public;
grant execute on function app.trusts_of_login(uuid) to gatepost_app;

-- The versions of a trust's policy, never rewritten: each begins on or after the day of the one before it, and of one day the newest counts.
create table trust_policy_version (
  trust_id uuid not null references trust (id),
  id uuid not null,
  n int not null,
  document_id text not null,
  document jsonb not null,
  sha256 text not null,
  effective_on date not null,
  reason text not null default '',
  -- the setting that was locked with another answer; null = a whole policy was put in force
  changes text,
  put_by uuid,
  put_at timestamptz not null,
  retention text not null default 'policy',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (trust_id, id),
  unique (trust_id, n)
);
select app.close('trust_policy_version', 'trust_id');
create policy of_its_schools on trust_policy_version for select to gatepost_app using (trust_id = (select app.trust()));
create policy published on trust_policy_version for select to gatepost_visitor using (trust_id = (select app.trust()));
grant select, insert on trust_policy_version to gatepost_app;
grant select on trust_policy_version to gatepost_visitor;
create index trust_policy_version_by_day on trust_policy_version (trust_id, effective_on desc, n desc);

-- A setting that schools may answer more strictly than their trust, and never less strictly.
create table trust_lock (
  trust_id uuid not null,
  id uuid not null,
  setting_id text not null,
  -- what the trust's policy answers: {"is": …, "overrides": [{"platform": …, "is": …}]}
  answer jsonb not null,
  -- clauses of the trust's policy
  clauses text[] not null,
  version_id uuid not null,
  effective_on date not null,
  -- from when a school that is looser has so many days: an earlier day than the one above where a lock only took another's place
  counts_from date not null,
  days int not null check (days between 0 and 365),
  reason text not null,
  set_by uuid,
  set_at timestamptz not null,
  -- the first day on which it holds no longer
  lifted_on date,
  lift_reason text not null default '',
  lifted_by uuid,
  lifted_at timestamptz,
  retention text not null default 'policy',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (trust_id, id),
  foreign key (trust_id, version_id) references trust_policy_version (trust_id, id),
  check (lifted_on >= effective_on)
);
select app.close('trust_lock', 'trust_id');
create policy of_its_schools on trust_lock for select to gatepost_app using (trust_id = (select app.trust()));
grant select, insert on trust_lock to gatepost_app;
grant update (lifted_on, lift_reason, lifted_by, lifted_at) on trust_lock to gatepost_app;
create index trust_lock_by_setting on trust_lock (trust_id, setting_id, effective_on);

-- What each school publishes to its trust: counts and versions, never a name of anybody.
create table trust_figure (
  trust_id uuid not null references trust (id),
  school_id uuid not null references school (id),
  -- what it is about: 'policy', 'acknowledgement', …
  name text not null,
  value jsonb not null,
  at timestamptz not null,
  primary key (trust_id, school_id, name)
);
select app.close('trust_figure', 'trust_id');
create policy of_its_schools on trust_figure to gatepost_app
  using (school_id = (select app.school()) and trust_id = (select app.trust()))
  with check (school_id = (select app.school()) and trust_id = (select app.trust()));
grant select, insert, update on trust_figure to gatepost_app;

-- That a school has seen what its trust has changed, up to a moment.
create table trust_change_seen (
  school_id uuid not null references school (id),
  id uuid not null,
  up_to timestamptz not null,
  seen_by uuid,
  seen_at timestamptz not null,
  retention text not null default 'policy',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, id),
  foreign key (school_id, seen_by) references person (school_id, id)
);
select app.close('trust_change_seen');
grant select, insert on trust_change_seen to gatepost_app;
create index trust_change_seen_by_time on trust_change_seen (school_id, up_to desc);
