-- People in bulk: carers of pupils, rounds of invitations, and leaving on a day.

-- Has whoever acts ever been given one of these, or been named to stand in for it? Gatepost itself passes. The day on
-- which it is held is asked by the program; this keeps everybody else away from the rows altogether.
create function app.was_given(wanted text[]) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select app.person() is null or exists (
    select from public.responsibility r
     where r.school_id = app.school() and (r.person_id = app.person() or r.deputy_id = app.person())
       and r.responsibility = any(wanted))
$$;
revoke all on function app.was_given(text[]) from public;
grant execute on function app.was_given(text[]) to gatepost_app;

-- Who is whose carer. One carer never learns of another: only those who may read carers reach these rows at all.
create table carer_link (
  school_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  carer_id uuid not null,
  relation text not null check (relation in
    ('mother', 'father', 'step-parent', 'grandparent', 'foster-carer', 'guardian', 'sibling', 'relative',
     'social-worker', 'other')),
  has_parental_responsibility boolean not null default false,
  -- nobody at the school writes to or rings this person about this pupil
  do_not_contact boolean not null default false,
  -- whom to reach first; null = nothing said
  contact_order int check (contact_order between 1 and 99),
  starts_on date not null,
  ends_on date,
  retention text not null default 'carer',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, id),
  foreign key (school_id, pupil_id) references person (school_id, id),
  foreign key (school_id, carer_id) references person (school_id, id),
  check (pupil_id <> carer_id)
);
select app.close('carer_link');
create policy compartment on carer_link as restrictive to gatepost_app
  using ((select app.was_given(array['headteacher', 'administrator', 'data-protection-lead', 'dsl', 'deputy-dsl'])));
grant select, insert, update on carer_link to gatepost_app;
create unique index carer_link_live on carer_link (school_id, pupil_id, carer_id) where ends_on is null;
create index carer_link_of_carer on carer_link (school_id, carer_id);

-- How a carer is reached. Apart from the directory, because colleagues read that; families may share an address.
create table carer_contact (
  school_id uuid not null,
  person_id uuid not null,
  email text not null default '',
  telephone text not null default '',
  retention text not null default 'carer',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, person_id),
  foreign key (school_id, person_id) references person (school_id, id)
);
select app.close('carer_contact');
create policy compartment on carer_contact as restrictive to gatepost_app
  using ((select app.was_given(array['headteacher', 'administrator', 'data-protection-lead', 'dsl', 'deputy-dsl'])));
grant select, insert, update on carer_contact to gatepost_app;

alter table list_import drop constraint list_import_kind_check;
alter table list_import add constraint list_import_kind_check check (kind in ('pupils', 'staff', 'carers'));

-- Many people invited at once: by mail, or on slips of paper that whoever asked cuts out and hands over.
create table invitation_round (
  school_id uuid not null,
  id uuid not null,
  way text not null check (way in ('mail', 'paper')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, asked_by) references person (school_id, id)
);
select app.close('invitation_round');
grant select, insert on invitation_round to gatepost_app;
create index invitation_round_by_time on invitation_round (school_id, asked_at desc, id);

create table invitation_item (
  school_id uuid not null,
  round_id uuid not null,
  -- the row of the round, in the order of names
  n int not null,
  person_id uuid not null,
  -- asked: mail makes the link and sends it · ready: to be printed · printed: shown once to whoever asked
  state text not null check (state in ('waiting', 'asked', 'ready', 'printed', 'refused')),
  problem text not null default '',
  remedy text not null default '',
  settled_at timestamptz,
  primary key (school_id, round_id, n),
  unique (school_id, round_id, person_id),
  foreign key (school_id, round_id) references invitation_round (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id)
);
select app.close('invitation_item');
grant select, insert, update on invitation_item to gatepost_app;
create index invitation_item_of on invitation_item (school_id, person_id);
create index invitation_item_open on invitation_item (school_id, round_id, n) where state in ('waiting', 'ready');

-- Somebody leaves on a day. What it ended is kept, so that it can be undone until that day is over.
create table leaving (
  school_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  last_day date not null,
  noted_by uuid,
  noted_at timestamptz not null,
  -- the last days that things had before: {"types": {"<id>": null}, "grants": {…}, "enrolment": null | "2026-…", "person": …}
  before jsonb not null,
  undone_by uuid,
  undone_at timestamptz,
  retention text not null default 'person',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id)
);
select app.close('leaving');
grant select, insert, update on leaving to gatepost_app;
create index leaving_of on leaving (school_id, person_id, noted_at);
create index leaving_by_day on leaving (school_id, last_day) where undone_at is null;
