-- Questions about the policy, answered and kept; notes beside clauses; departures from the policy, decided and never removed.

create table policy_question (
  school_id uuid not null references school (id),
  id uuid not null,
  -- null = nothing in the policy seemed to answer
  clause_id text,
  -- the version that was in force when it was asked; null = Gatepost's own policy
  policy_version_id uuid,
  words text not null,
  -- the role that the policy named as first contact
  goes_to text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  retention text not null default 'policy',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, id),
  foreign key (school_id, asked_by) references person (school_id, id),
  foreign key (school_id, policy_version_id) references policy_version (school_id, id)
);
select app.close('policy_question');
grant select, insert on policy_question to gatepost_app;
create index policy_question_of on policy_question (school_id, asked_by);
create index policy_question_by_day on policy_question (school_id, asked_at desc);

-- an answer stands as it was given; a better one is a further row
create table policy_answer (
  school_id uuid not null,
  id uuid not null,
  question_id uuid not null,
  words text not null,
  answered_by uuid not null,
  answered_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, question_id) references policy_question (school_id, id),
  foreign key (school_id, answered_by) references person (school_id, id)
);
select app.close('policy_answer');
grant select, insert on policy_answer to gatepost_app;
create index policy_answer_of on policy_answer (school_id, question_id, answered_at);

-- what staff read beside the clause, in words fit for all of them; who asked is not in it
create table clause_note (
  school_id uuid not null,
  id uuid not null,
  question_id uuid not null,
  clause_id text,
  words text not null,
  published_by uuid not null,
  published_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, question_id) references policy_question (school_id, id),
  foreign key (school_id, published_by) references person (school_id, id),
  foreign key (school_id, withdrawn_by) references person (school_id, id)
);
select app.close('clause_note');
grant select, insert, update (withdrawn_by, withdrawn_at) on clause_note to gatepost_app;
-- one note a question at a time
create unique index clause_note_standing on clause_note (school_id, question_id) where withdrawn_at is null;

create table departure (
  school_id uuid not null references school (id),
  id uuid not null,
  kind text not null check (kind in ('beforehand', 'afterwards')),
  clause_id text not null,
  policy_version_id uuid,
  happens_at timestamptz not null,
  -- asked beforehand: until which local date leave is asked for
  until_on date,
  action text not null,
  justification text not null,
  -- whose advice was taken; empty = nobody's
  advice text not null default '',
  opened_by uuid not null,
  opened_at timestamptz not null,
  -- null = waits for the decision
  outcome text check (outcome in ('accepted', 'questioned', 'referred', 'declined', 'withdrawn')),
  outcome_at timestamptz,
  -- to whom it was passed on; empty unless referred
  referred_to text not null default '',
  -- leave that was given ends after this local date by itself
  permitted_until date,
  retention text not null default 'policy',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, id),
  check ((kind = 'beforehand') = (until_on is not null)),
  foreign key (school_id, opened_by) references person (school_id, id),
  foreign key (school_id, policy_version_id) references policy_version (school_id, id)
);
select app.close('departure');
grant select, insert, update (outcome, outcome_at, referred_to, permitted_until) on departure to gatepost_app;
create index departure_of on departure (school_id, opened_by);
create index departure_by_day on departure (school_id, opened_at desc);

-- what was answered when a departure was questioned
create table departure_reply (
  school_id uuid not null,
  id uuid not null,
  departure_id uuid not null,
  words text not null,
  said_by uuid not null,
  said_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, departure_id) references departure (school_id, id),
  foreign key (school_id, said_by) references person (school_id, id)
);
select app.close('departure_reply');
grant select, insert on departure_reply to gatepost_app;
create index departure_reply_of on departure_reply (school_id, departure_id, said_at);
