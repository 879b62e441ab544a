-- Training: modules in editions, who is asked by when, what was completed, sessions, certificates, inductions, guidance that is
-- issued and read, sourced facts; and what people confirmed before they used an account. Whether something has expired is
-- computed, never stored.

-- A module that the school has changed, added or first completed. What Gatepost brings lies in the program until then.
create table training_module (
  school_id uuid not null references school (id),
  -- stable word: policy, runner-role, platform-facebook, … or the school's own
  id text not null check (id ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
  -- the newest edition; earlier ones stay
  edition int not null check (edition > 0),
  -- completions of editions before this one no longer count, since that day
  counts_from int not null default 1,
  counts_since date,
  -- of the school's own modules: nobody writes for an account before it is done
  needed_to_run boolean not null default false,
  -- months after which it is repeated; null = as the policy says
  repeat_months int check (repeat_months between 1 and 60),
  -- who is asked when something in it grows old
  owner_id uuid,
  retired_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, owner_id) references person (school_id, id)
);
select app.close('training_module');
grant select, insert, update on training_module to gatepost_app;

-- What an edition said, word for word: never changed, so that what was completed can always be read.
create table training_edition (
  school_id uuid not null,
  module_id text not null,
  n int not null check (n > 0),
  title text not null,
  summary text not null default '',
  -- headings, lists and paragraphs as people write them in a plain text
  words text not null,
  -- https addresses; empty = none
  video text not null default '',
  document text not null default '',
  -- [{"ask": …, "answers": […], "right": 0}]
  questions jsonb not null default '[]',
  -- per cent of the questions
  pass_mark int not null default 100 check (pass_mark between 1 and 100),
  sha256 text not null,
  -- what is new in it
  note text not null default '',
  -- null = as Gatepost brings it
  written_by uuid,
  written_at timestamptz not null,
  primary key (school_id, module_id, n),
  foreign key (school_id, module_id) references training_module (school_id, id)
);
select app.close('training_edition');
grant select, insert on training_edition to gatepost_app;

-- Who is to complete a module, and by when. Who belongs to a group is asked on the day.
create table training_assignment (
  school_id uuid not null references school (id),
  id uuid not null,
  module_id text not null,
  target_kind text not null check (target_kind in ('all', 'runners', 'type', 'responsibility', 'person')),
  -- the type, the responsibility or the person; empty for all and for runners
  target text not null default '',
  due_on date not null,
  given_by uuid,
  given_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, module_id) references training_module (school_id, id)
);
select app.close('training_assignment');
grant select, insert, update on training_assignment to gatepost_app;
create unique index training_assignment_live on training_assignment (school_id, module_id, target_kind, target) where ended_at is null;

-- A session that was taught: when, by whom, about what.
create table training_session (
  school_id uuid not null references school (id),
  id uuid not null,
  title text not null,
  held_on date not null,
  led_by text not null,
  module_ids text[] not null default '{}',
  -- what was said, and where the signed sheet lies
  notes text not null default '',
  sheet text not null default '',
  recorded_by uuid,
  recorded_at timestamptz not null,
  retention text not null default 'training',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, id)
);
select app.close('training_session');
grant select, insert on training_session to gatepost_app;

create table training_attendance (
  school_id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  primary key (school_id, session_id, person_id),
  foreign key (school_id, session_id) references training_session (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id)
);
select app.close('training_attendance');
grant select, insert on training_attendance to gatepost_app;

-- A certificate of somebody else's training. Its dates are what the paper says.
create table training_certificate (
  school_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  title text not null,
  issuer text not null,
  reference text not null default '',
  issued_on date not null,
  expires_on date check (expires_on > issued_on),
  -- the module that it stands for; null = none
  module_id text,
  recorded_by uuid,
  recorded_at timestamptz not null,
  retention text not null default 'training',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id)
);
select app.close('training_certificate');
grant select, insert on training_certificate to gatepost_app;
create index training_certificate_of on training_certificate (school_id, person_id);

-- Who completed which edition, how and on what day. Nothing here is ever changed.
create table training_completion (
  school_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  module_id text not null,
  edition int not null,
  how text not null check (how in ('read', 'quiz', 'session', 'certificate')),
  -- right answers in per cent; null where nothing was asked
  score int check (score between 0 and 100),
  completed_on date not null,
  -- what a certificate says of itself; everything else is computed
  stated_end date,
  session_id uuid,
  certificate_id uuid,
  recorded_by uuid,
  recorded_at timestamptz not null,
  retention text not null default 'training',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id),
  foreign key (school_id, module_id, edition) references training_edition (school_id, module_id, n),
  foreign key (school_id, session_id) references training_session (school_id, id),
  foreign key (school_id, certificate_id) references training_certificate (school_id, id)
);
select app.close('training_completion');
grant select, insert on training_completion to gatepost_app;
create index training_completion_of on training_completion (school_id, person_id, module_id, completed_on desc);
create index training_completion_by_module on training_completion (school_id, module_id, completed_on desc);

-- The induction of one person: a list that is ticked, each point with who held the talk and when.
create table training_induction (
  school_id uuid not null,
  person_id uuid not null,
  begun_by uuid,
  begun_at timestamptz not null,
  completed_by uuid,
  completed_at timestamptz,
  retention text not null default 'training',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, person_id),
  foreign key (school_id, person_id) references person (school_id, id)
);
select app.close('training_induction');
grant select, insert, update on training_induction to gatepost_app;

create table training_induction_point (
  school_id uuid not null,
  person_id uuid not null,
  point text not null,
  held_by text not null,
  held_on date not null,
  note text not null default '',
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (school_id, person_id, point),
  foreign key (school_id, person_id) references training_induction (school_id, person_id)
);
select app.close('training_induction_point');
grant select, insert, update on training_induction_point to gatepost_app;

-- Advice, update notes and reminders: short, issued to people, read by each.
create table training_guidance (
  school_id uuid not null references school (id),
  id text not null check (id ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
  kind text not null check (kind in ('advice', 'update', 'reminder')),
  title text not null,
  words text not null,
  target_kind text not null check (target_kind in ('all', 'runners', 'type', 'responsibility', 'person')),
  target text not null default '',
  every text not null check (every in ('once', 'term', 'year')),
  -- Gatepost issues it itself when it is due
  automatic boolean not null default false,
  -- the first day on which it can be late
  starts_on date not null,
  written_by uuid,
  written_at timestamptz not null,
  retired_at timestamptz,
  primary key (school_id, id)
);
select app.close('training_guidance');
grant select, insert, update on training_guidance to gatepost_app;

create table training_issue (
  school_id uuid not null,
  id uuid not null,
  guidance_id text not null,
  -- as it went out
  title text not null,
  words text not null,
  -- null = Gatepost itself
  issued_by uuid,
  issued_at timestamptz not null,
  issued_on date not null,
  primary key (school_id, id),
  foreign key (school_id, guidance_id) references training_guidance (school_id, id)
);
select app.close('training_issue');
grant select, insert on training_issue to gatepost_app;
create index training_issue_of on training_issue (school_id, guidance_id, issued_at desc);

create table training_delivery (
  school_id uuid not null,
  issue_id uuid not null,
  person_id uuid not null,
  delivered_at timestamptz not null,
  read_at timestamptz,
  retention text not null default 'training',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, issue_id, person_id),
  foreign key (school_id, issue_id) references training_issue (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id)
);
select app.close('training_delivery');
grant select, insert, update on training_delivery to gatepost_app;
create index training_delivery_unread on training_delivery (school_id, person_id) where read_at is null;

-- A figure that a module quotes: where it was read, of when it is, and when somebody looks again.
create table training_fact (
  school_id uuid not null references school (id),
  id uuid not null,
  module_id text not null,
  claim text not null,
  source text not null,
  address text not null default '',
  -- of when the figure is
  dated_on date not null,
  recheck_on date not null,
  owner_id uuid not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  -- when its owner was last asked to look again
  asked_at timestamptz,
  -- put aside when it was renewed or taken out
  ended_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, module_id) references training_module (school_id, id),
  foreign key (school_id, owner_id) references person (school_id, id)
);
select app.close('training_fact');
grant select, insert, update on training_fact to gatepost_app;
create index training_fact_live on training_fact (school_id, module_id) where ended_at is null;

-- What an account wants its authors to know before they write: shown to each of them, and confirmed.
alter table account add column rules text not null default '';

-- Somebody confirmed the rules of an account, or (without an account) the reminder whom they stand for.
create table account_confirmation (
  school_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  account_id uuid,
  -- SHA-256 of what was shown
  shown_sha256 text not null,
  confirmed_on date not null,
  confirmed_at timestamptz not null,
  retention text not null default 'training',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id),
  foreign key (school_id, account_id) references account (school_id, id)
);
select app.close('account_confirmation');
grant select, insert on account_confirmation to gatepost_app;
create index account_confirmation_of on account_confirmation (school_id, person_id, confirmed_on desc);
