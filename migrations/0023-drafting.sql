-- Drafts of a policy: made of parts (clauses, settings, definitions …), each with a revision of its own, so that two people
-- can write at once; every edit is kept with what stood there before.

create table policy_draft (
  school_id uuid not null,
  id uuid not null,
  -- what people call this draft
  name text not null,
  state text not null default 'draft' check (state in ('draft', 'review', 'approved', 'adopted', 'discarded')),
  -- what it began as a copy of: the words for it, the version where it was one of the school's own, and the document itself
  begun_from text not null check (begun_from in ('version', 'model', 'file', 'text')),
  begun_words text not null,
  begun_version uuid,
  begun_document jsonb not null,
  begun_by uuid,
  begun_at timestamptz not null,
  -- what is new and why, for those who will ask
  change_note text not null default '',
  -- true: everybody is asked anew; false: only words were put right; null: nobody has said yet
  material boolean,
  material_reason text not null default '',
  -- SHA-256 over canonical JSON of the document, while it is decided on; null while it is written
  sent_sha256 text,
  -- counts every edit of any part
  edits int not null default 0,
  changed_by uuid,
  changed_at timestamptz not null,
  retention text not null default 'policy',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, id),
  foreign key (school_id, begun_version) references policy_version (school_id, id),
  foreign key (school_id, begun_by) references person (school_id, id),
  foreign key (school_id, changed_by) references person (school_id, id)
);
select app.close('policy_draft');
grant select, insert, update on policy_draft to gatepost_app;
create index policy_draft_by_time on policy_draft (school_id, changed_at desc);

create table policy_draft_part (
  school_id uuid not null,
  draft_id uuid not null,
  kind text not null check (kind in ('about', 'clause', 'setting', 'definition', 'linked', 'choice')),
  -- for ever the same: the id of a clause, of a setting, of a choice; a number of its own for the others
  key text not null,
  position int not null default 0,
  -- as it stands in the document; null where the draft says nothing (any more)
  content jsonb,
  -- what it said when it was taken out, so that it can be brought back
  taken_out jsonb,
  revision int not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (school_id, draft_id, kind, key),
  foreign key (school_id, draft_id) references policy_draft (school_id, id),
  foreign key (school_id, changed_by) references person (school_id, id)
);
select app.close('policy_draft_part');
grant select, insert, update on policy_draft_part to gatepost_app;
create index policy_draft_part_in_order on policy_draft_part (school_id, draft_id, kind, position);

-- Who changed what, when: never rewritten.
create table policy_draft_edit (
  school_id uuid not null,
  draft_id uuid not null,
  -- counts from 1 in its draft
  n int not null,
  kind text not null check (kind in ('about', 'clause', 'setting', 'definition', 'linked', 'choice')),
  key text not null,
  what text not null check (what in ('added', 'changed', 'moved', 'taken-out', 'brought-back')),
  before jsonb,
  after jsonb,
  edited_by uuid,
  edited_at timestamptz not null,
  retention text not null default 'policy',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, draft_id, n),
  foreign key (school_id, draft_id) references policy_draft (school_id, id),
  foreign key (school_id, edited_by) references person (school_id, id)
);
select app.close('policy_draft_edit');
grant select, insert on policy_draft_edit to gatepost_app;
create index policy_draft_edit_of_part on policy_draft_edit (school_id, draft_id, kind, key, n);

create table policy_draft_comment (
  school_id uuid not null,
  id uuid not null,
  draft_id uuid not null,
  -- the clause it is about; null = the whole draft
  clause_id text,
  words text not null,
  said_by uuid not null,
  said_at timestamptz not null,
  settled_by uuid,
  settled_at timestamptz,
  retention text not null default 'policy',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, id),
  foreign key (school_id, draft_id) references policy_draft (school_id, id),
  foreign key (school_id, said_by) references person (school_id, id),
  foreign key (school_id, settled_by) references person (school_id, id)
);
select app.close('policy_draft_comment');
grant select, insert, update on policy_draft_comment to gatepost_app;
create index policy_draft_comment_of on policy_draft_comment (school_id, draft_id, said_at);
