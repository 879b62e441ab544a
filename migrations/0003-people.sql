-- People of a school: directory, types, responsibilities, absence, roll, name keys, invitations, tokens.

create table person (
  school_id uuid not null references school (id),
  id uuid not null,
  -- the same human in another school of the trust
  trust_person_id uuid,
  login_id uuid,
  first_name text not null,
  last_name text not null,
  preferred_name text not null default '',
  email text not null default '',
  job_title text not null default '',
  -- how this person signs a post, such as "Miss Raman, Kingfisher class"
  sign_off text not null default '',
  -- earlier names, [{"first": …, "last": …}]: they are found in a text and never shown
  former_names jsonb not null default '[]',
  created_at timestamptz not null,
  ended_on date,
  retention text not null default 'person',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, id)
);
select app.close('person');
grant select, insert, update on person to gatepost_app;
create unique index person_login on person (school_id, login_id) where login_id is not null;
create index person_by_login on person (login_id) where login_id is not null;
create index person_by_name on person (school_id, last_name, first_name, id);
create unique index person_email on person (school_id, lower(email)) where email <> '' and ended_on is null;

-- What somebody is to the school, with dates: one person may be several things.
create table person_type (
  school_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  type text not null check (type in ('pupil', 'staff', 'supply', 'governor', 'volunteer', 'contractor', 'carer')),
  starts_on date not null,
  ends_on date,
  primary key (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id)
);
select app.close('person_type');
grant select, insert, update on person_type to gatepost_app;
create index person_type_of on person_type (school_id, person_id);
create index person_type_by_type on person_type (school_id, type, person_id);

-- Named responsibilities: dated grants, each with a deputy for absence.
create table responsibility (
  school_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  responsibility text not null,
  starts_on date not null,
  ends_on date,
  deputy_id uuid,
  granted_by uuid,
  granted_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id),
  foreign key (school_id, deputy_id) references person (school_id, id)
);
select app.close('responsibility');
grant select, insert, update on responsibility to gatepost_app;
create index responsibility_of on responsibility (school_id, person_id);
create index responsibility_by on responsibility (school_id, responsibility);
create index responsibility_deputy on responsibility (school_id, deputy_id);

create table absence (
  school_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  primary key (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id)
);
select app.close('absence');
grant select, insert, update, delete on absence to gatepost_app;
create index absence_of on absence (school_id, person_id);

-- Where a pupil is on the roll.
create table enrolment (
  school_id uuid not null,
  person_id uuid not null,
  year_group text not null default '',
  class_name text not null default '',
  starts_on date not null,
  ends_on date,
  primary key (school_id, person_id),
  foreign key (school_id, person_id) references person (school_id, id)
);
select app.close('enrolment');
grant select, insert, update on enrolment to gatepost_app;
create index enrolment_by_class on enrolment (school_id, class_name);

create table external_id (
  school_id uuid not null,
  source text not null,
  external_id text not null,
  person_id uuid not null,
  primary key (school_id, source, external_id),
  foreign key (school_id, person_id) references person (school_id, id)
);
select app.close('external_id');
grant select, insert, update, delete on external_id to gatepost_app;

-- Every spelling by which a name on the roll or of staff is found in a text. Former names match but are never shown.
create table name_key (
  school_id uuid not null,
  key text not null,
  person_id uuid not null,
  former boolean not null default false,
  primary key (school_id, key, person_id),
  foreign key (school_id, person_id) references person (school_id, id)
);
select app.close('name_key');
grant select, insert, delete on name_key to gatepost_app;
create index name_key_of on name_key (school_id, person_id);

-- Each import of a class list or a staff list: when, by whom, and how much it changed.
create table list_import (
  school_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('pupils', 'staff')),
  covers text not null,
  imported_by uuid,
  at timestamptz not null,
  joined int not null,
  changed int not null,
  left_school int not null,
  primary key (school_id, id)
);
select app.close('list_import');
grant select, insert on list_import to gatepost_app;
create index list_import_by_time on list_import (school_id, kind, at);

-- A link handed to one person: to join, or to set a new password. Only its SHA-256 is kept.
create table invitation (
  school_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  purpose text not null check (purpose in ('join', 'recover')),
  token_sha256 text not null unique,
  created_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id)
);
select app.close('invitation');
grant select, insert, update on invitation to gatepost_app;
create index invitation_of on invitation (school_id, person_id);

create function app.invitation_by_token(hash text) returns table (school_id uuid, id uuid, purpose text) language sql stable security definer set search_path = pg_catalog, public as
  $$ select i.school_id, i.id, i.purpose from public.invitation i where i.token_sha256 = hash $$;
revoke all on function app.invitation_by_token(text) from public;
grant execute on function app.invitation_by_token(text) to gatepost_app;

-- Something a person is told inside Gatepost. Never a pupil's name, draft text or picture.
create table notice (
  school_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  about jsonb not null default '{}',
  at timestamptz not null,
  read_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id)
);
select app.close('notice');
grant select, insert, update on notice to gatepost_app;
create index notice_of on notice (school_id, person_id, at);

-- Personal access tokens: scopes, a last day, and only the SHA-256 of the secret.
create table access_token (
  school_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  name text not null,
  token_sha256 text not null unique,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id)
);
select app.close('access_token');
grant select, insert, update on access_token to gatepost_app;
create index access_token_of on access_token (school_id, person_id);
