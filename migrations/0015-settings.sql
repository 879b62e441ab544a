-- One setting changed on its own: such a version says which, several may begin on one day (the newest counts),
-- and a version whose day has not come can be taken back. Versions themselves are still never rewritten.

alter table policy_version drop constraint policy_version_school_id_effective_on_key;
-- the setting that this version changes; null = a whole policy was put in force
alter table policy_version add column changes text;
-- the same for every version that carries the same change: one that waits is written anew when what it builds on changes
alter table policy_version add column change_id uuid;
update policy_version set change_id = id;
alter table policy_version alter column change_id set not null;
create index policy_version_by_day on policy_version (school_id, effective_on desc, n desc);

create table policy_withdrawal (
  school_id uuid not null,
  version_id uuid not null,
  -- 'carried-over' = another version carries the same change, built on what is in force by then
  why text not null check (why in ('cancelled', 'carried-over')),
  -- null where it was done on the school's computer
  withdrawn_by uuid,
  withdrawn_at timestamptz not null,
  retention text not null default 'policy',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, version_id),
  foreign key (school_id, version_id) references policy_version (school_id, id)
);
select app.close('policy_withdrawal');
create policy published on policy_withdrawal for select to gatepost_visitor using (school_id = (select app.school()));
grant select, insert on policy_withdrawal to gatepost_app;
grant select on policy_withdrawal to gatepost_visitor;
