-- How often somebody asked within a minute, counted over every process that serves pages. Unlogged: it slows guessing
-- down and is nobody's record, so a crash may forget it.
create unlogged table call_count (
  scope_id uuid not null,
  -- the actor as the ledger writes it: ids only
  who text not null,
  what text not null,
  -- minutes since 1970
  minute bigint not null,
  n int not null,
  primary key (scope_id, who, what, minute)
);
alter table call_count enable row level security;
alter table call_count force row level security;
do $$ begin execute format('create policy house on call_count to %I using (true) with check (true)', current_user); end $$;
create index call_count_by_minute on call_count (minute);
