-- What the policy rests on (linked policies, guidance and law, what is expected to change), its reviews, and how it is put into practice.

-- The documents that the policy is read with, of the school or of its trust.
create table linked_policy (
  school_id uuid not null references school (id),
  id uuid not null,
  kind text not null check (kind in ('safeguarding', 'online-safety', 'disciplinary', 'equal-opportunity', 'conduct', 'acceptable-use', 'e-mail', 'other')),
  title text not null,
  -- what the policy itself calls it, where that is another name
  named_as text not null default '',
  belongs_to text not null check (belongs_to in ('school', 'trust')),
  owner_id uuid,
  edition text not null,
  -- where it is: an address, or words
  place text not null,
  review_on date,
  checked_at timestamptz not null,
  checked_by uuid,
  entered_at timestamptz not null,
  -- the last day on which it counted
  ended_on date,
  retention text not null default 'policy',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, id),
  foreign key (school_id, owner_id) references person (school_id, id)
);
select app.close('linked_policy');
grant select, insert, update on linked_policy to gatepost_app;

-- Law and guidance. Gatepost brings editions of its own by key; a row stands here once a school has looked at one, or entered it.
create table guidance_edition (
  school_id uuid not null references school (id),
  key text not null,
  kind text not null check (kind in ('law', 'statutory-guidance', 'guidance', 'advice')),
  title text not null,
  named_as text not null default '',
  body text not null,
  edition text not null,
  section text not null default '',
  dated_on date,
  place text not null default '',
  -- the edition that took its place
  successor_key text,
  owner_id uuid,
  note text not null default '',
  checked_at timestamptz,
  checked_by uuid,
  -- the policy rests on it, as somebody said at this moment; it stands beside versions from then on
  cited_at timestamptz,
  retention text not null default 'policy',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, key),
  foreign key (school_id, owner_id) references person (school_id, id)
);
select app.close('guidance_edition');
grant select, insert, update on guidance_edition to gatepost_app;

-- Changes of the law that are expected: confirmed as still expected, or closed, at each review.
create table watch_item (
  school_id uuid not null references school (id),
  key text not null,
  title text not null,
  why text not null default '',
  expected text not null default '',
  looked_at timestamptz,
  looked_by uuid,
  closed_at timestamptz,
  outcome text not null default '',
  retention text not null default 'policy',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, key)
);
select app.close('watch_item');
grant select, insert, update on watch_item to gatepost_app;

-- What brings a review forward, with the day by which it is to be done.
create table review_trigger (
  school_id uuid not null references school (id),
  id uuid not null,
  cause text not null check (cause in ('statutory-change', 'internal-review', 'serious-incident', 'platform-change', 'other')),
  words text not null,
  due_on date not null,
  raised_by uuid,
  raised_at timestamptz not null,
  -- the review that took it up
  review_id uuid,
  retention text not null default 'policy',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, id)
);
select app.close('review_trigger');
grant select, insert, update on review_trigger to gatepost_app;

create table policy_review (
  school_id uuid not null references school (id),
  id uuid not null,
  -- the version that is reviewed
  version_id uuid not null,
  cause text not null check (cause in ('due', 'statutory-change', 'internal-review', 'serious-incident', 'platform-change', 'other')),
  words text not null default '',
  due_on date not null,
  -- who must sign off, as the policy said when it began
  roles text[] not null,
  clauses text[] not null default '{}',
  started_by uuid,
  started_at timestamptz not null,
  committee text not null default '',
  committee_members text not null default '',
  committee_meets_on date,
  committee_minute text not null default '',
  outcome text check (outcome in ('stays', 'new-draft')),
  outcome_words text not null default '',
  closed_by uuid,
  closed_at timestamptz,
  retention text not null default 'policy',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, id),
  foreign key (school_id, version_id) references policy_version (school_id, id)
);
select app.close('policy_review');
grant select, insert, update on policy_review to gatepost_app;
create unique index policy_review_one_open on policy_review (school_id) where closed_at is null;

create table review_sign_off (
  school_id uuid not null,
  review_id uuid not null,
  role text not null,
  person_id uuid not null,
  words text not null default '',
  signed_at timestamptz not null,
  primary key (school_id, review_id, role),
  foreign key (school_id, review_id) references policy_review (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id)
);
select app.close('review_sign_off');
grant select, insert on review_sign_off to gatepost_app;

-- That the governors were given the version, when, how and who.
create table review_share (
  school_id uuid not null,
  id uuid not null,
  review_id uuid not null,
  version_id uuid not null,
  shared_on date not null,
  -- people in the directory, told inside Gatepost as well
  people uuid[] not null default '{}',
  -- others, by name
  others text not null default '',
  how text not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, review_id) references policy_review (school_id, id),
  foreign key (school_id, version_id) references policy_version (school_id, id)
);
select app.close('review_share');
grant select, insert on review_share to gatepost_app;

-- What has to be done to put a version into practice, where somebody took it on or ticked it off by hand.
create table implementation_item (
  school_id uuid not null,
  version_id uuid not null,
  item text not null,
  owner_id uuid,
  done_at timestamptz,
  done_by uuid,
  note text not null default '',
  primary key (school_id, version_id, item),
  foreign key (school_id, version_id) references policy_version (school_id, id),
  foreign key (school_id, owner_id) references person (school_id, id)
);
select app.close('implementation_item');
grant select, insert, update on implementation_item to gatepost_app;

-- The headteacher's look at how the policy is kept, with the computing lead's word and the figures of that day.
create table implementation_review (
  school_id uuid not null,
  version_id uuid not null,
  consulted_by uuid,
  consulted_at timestamptz,
  consultation text not null default '',
  finding text not null default '',
  figures jsonb not null default '[]',
  closed_by uuid,
  closed_at timestamptz,
  retention text not null default 'policy',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, version_id),
  foreign key (school_id, version_id) references policy_version (school_id, id)
);
select app.close('implementation_review');
grant select, insert, update on implementation_review to gatepost_app;

-- Which reminder went out, so that none goes out twice.
create table policy_reminder (
  school_id uuid not null references school (id),
  key text not null,
  sent_at timestamptz not null,
  primary key (school_id, key)
);
select app.close('policy_reminder');
grant select, insert on policy_reminder to gatepost_app;

-- An address at which somebody's calendar program reads the dates of reviews; its secret is kept as a digest only.
create table calendar_feed (
  school_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  token_sha256 text not null unique,
  made_at timestamptz not null,
  revoked_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id)
);
select app.close('calendar_feed');
grant select, insert, update on calendar_feed to gatepost_app;

-- Whose feed an address is; nothing for one that was taken back, or whose holder has left.
create function app.calendar_feed_by_token(digest text, today date) returns table (school_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select f.school_id, f.id from public.calendar_feed f
    join public.person p on p.school_id = f.school_id and p.id = f.person_id
   where f.token_sha256 = digest and f.revoked_at is null and (p.ended_on is null or p.ended_on >= today)
$$;
revoke all on function app.calendar_feed_by_token(text, date) from public;
grant execute on function app.calendar_feed_by_token(text, date) to gatepost_app;
