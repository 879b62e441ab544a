-- Acknowledgement: who has read which text to its end, confirmed, signed or refused it, on a screen or on paper, and who was reminded.

-- Who leads whom: reminders that are not heard go there next.
alter table person add column line_manager_id uuid;
alter table person add foreign key (school_id, line_manager_id) references person (school_id, id);
alter table person add check (line_manager_id <> id);
create index person_line_manager on person (school_id, line_manager_id) where line_manager_id is not null;

-- Visitors whom the school enters, so that it is known who of them has signed. They never sign in.
alter table person_type drop constraint person_type_type_check;
alter table person_type add constraint person_type_type_check
  check (type in ('pupil', 'staff', 'supply', 'governor', 'volunteer', 'contractor', 'carer', 'visitor'));

create or replace function app.works_on(school uuid, person uuid, today date) returns boolean
  language sql stable set search_path = pg_catalog, public as $$
  select exists (select from public.person_type t
                  where t.school_id = school and t.person_id = person and t.type not in ('pupil', 'carer', 'visitor')
                    and t.starts_on <= today and (t.ends_on is null or t.ends_on >= today))
$$;

-- How far somebody has read a text, part after part. The text is a document, known by its SHA-256.
create table acknowledgement_reading (
  school_id uuid not null,
  person_id uuid not null,
  document_sha256 text not null,
  parts int not null check (parts > 0),
  -- so many parts were shown and turned, in their order
  turned int not null check (turned between 0 and parts),
  began_at timestamptz not null,
  ended_at timestamptz,
  primary key (school_id, person_id, document_sha256),
  foreign key (school_id, person_id) references person (school_id, id)
);
select app.close('acknowledgement_reading');
grant select, insert, update on acknowledgement_reading to gatepost_app;

-- Each time somebody answered the questions. Only how many were right: nobody is judged by a first try.
create table acknowledgement_answer (
  school_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  document_sha256 text not null,
  asked int not null check (asked > 0),
  right_answers int not null check (right_answers between 0 and asked),
  at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id)
);
select app.close('acknowledgement_answer');
grant select, insert on acknowledgement_answer to gatepost_app;
create index acknowledgement_answer_of on acknowledgement_answer (school_id, person_id, document_sha256);

-- A sheet of paper with signatures: a picture of it, cleaned and locked like every other file.
create table acknowledgement_paper (
  school_id uuid not null references school (id),
  id uuid not null,
  address text not null,
  sha256 text not null,
  content_type text not null,
  bytes int not null,
  added_by uuid not null,
  added_at timestamptz not null,
  retention text not null default 'signature',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, id),
  foreign key (school_id, added_by) references person (school_id, id)
);
select app.close('acknowledgement_paper');
grant select, insert on acknowledgement_paper to gatepost_app;

-- Confirmed or refused. Never changed and never removed: who refuses and then confirms has two rows.
create table acknowledgement (
  school_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  version_id uuid not null,
  document_sha256 text not null,
  -- the exact words that were confirmed or refused; kept beside those of signatures
  text_sha256 text not null,
  outcome text not null check (outcome in ('confirmed', 'refused')),
  kind text not null check (kind in ('read', 'quiz', 'signature')),
  -- why it was refused, in their own words
  reason text not null default '',
  -- the day on which it was done: on paper, an earlier one than the day of this row
  done_on date not null,
  at timestamptz not null,
  signature_id uuid,
  -- on paper: who recorded it, and the picture of the sheet
  recorded_by uuid,
  paper_id uuid,
  retention text not null default 'signature',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id),
  foreign key (school_id, version_id) references policy_version (school_id, id),
  foreign key (school_id, text_sha256) references signed_text (school_id, sha256),
  foreign key (school_id, signature_id) references signature (school_id, id),
  foreign key (school_id, recorded_by) references person (school_id, id),
  foreign key (school_id, paper_id) references acknowledgement_paper (school_id, id),
  check (outcome = 'confirmed' or reason <> '')
);
select app.close('acknowledgement');
grant select, insert on acknowledgement to gatepost_app;
create unique index acknowledgement_once on acknowledgement (school_id, person_id, version_id) where outcome = 'confirmed';
create index acknowledgement_by_version on acknowledgement (school_id, version_id);
create index acknowledgement_by_document on acknowledgement (document_sha256, person_id) where outcome = 'confirmed';

-- Each asking and each reminder, with those who were told beside the person.
create table acknowledgement_reminder (
  school_id uuid not null,
  person_id uuid not null,
  -- the version since which it is asked
  version_id uuid not null,
  -- 0 = asked for the first time
  n int not null check (n >= 0),
  at timestamptz not null,
  told_manager boolean not null default false,
  told_head boolean not null default false,
  primary key (school_id, person_id, version_id, n),
  foreign key (school_id, person_id) references person (school_id, id),
  foreign key (school_id, version_id) references policy_version (school_id, id)
);
select app.close('acknowledgement_reminder');
grant select, insert on acknowledgement_reminder to gatepost_app;
create index acknowledgement_reminder_by_version on acknowledgement_reminder (school_id, version_id, person_id, at);

-- The same human in another school of the trust, known by one login or one number of the trust: what they confirmed there of
-- the very same text counts here. It says nothing else of that school.
create function app.acknowledged_elsewhere(wanted text[]) returns table (
  person_id uuid, document_sha256 text, kind text, done_on date, school_name text)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select here.id, a.document_sha256, a.kind, a.done_on, there_school.name
    from public.school here_school
    join public.school there_school on there_school.trust_id = here_school.trust_id and there_school.id <> here_school.id
    join public.acknowledgement a on a.school_id = there_school.id and a.document_sha256 = any(wanted) and a.outcome = 'confirmed'
    join public.person there on there.school_id = a.school_id and there.id = a.person_id
    join public.person here on here.school_id = here_school.id
     and (here.login_id = there.login_id or here.trust_person_id = there.trust_person_id)
   where here_school.id = app.school()
$$;
revoke all on function app.acknowledged_elsewhere(text[]) from public;
grant execute on function app.acknowledged_elsewhere(text[]) to gatepost_app;
