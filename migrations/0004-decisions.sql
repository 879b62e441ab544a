-- Decisions: who must decide, in what order, on exactly which bytes, and each vote.

create table decision (
  school_id uuid not null,
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  -- what is decided on: any change of it needs a new decision
  hash text not null,
  -- 'any' one of the approvers is enough, or 'all' of them
  rule text not null check (rule in ('any', 'all')),
  needs int not null default 1 check (needs >= 1),
  state text not null check (state in ('open', 'approved', 'sent-back', 'refused', 'expired', 'withdrawn', 'reopened')),
  policy_version_id uuid,
  clauses text[] not null default '{}',
  asked_by uuid not null,
  opened_at timestamptz not null,
  closes_at timestamptz,
  closed_at timestamptz,
  primary key (school_id, id)
);
select app.close('decision');
grant select, insert, update on decision to gatepost_app;
create index decision_of on decision (school_id, subject_kind, subject_id);
create unique index decision_one_open on decision (school_id, subject_kind, subject_id) where state = 'open';

create table decision_approver (
  school_id uuid not null,
  decision_id uuid not null,
  person_id uuid not null,
  position int not null,
  -- the responsibility that makes this person an approver
  because text not null,
  standing_in_for uuid,
  primary key (school_id, decision_id, person_id),
  foreign key (school_id, decision_id) references decision (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id)
);
select app.close('decision_approver');
grant select, insert, delete on decision_approver to gatepost_app;
create index decision_approver_of on decision_approver (school_id, person_id);

create table vote (
  school_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  person_id uuid not null,
  answer text not null check (answer in ('approve', 'send-back', 'refuse', 'take-back')),
  note text not null default '',
  -- the checklist and the statements made while deciding
  answers jsonb not null default '{}',
  hash text not null,
  at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, decision_id) references decision (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id)
);
select app.close('vote');
grant select, insert on vote to gatepost_app;
create index vote_of on vote (school_id, decision_id);
