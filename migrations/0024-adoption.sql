-- Signatures on an exact text, and how a version of the policy is approved, signed and adopted.

-- Exact texts and documents that somebody has signed, each kept once under its SHA-256.
create table signed_text (
  school_id uuid not null references school (id),
  sha256 text not null,
  text text not null,
  first_at timestamptz not null,
  retention text not null default 'signatures',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, sha256)
);
select app.close('signed_text');
grant select, insert on signed_text to gatepost_app;

-- One person's signature on one thing. It can be added and never changed or taken away: no grant says otherwise.
create table signature (
  school_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- what signing it means: 'adoption', 'acknowledgement', 'departure', …
  purpose text not null,
  -- the adoption, the version, the departure … that it belongs to, and to no other
  subject_id uuid not null,
  -- the document as canonical JSON, and the exact text that was shown
  document_sha256 text not null,
  text_sha256 text not null,
  -- the role in which this person signed
  capacity text not null,
  typed_name text not null,
  -- what they were told that typing it means
  consent text not null,
  signed_at timestamptz not null,
  -- on paper: the day written there, who recorded it, and the scan
  signed_on date,
  recorded_by uuid,
  scan_sha256 text,
  salt text not null,
  -- SHA-256 over all of the above as canonical JSON; it stands in the ledger
  digest text not null,
  retention text not null default 'signatures',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, id),
  unique (school_id, purpose, subject_id, person_id),
  foreign key (school_id, person_id) references person (school_id, id),
  foreign key (school_id, recorded_by) references person (school_id, id),
  foreign key (school_id, document_sha256) references signed_text (school_id, sha256),
  foreign key (school_id, text_sha256) references signed_text (school_id, sha256),
  check ((signed_on is null) = (recorded_by is null) and (scan_sha256 is null or recorded_by is not null))
);
select app.close('signature');
grant select, insert on signature to gatepost_app;
create index signature_of on signature (school_id, person_id);
create index signature_recorded_by on signature (school_id, recorded_by);
create index signature_of_document on signature (school_id, document_sha256);
create index signature_of_text on signature (school_id, text_sha256);

-- The public half of a key that seals were signed with, for an export that anybody can verify.
create function app.public_signing_key(wanted text) returns text
  language sql stable security definer set search_path = pg_catalog, public as
  $$ select public_key from public.signing_key where id = wanted $$;
revoke all on function app.public_signing_key(text) from public;
grant execute on function app.public_signing_key(text) to gatepost_app;

-- Must everybody confirm it again? Said with its reason by whoever writes the version.
alter table policy_version add column material boolean not null default true;
alter table policy_version add column material_reason text not null default '';
-- one setting changed on its own asks nobody again, unless its author says so
update policy_version set material = false where changes is not null;

-- One draft on its way to being in force.
create table adoption (
  school_id uuid not null references school (id),
  id uuid not null,
  draft_id uuid not null,
  title text not null,
  -- exactly what is approved and signed: SHA-256 of the document as canonical JSON
  sha256 text not null,
  state text not null check (state in ('open', 'sent-back', 'refused', 'withdrawn', 'adopted')),
  -- what is new about it, and why
  reason text not null,
  material boolean not null,
  material_reason text not null,
  -- whose signatures bring it into force, in this order, and the clauses that say so: as on the day it was sent
  roles text[] not null,
  clauses text[] not null,
  sent_by uuid not null,
  sent_at timestamptz not null,
  closed_by uuid,
  closed_at timestamptz,
  closed_because text not null default '',
  version_id uuid,
  retention text not null default 'policy',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, id),
  foreign key (school_id, sent_by) references person (school_id, id),
  foreign key (school_id, version_id) references policy_version (school_id, id),
  check ((state = 'adopted') <= (version_id is not null))
);
select app.close('adoption');
grant select, insert, update on adoption to gatepost_app;
create unique index adoption_one_open on adoption (school_id, draft_id) where state = 'open';
create index adoption_by_time on adoption (school_id, sent_at desc);
create index adoption_sent_by on adoption (school_id, sent_by);
create index adoption_version on adoption (school_id, version_id);

-- Whose approval it needs, one after another.
create table adoption_step (
  school_id uuid not null,
  adoption_id uuid not null,
  position int not null,
  role text not null,
  -- 'person' = whoever holds the role decides; 'body' = a meeting decides
  kind text not null check (kind in ('person', 'body')),
  -- null until those before it have decided
  decision_id uuid,
  primary key (school_id, adoption_id, position),
  foreign key (school_id, adoption_id) references adoption (school_id, id),
  foreign key (school_id, decision_id) references decision (school_id, id)
);
select app.close('adoption_step');
grant select, insert, update on adoption_step to gatepost_app;
create index adoption_step_decision on adoption_step (school_id, decision_id);

-- What a body decided at a meeting, as its minutes say. Never rewritten.
create table adoption_meeting (
  school_id uuid not null,
  id uuid not null,
  adoption_id uuid not null,
  position int not null,
  body text not null check (body in ('governing-body', 'committee', 'trust-board')),
  name text not null,
  held_on date not null,
  present uuid[] not null,
  quorum int not null check (quorum >= 1),
  votes_for int not null check (votes_for >= 0),
  votes_against int not null check (votes_against >= 0),
  abstained int not null check (abstained >= 0),
  minute text not null,
  outcome text not null check (outcome in ('adopted', 'against', 'not-quorate')),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  retention text not null default 'policy',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, id),
  foreign key (school_id, adoption_id, position) references adoption_step (school_id, adoption_id, position),
  foreign key (school_id, recorded_by) references person (school_id, id)
);
select app.close('adoption_meeting');
grant select, insert on adoption_meeting to gatepost_app;
create index adoption_meeting_of on adoption_meeting (school_id, adoption_id, position);
create index adoption_meeting_recorded_by on adoption_meeting (school_id, recorded_by);
