-- The register of official accounts, the catalogue of platforms, and authority over each account.

create table platform (
  school_id uuid not null references school (id),
  id uuid not null,
  -- stable word: facebook, x, instagram, noticeboard, … or the school's own
  key text not null,
  name text not null,
  kind text not null check (kind in
    ('social-network', 'photo-video', 'messaging', 'blog', 'wiki', 'forum', 'bulletin-board', 'own-site', 'other')),
  connector text not null check (connector in ('noticeboard', 'by-hand')),
  -- the longest a post may be, and how the platform counts; null = no limit known
  words_limit int check (words_limit > 0),
  counting text not null default 'characters' check (counting in ('characters', 'graphemes', 'weighted')),
  -- where a person begins a post by hand; {words} and {host} are filled in
  composer_url text not null default '',
  -- where its posts live, so that a link pasted back can be believed
  hosts text[] not null default '{}',
  -- where the limit was read, and when: limits change
  source text not null default '',
  checked_on date,
  retired_at timestamptz,
  primary key (school_id, id),
  unique (school_id, key)
);
select app.close('platform');
create policy published on platform for select to gatepost_visitor using (school_id = (select app.school()));
grant select, insert, update on platform to gatepost_app;
grant select (school_id, id, key, name, connector) on platform to gatepost_visitor;

create table account (
  school_id uuid not null,
  id uuid not null,
  platform_id uuid not null,
  name text not null,
  handle text not null default '',
  address text not null default '',
  purpose text not null,
  audience text not null,
  reach text not null check (reach in ('known-members', 'shared-interest', 'public')),
  -- may others comment?
  interaction text not null check (interaction in ('open', 'closed')),
  opened_on date not null,
  closed_on date,
  closed_reason text not null default '',
  created_at timestamptz not null,
  retention text not null default 'account',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, id),
  foreign key (school_id, platform_id) references platform (school_id, id)
);
select app.close('account');
create policy published on account for select to gatepost_visitor using (school_id = (select app.school()));
grant select, insert, update on account to gatepost_app;
grant select (school_id, id, platform_id, name, handle, address, purpose, closed_on) on account to gatepost_visitor;
create index account_of on account (school_id, platform_id);

-- Authority: a dated grant, never a join row. 'run' includes 'draft'.
create table authority (
  school_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  person_id uuid not null,
  scope text not null check (scope in ('draft', 'run')),
  granted_by uuid,
  granted_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, account_id) references account (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id)
);
select app.close('authority');
grant select, insert, update on authority to gatepost_app;
create unique index authority_live on authority (school_id, account_id, person_id, scope) where ended_at is null;
create index authority_of on authority (school_id, person_id) where ended_at is null;

-- Somebody asks for authority; whoever the policy names grants or declines it.
create table authority_request (
  school_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  person_id uuid not null,
  scope text not null check (scope in ('draft', 'run')),
  reason text not null default '',
  asked_at timestamptz not null,
  outcome text check (outcome in ('granted', 'declined')),
  settled_by uuid,
  settled_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, account_id) references account (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id)
);
select app.close('authority_request');
grant select, insert, update on authority_request to gatepost_app;
create unique index authority_request_open on authority_request (school_id, account_id, person_id, scope) where settled_at is null;
