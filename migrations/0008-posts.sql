-- Posts: post → version (frozen when sent) → words per account → delivery. Findings belong to a version.

create table post (
  school_id uuid not null references school (id),
  id uuid not null,
  state text not null check (state in
    ('draft', 'asking', 'waiting', 'approved', 'publishing', 'published', 'refused', 'expired', 'taken-down', 'discarded')),
  version_id uuid not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  -- an emergency post is looked at again the next day
  review_due_on date,
  reviewed_by uuid,
  reviewed_at timestamptz,
  retention text not null default 'post',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, id),
  foreign key (school_id, opened_by) references person (school_id, id)
);
select app.close('post');
grant select, insert, update on post to gatepost_app;
create index post_by_change on post (school_id, changed_at desc, id desc);
create index post_by_state on post (school_id, state, changed_at desc, id);

create table post_version (
  school_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  n int not null,
  -- counts saves while the version is open; a save must name the one it saw
  revision int not null default 1,
  words text not null default '',
  category text not null default '',
  objective text not null default '',
  -- what the category asks for: event date, closing date, contact, link …
  details jsonb not null default '{}',
  -- what the author states: searchable, no personal benefit, confirmer, basis, source, school device …
  statements jsonb not null default '{}',
  -- null = as soon as it is approved
  wanted_at timestamptz,
  emergency boolean not null default false,
  emergency_reason text not null default '',
  edited_by uuid not null,
  edited_at timestamptz not null,
  -- the checks that were run on this text
  outcome text check (outcome in ('clear', 'warn', 'review', 'block')),
  checked_sha256 text,
  checked_at timestamptz,
  policy_version_id uuid,
  -- when sent: frozen for ever, with the hash that an approval binds to
  frozen_at timestamptz,
  hash text,
  primary key (school_id, id),
  unique (school_id, post_id, n),
  foreign key (school_id, post_id) references post (school_id, id) deferrable initially deferred,
  foreign key (school_id, edited_by) references person (school_id, id)
);
select app.close('post_version');
grant select, insert, update on post_version to gatepost_app;

create table post_variant (
  school_id uuid not null,
  version_id uuid not null,
  account_id uuid not null,
  -- null = the same words as the post
  words text,
  primary key (school_id, version_id, account_id),
  foreign key (school_id, version_id) references post_version (school_id, id),
  foreign key (school_id, account_id) references account (school_id, id)
);
select app.close('post_variant');
grant select, insert, update, delete on post_variant to gatepost_app;
create index post_variant_by_account on post_variant (school_id, account_id);

create table post_picture (
  school_id uuid not null,
  version_id uuid not null,
  position int not null,
  media_id uuid not null,
  alt text not null default '',
  -- the author's word; the approver states it separately
  shows_children text not null check (shows_children in ('not-said', 'no', 'yes')),
  primary key (school_id, version_id, position),
  foreign key (school_id, version_id) references post_version (school_id, id),
  foreign key (school_id, media_id) references media (school_id, id)
);
select app.close('post_picture');
grant select, insert, update, delete on post_picture to gatepost_app;

-- Everyone who edited since the post was opened: none of them may approve it.
create table post_author (
  school_id uuid not null,
  post_id uuid not null,
  person_id uuid not null,
  first_at timestamptz not null,
  primary key (school_id, post_id, person_id),
  foreign key (school_id, post_id) references post (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id)
);
select app.close('post_author');
grant select, insert on post_author to gatepost_app;
create index post_author_of on post_author (school_id, person_id);

create table finding (
  school_id uuid not null,
  version_id uuid not null,
  n int not null,
  rule text not null,
  severity text not null check (severity in ('warn', 'review', 'block')),
  clauses text[] not null,
  source text not null check (source in ('policy', 'default')),
  -- 'words', an account's id, or 'picture-1' …
  part text not null,
  starts int not null,
  ends int not null,
  excerpt text not null,
  message text not null,
  remedy text not null,
  fixes text[] not null default '{}',
  decided_by_role text not null default '',
  contestable boolean not null default false,
  contested_by uuid,
  contested_reason text not null default '',
  primary key (school_id, version_id, n),
  foreign key (school_id, version_id) references post_version (school_id, id)
);
select app.close('finding');
grant select, insert, update, delete on finding to gatepost_app;

-- "This is somebody else": one finding on one text turned into a question for a named person.
create table contest (
  school_id uuid not null,
  post_id uuid not null,
  rule text not null,
  excerpt text not null,
  reason text not null,
  by_person uuid not null,
  at timestamptz not null,
  primary key (school_id, post_id, rule, excerpt),
  foreign key (school_id, post_id) references post (school_id, id),
  foreign key (school_id, by_person) references person (school_id, id)
);
select app.close('contest');
grant select, insert, update on contest to gatepost_app;

-- "I am unsure": asked of the person whom the policy names.
create table question (
  school_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  asked_by uuid not null,
  asked_of uuid not null,
  words text not null,
  asked_at timestamptz not null,
  answer text not null default '',
  answered_by uuid,
  answered_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, post_id) references post (school_id, id),
  foreign key (school_id, asked_by) references person (school_id, id),
  foreign key (school_id, asked_of) references person (school_id, id)
);
select app.close('question');
grant select, insert, update on question to gatepost_app;
create index question_of on question (school_id, asked_of) where answered_at is null;
create index question_by_post on question (school_id, post_id);

create table delivery (
  school_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  version_id uuid not null,
  account_id uuid not null,
  connector text not null,
  state text not null check (state in
    ('intended', 'begun', 'by-hand', 'published', 'refused', 'unknown', 'removal-asked', 'removed', 'cancelled')),
  -- exactly what goes out, and its SHA-256
  payload jsonb not null,
  payload_sha256 text not null,
  due_at timestamptz not null,
  attempts int not null default 0,
  begun_at timestamptz,
  settled_at timestamptz,
  settled_by uuid,
  permalink text not null default '',
  problem text not null default '',
  removal_reason text not null default '',
  removal_asked_by uuid,
  removal_asked_at timestamptz,
  removed_at timestamptz,
  removal_proof text not null default '',
  primary key (school_id, id),
  unique (school_id, version_id, account_id),
  foreign key (school_id, post_id) references post (school_id, id),
  foreign key (school_id, version_id) references post_version (school_id, id),
  foreign key (school_id, account_id) references account (school_id, id)
);
select app.close('delivery');
grant select, insert, update on delivery to gatepost_app;
create index delivery_of_post on delivery (school_id, post_id);
create index delivery_open on delivery (school_id, state, due_at) where state in ('intended', 'begun', 'by-hand', 'unknown', 'removal-asked');

-- What the school's own public page shows.
create table noticeboard_item (
  school_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  delivery_id uuid not null,
  words text not null,
  pictures jsonb not null default '[]',
  published_at timestamptz not null,
  removed_at timestamptz,
  removed_note text not null default '',
  primary key (school_id, id),
  unique (school_id, delivery_id),
  foreign key (school_id, account_id) references account (school_id, id),
  foreign key (school_id, delivery_id) references delivery (school_id, id)
);
select app.close('noticeboard_item');
create policy published on noticeboard_item for select to gatepost_visitor using (school_id = (select app.school()));
grant select, insert, update on noticeboard_item to gatepost_app;
grant select (school_id, id, account_id, words, pictures, published_at, removed_at, removed_note) on noticeboard_item to gatepost_visitor;
create index noticeboard_newest on noticeboard_item (school_id, account_id, published_at desc, id);

-- A picture is public while a notice that stands on the board shows it, and never once it was shut away.
create policy published on media for select to gatepost_visitor using (
  school_id = (select app.school()) and quarantined_at is null and exists (
    select from noticeboard_item i
     where i.school_id = media.school_id and i.removed_at is null
       and i.pictures @> jsonb_build_array(jsonb_build_object('mediaId', media.id::text))));
grant select (school_id, id, address, thumbnail_address, sha256, content_type, bytes, width, height, quarantined_at) on media to gatepost_visitor;
create index noticeboard_pictures on noticeboard_item using gin (pictures jsonb_path_ops);
