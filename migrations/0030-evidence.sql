-- Evidence: what the sealed entries of a ledger come to, a day at a time, so that a page over a million entries adds up
-- some thousand rows. Nothing here is new: whoever doubts it reads the ledger, from which it is made as each seal is written.

-- One line an entry (with no clause), and one more for each clause that it names as its reason.
create table evidence_line (
  scope_id uuid not null,
  -- empty = the line of the entry itself
  clause text not null,
  action text not null,
  -- as the entry says; stopped = done, and what it did was to stop something (a draft blocked by a check, a post reopened)
  outcome text not null,
  -- the policy version that the entry names, else the one in force on that day; nil where there was none
  version uuid not null,
  -- when it happened, which may be before it was filed
  happened_at timestamptz not null,
  entry_id uuid not null,
  seal_n bigint not null,
  primary key (scope_id, clause, action, outcome, version, happened_at, entry_id)
);
select app.close('evidence_line', 'scope_id');
grant select on evidence_line to gatepost_app;

-- The same counted by day, in the school’s own zone.
create table evidence_day (
  scope_id uuid not null,
  day date not null,
  clause text not null,
  action text not null,
  outcome text not null,
  version uuid not null,
  n bigint not null,
  last_at timestamptz not null,
  primary key (scope_id, day, clause, action, outcome, version)
);
select app.close('evidence_day', 'scope_id');
grant select on evidence_day to gatepost_app;

-- The text of an entry as it can be asked; null where somebody has damaged it: verification says so, and sealing goes on.
create function app.entry_facts(body text) returns jsonb language plpgsql immutable parallel safe as $$
begin
  return case when jsonb_typeof(body::jsonb) = 'object' then body::jsonb end;
exception when others then
  return null;
end $$;

-- When that of which an entry tells happened: the day or the instant it names (`about.happened`), never after it was filed.
-- A day alone stands at its noon.
create function app.happened_at(facts jsonb, filed timestamptz, zone text) returns timestamptz language plpgsql stable parallel safe as $$
declare
  said text := facts #>> '{about,happened}';
begin
  if said is null then return filed; end if;
  return least(filed, case when length(said) = 10 then (said || ' 12:00')::timestamp at time zone zone else said::timestamptz end);
exception when others then
  return filed;
end $$;

-- Counts what one seal took; the sealer calls it in the transaction of the seal.
create function app.count_sealed(scope uuid, seal bigint, ids uuid[]) returns void
  language plpgsql set search_path = pg_catalog, public as $$
declare
  nil constant uuid := '00000000-0000-0000-0000-000000000000';
  zone text := coalesce((select s.zone from school s where s.id = scope), 'Europe/London');
begin
  with told as (
    select e.id, e.at, app.entry_facts(e.body) as facts
      from unnest(ids) as w(id) join entry e on e.scope_id = scope and e.id = w.id
  ), dated as (
    select id, facts, app.happened_at(facts, at, zone) as happened from told where facts is not null
  ), days as (
    select distinct (happened at time zone zone)::date as day from dated
  ), ruling as (
    select day, (
      select v.id from policy_version v
       where v.school_id = scope and v.effective_on <= day
         and not exists (select from policy_withdrawal w where w.school_id = scope and w.version_id = v.id)
       order by v.effective_on desc, v.n desc limit 1) as version
      from days
  ), lines as (
    insert into evidence_line (scope_id, clause, action, outcome, version, happened_at, entry_id, seal_n)
    select scope, c.clause, coalesce(d.facts ->> 'action', ''),
           case when d.facts #>> '{about,result}' in ('blocked', 'reopened') and d.facts ->> 'outcome' = 'done' then 'stopped'
                else coalesce(d.facts ->> 'outcome', '') end,
           case when d.facts ->> 'policy' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (d.facts ->> 'policy')::uuid
                else coalesce(r.version, nil) end,
           d.happened, d.id, seal
      from dated d
      join ruling r on r.day = (d.happened at time zone zone)::date
     cross join lateral (
       select '' union
       select jsonb_array_elements_text(
         case when jsonb_typeof(d.facts -> 'clauses') = 'array' then d.facts -> 'clauses' else '[]' end)) as c(clause)
    on conflict do nothing
    returning clause, action, outcome, version, happened_at
  )
  insert into evidence_day (scope_id, day, clause, action, outcome, version, n, last_at)
  select scope, (happened_at at time zone zone)::date, clause, action, outcome, version, count(*), max(happened_at)
    from lines group by 2, 3, 4, 5, 6
  on conflict (scope_id, day, clause, action, outcome, version)
  do update set n = evidence_day.n + excluded.n, last_at = greatest(evidence_day.last_at, excluded.last_at);
end $$;
revoke all on function app.count_sealed(uuid, bigint, uuid[]) from public;

-- What was sealed before there was this count.
do $$ begin perform app.count_sealed(scope_id, n, entry_ids) from seal order by scope_id, n; end $$;

-- The good that accounts do, as people read it where Gatepost cannot look: how many an account reached in a stretch of days.
create table reach_note (
  school_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  -- null = not read
  reached int check (reached >= 0),
  followers int check (followers >= 0),
  -- where the figures were read
  source text not null,
  noted_by uuid not null,
  noted_at timestamptz not null,
  retention text not null default 'report',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, id),
  foreign key (school_id, account_id) references account (school_id, id),
  foreign key (school_id, noted_by) references person (school_id, id)
);
select app.close('reach_note');
grant select, insert on reach_note to gatepost_app;
create index reach_note_by_account on reach_note (school_id, account_id, to_on desc, noted_at desc);

-- Whether what posts of an account were for has been reached, as somebody judged it on a day. The newest counts.
create table objective_note (
  school_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  objective text not null,
  outcome text not null check (outcome in ('met', 'partly', 'not-met')),
  -- by what it was judged
  words text not null,
  judged_on date not null,
  noted_by uuid not null,
  noted_at timestamptz not null,
  retention text not null default 'report',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, id),
  foreign key (school_id, account_id) references account (school_id, id),
  foreign key (school_id, noted_by) references person (school_id, id)
);
select app.close('objective_note');
grant select, insert on objective_note to gatepost_app;
create index objective_note_by_account on objective_note (school_id, account_id, judged_on desc, noted_at desc);

-- Which kinds of post serve teaching and learning, as the school has said. The newest counts.
create table teaching_choice (
  school_id uuid not null references school (id),
  id uuid not null,
  kinds text[] not null,
  chosen_by uuid not null,
  chosen_at timestamptz not null,
  retention text not null default 'report',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, id),
  foreign key (school_id, chosen_by) references person (school_id, id)
);
select app.close('teaching_choice');
grant select, insert on teaching_choice to gatepost_app;
create index teaching_choice_newest on teaching_choice (school_id, chosen_at desc);
