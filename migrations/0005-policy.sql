-- The policies of a school: immutable versions, each in force from a local date; no two overlap.

create table policy_version (
  school_id uuid not null references school (id),
  id uuid not null,
  document_id text not null,
  n int not null,
  -- the document exactly as put in force, and its SHA-256 over canonical JSON
  document jsonb not null,
  sha256 text not null,
  -- 'set-up' = put in force by set-up, not yet adopted
  state text not null check (state in ('set-up', 'adopted')),
  effective_on date not null,
  reason text not null default '',
  put_by uuid,
  put_at timestamptz not null,
  retention text not null default 'policy',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, id),
  unique (school_id, n),
  -- one version a date: the latest date reached is the one in force, so two can never overlap
  unique (school_id, effective_on)
);
select app.close('policy_version');
create policy published on policy_version for select to gatepost_visitor using (school_id = (select app.school()));
grant select, insert on policy_version to gatepost_app;
grant select on policy_version to gatepost_visitor;
