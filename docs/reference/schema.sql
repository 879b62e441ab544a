-- Written by `npm run generate` from a database with all migrations run. Do not edit: add a migration.

create table public.absence (
  school_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  constraint absence_check CHECK ((ends_on >= starts_on)),
  constraint absence_pkey PRIMARY KEY (school_id, id),
  constraint absence_school_id_person_id_fkey FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id)
);
CREATE INDEX absence_of ON public.absence USING btree (school_id, person_id);
alter table public.absence enable row level security;
alter table public.absence force row level security;
create policy house on public.absence for all to current_user using (true) with check (true);
create policy scope on public.absence for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant delete, insert, select, update on public.absence to gatepost_app;

create table public.access_token (
  school_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  name text not null,
  token_sha256 text not null,
  scopes text[] not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint access_token_pkey PRIMARY KEY (school_id, id),
  constraint access_token_school_id_person_id_fkey FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id),
  constraint access_token_token_sha256_key UNIQUE (token_sha256)
);
CREATE INDEX access_token_of ON public.access_token USING btree (school_id, person_id);
alter table public.access_token enable row level security;
alter table public.access_token force row level security;
create policy house on public.access_token for all to current_user using (true) with check (true);
create policy scope on public.access_token for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.access_token to gatepost_app;

create table public.account (
  school_id uuid not null,
  id uuid not null,
  platform_id uuid not null,
  name text not null,
  handle text not null default ''::text,
  address text not null default ''::text,
  purpose text not null,
  audience text not null,
  reach text not null,
  interaction text not null,
  opened_on date not null,
  closed_on date,
  closed_reason text not null default ''::text,
  created_at timestamp with time zone not null,
  retention text not null default 'account'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  rules text not null default ''::text,
  constraint account_interaction_check CHECK ((interaction = ANY (ARRAY['open'::text, 'closed'::text]))),
  constraint account_pkey PRIMARY KEY (school_id, id),
  constraint account_reach_check CHECK ((reach = ANY (ARRAY['known-members'::text, 'shared-interest'::text, 'public'::text]))),
  constraint account_school_id_platform_id_fkey FOREIGN KEY (school_id, platform_id) REFERENCES platform(school_id, id)
);
CREATE INDEX account_of ON public.account USING btree (school_id, platform_id);
alter table public.account enable row level security;
alter table public.account force row level security;
create policy house on public.account for all to current_user using (true) with check (true);
create policy published on public.account for select to gatepost_visitor using ((school_id = ( SELECT app.school() AS school)));
create policy scope on public.account for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.account to gatepost_app;
grant select (school_id, id, platform_id, name, handle, address, purpose, closed_on) on public.account to gatepost_visitor;

create table public.account_confirmation (
  school_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  account_id uuid,
  shown_sha256 text not null,
  confirmed_on date not null,
  confirmed_at timestamp with time zone not null,
  retention text not null default 'training'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint account_confirmation_pkey PRIMARY KEY (school_id, id),
  constraint account_confirmation_school_id_account_id_fkey FOREIGN KEY (school_id, account_id) REFERENCES account(school_id, id),
  constraint account_confirmation_school_id_person_id_fkey FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id)
);
CREATE INDEX account_confirmation_of ON public.account_confirmation USING btree (school_id, person_id, confirmed_on DESC);
alter table public.account_confirmation enable row level security;
alter table public.account_confirmation force row level security;
create policy house on public.account_confirmation for all to current_user using (true) with check (true);
create policy scope on public.account_confirmation for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select on public.account_confirmation to gatepost_app;

create table public.acknowledgement (
  school_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  version_id uuid not null,
  document_sha256 text not null,
  text_sha256 text not null,
  outcome text not null,
  kind text not null,
  reason text not null default ''::text,
  done_on date not null,
  at timestamp with time zone not null,
  signature_id uuid,
  recorded_by uuid,
  paper_id uuid,
  retention text not null default 'signature'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint acknowledgement_check CHECK (((outcome = 'confirmed'::text) OR (reason <> ''::text))),
  constraint acknowledgement_kind_check CHECK ((kind = ANY (ARRAY['read'::text, 'quiz'::text, 'signature'::text]))),
  constraint acknowledgement_outcome_check CHECK ((outcome = ANY (ARRAY['confirmed'::text, 'refused'::text]))),
  constraint acknowledgement_pkey PRIMARY KEY (school_id, id),
  constraint acknowledgement_school_id_paper_id_fkey FOREIGN KEY (school_id, paper_id) REFERENCES acknowledgement_paper(school_id, id),
  constraint acknowledgement_school_id_person_id_fkey FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id),
  constraint acknowledgement_school_id_recorded_by_fkey FOREIGN KEY (school_id, recorded_by) REFERENCES person(school_id, id),
  constraint acknowledgement_school_id_signature_id_fkey FOREIGN KEY (school_id, signature_id) REFERENCES signature(school_id, id),
  constraint acknowledgement_school_id_text_sha256_fkey FOREIGN KEY (school_id, text_sha256) REFERENCES signed_text(school_id, sha256),
  constraint acknowledgement_school_id_version_id_fkey FOREIGN KEY (school_id, version_id) REFERENCES policy_version(school_id, id)
);
CREATE INDEX acknowledgement_by_document ON public.acknowledgement USING btree (document_sha256, person_id) WHERE (outcome = 'confirmed'::text);
CREATE INDEX acknowledgement_by_version ON public.acknowledgement USING btree (school_id, version_id);
CREATE UNIQUE INDEX acknowledgement_once ON public.acknowledgement USING btree (school_id, person_id, version_id, ((EXTRACT(year FROM done_on) - (((EXTRACT(month FROM done_on) < (9)::numeric))::integer)::numeric))) WHERE (outcome = 'confirmed'::text);
alter table public.acknowledgement enable row level security;
alter table public.acknowledgement force row level security;
create policy house on public.acknowledgement for all to current_user using (true) with check (true);
create policy scope on public.acknowledgement for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select on public.acknowledgement to gatepost_app;

create table public.acknowledgement_answer (
  school_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  document_sha256 text not null,
  asked integer not null,
  right_answers integer not null,
  at timestamp with time zone not null,
  constraint acknowledgement_answer_asked_check CHECK ((asked > 0)),
  constraint acknowledgement_answer_check CHECK (((right_answers >= 0) AND (right_answers <= asked))),
  constraint acknowledgement_answer_pkey PRIMARY KEY (school_id, id),
  constraint acknowledgement_answer_school_id_person_id_fkey FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id)
);
CREATE INDEX acknowledgement_answer_of ON public.acknowledgement_answer USING btree (school_id, person_id, document_sha256);
alter table public.acknowledgement_answer enable row level security;
alter table public.acknowledgement_answer force row level security;
create policy house on public.acknowledgement_answer for all to current_user using (true) with check (true);
create policy scope on public.acknowledgement_answer for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select on public.acknowledgement_answer to gatepost_app;

create table public.acknowledgement_paper (
  school_id uuid not null,
  id uuid not null,
  address text not null,
  sha256 text not null,
  content_type text not null,
  bytes integer not null,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  retention text not null default 'signature'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint acknowledgement_paper_pkey PRIMARY KEY (school_id, id),
  constraint acknowledgement_paper_school_id_added_by_fkey FOREIGN KEY (school_id, added_by) REFERENCES person(school_id, id),
  constraint acknowledgement_paper_school_id_fkey FOREIGN KEY (school_id) REFERENCES school(id)
);
alter table public.acknowledgement_paper enable row level security;
alter table public.acknowledgement_paper force row level security;
create policy house on public.acknowledgement_paper for all to current_user using (true) with check (true);
create policy scope on public.acknowledgement_paper for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select on public.acknowledgement_paper to gatepost_app;

create table public.acknowledgement_reading (
  school_id uuid not null,
  person_id uuid not null,
  document_sha256 text not null,
  parts integer not null,
  turned integer not null,
  began_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint acknowledgement_reading_check CHECK (((turned >= 0) AND (turned <= parts))),
  constraint acknowledgement_reading_parts_check CHECK ((parts > 0)),
  constraint acknowledgement_reading_pkey PRIMARY KEY (school_id, person_id, document_sha256),
  constraint acknowledgement_reading_school_id_person_id_fkey FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id)
);
alter table public.acknowledgement_reading enable row level security;
alter table public.acknowledgement_reading force row level security;
create policy house on public.acknowledgement_reading for all to current_user using (true) with check (true);
create policy scope on public.acknowledgement_reading for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.acknowledgement_reading to gatepost_app;

create table public.acknowledgement_reference (
  school_id uuid not null,
  person_id uuid not null,
  reference text not null,
  edition text not null,
  title text not null,
  text_sha256 text not null,
  confirmed_on date not null,
  confirmed_at timestamp with time zone not null,
  recorded_by uuid,
  retention text not null default 'signature'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint acknowledgement_reference_pkey PRIMARY KEY (school_id, person_id, reference, edition),
  constraint acknowledgement_reference_school_id_person_id_fkey FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id),
  constraint acknowledgement_reference_school_id_recorded_by_fkey FOREIGN KEY (school_id, recorded_by) REFERENCES person(school_id, id),
  constraint acknowledgement_reference_school_id_text_sha256_fkey FOREIGN KEY (school_id, text_sha256) REFERENCES signed_text(school_id, sha256)
);
alter table public.acknowledgement_reference enable row level security;
alter table public.acknowledgement_reference force row level security;
create policy house on public.acknowledgement_reference for all to current_user using (true) with check (true);
create policy scope on public.acknowledgement_reference for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select on public.acknowledgement_reference to gatepost_app;

create table public.acknowledgement_reminder (
  school_id uuid not null,
  person_id uuid not null,
  version_id uuid not null,
  n integer not null,
  at timestamp with time zone not null,
  told_manager boolean not null default false,
  told_head boolean not null default false,
  constraint acknowledgement_reminder_n_check CHECK ((n >= 0)),
  constraint acknowledgement_reminder_pkey PRIMARY KEY (school_id, person_id, version_id, n),
  constraint acknowledgement_reminder_school_id_person_id_fkey FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id),
  constraint acknowledgement_reminder_school_id_version_id_fkey FOREIGN KEY (school_id, version_id) REFERENCES policy_version(school_id, id)
);
CREATE INDEX acknowledgement_reminder_by_version ON public.acknowledgement_reminder USING btree (school_id, version_id, person_id, at);
alter table public.acknowledgement_reminder enable row level security;
alter table public.acknowledgement_reminder force row level security;
create policy house on public.acknowledgement_reminder for all to current_user using (true) with check (true);
create policy scope on public.acknowledgement_reminder for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select on public.acknowledgement_reminder to gatepost_app;

create table public.adoption (
  school_id uuid not null,
  id uuid not null,
  draft_id uuid not null,
  title text not null,
  sha256 text not null,
  state text not null,
  reason text not null,
  material boolean not null,
  material_reason text not null,
  roles text[] not null,
  clauses text[] not null,
  sent_by uuid not null,
  sent_at timestamp with time zone not null,
  closed_by uuid,
  closed_at timestamp with time zone,
  closed_because text not null default ''::text,
  version_id uuid,
  retention text not null default 'policy'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint adoption_check CHECK (((state = 'adopted'::text) <= (version_id IS NOT NULL))),
  constraint adoption_pkey PRIMARY KEY (school_id, id),
  constraint adoption_school_id_fkey FOREIGN KEY (school_id) REFERENCES school(id),
  constraint adoption_school_id_sent_by_fkey FOREIGN KEY (school_id, sent_by) REFERENCES person(school_id, id),
  constraint adoption_school_id_version_id_fkey FOREIGN KEY (school_id, version_id) REFERENCES policy_version(school_id, id),
  constraint adoption_state_check CHECK ((state = ANY (ARRAY['open'::text, 'sent-back'::text, 'refused'::text, 'withdrawn'::text, 'adopted'::text])))
);
CREATE INDEX adoption_by_time ON public.adoption USING btree (school_id, sent_at DESC);
CREATE UNIQUE INDEX adoption_one_open ON public.adoption USING btree (school_id, draft_id) WHERE (state = 'open'::text);
CREATE INDEX adoption_sent_by ON public.adoption USING btree (school_id, sent_by);
CREATE INDEX adoption_version ON public.adoption USING btree (school_id, version_id);
alter table public.adoption enable row level security;
alter table public.adoption force row level security;
create policy house on public.adoption for all to current_user using (true) with check (true);
create policy scope on public.adoption for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.adoption to gatepost_app;

create table public.adoption_meeting (
  school_id uuid not null,
  id uuid not null,
  adoption_id uuid not null,
  "position" integer not null,
  body text not null,
  name text not null,
  held_on date not null,
  present uuid[] not null,
  quorum integer not null,
  votes_for integer not null,
  votes_against integer not null,
  abstained integer not null,
  minute text not null,
  outcome text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  retention text not null default 'policy'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint adoption_meeting_abstained_check CHECK ((abstained >= 0)),
  constraint adoption_meeting_body_check CHECK ((body = ANY (ARRAY['governing-body'::text, 'committee'::text, 'trust-board'::text]))),
  constraint adoption_meeting_outcome_check CHECK ((outcome = ANY (ARRAY['adopted'::text, 'against'::text, 'not-quorate'::text]))),
  constraint adoption_meeting_pkey PRIMARY KEY (school_id, id),
  constraint adoption_meeting_quorum_check CHECK ((quorum >= 1)),
  constraint adoption_meeting_school_id_adoption_id_position_fkey FOREIGN KEY (school_id, adoption_id, "position") REFERENCES adoption_step(school_id, adoption_id, "position"),
  constraint adoption_meeting_school_id_recorded_by_fkey FOREIGN KEY (school_id, recorded_by) REFERENCES person(school_id, id),
  constraint adoption_meeting_votes_against_check CHECK ((votes_against >= 0)),
  constraint adoption_meeting_votes_for_check CHECK ((votes_for >= 0))
);
CREATE INDEX adoption_meeting_of ON public.adoption_meeting USING btree (school_id, adoption_id, "position");
CREATE INDEX adoption_meeting_recorded_by ON public.adoption_meeting USING btree (school_id, recorded_by);
alter table public.adoption_meeting enable row level security;
alter table public.adoption_meeting force row level security;
create policy house on public.adoption_meeting for all to current_user using (true) with check (true);
create policy scope on public.adoption_meeting for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select on public.adoption_meeting to gatepost_app;

create table public.adoption_step (
  school_id uuid not null,
  adoption_id uuid not null,
  "position" integer not null,
  role text not null,
  kind text not null,
  decision_id uuid,
  constraint adoption_step_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'body'::text]))),
  constraint adoption_step_pkey PRIMARY KEY (school_id, adoption_id, "position"),
  constraint adoption_step_school_id_adoption_id_fkey FOREIGN KEY (school_id, adoption_id) REFERENCES adoption(school_id, id),
  constraint adoption_step_school_id_decision_id_fkey FOREIGN KEY (school_id, decision_id) REFERENCES decision(school_id, id)
);
CREATE INDEX adoption_step_decision ON public.adoption_step USING btree (school_id, decision_id);
alter table public.adoption_step enable row level security;
alter table public.adoption_step force row level security;
create policy house on public.adoption_step for all to current_user using (true) with check (true);
create policy scope on public.adoption_step for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.adoption_step to gatepost_app;

create table public.authority (
  school_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  person_id uuid not null,
  scope text not null,
  granted_by uuid,
  granted_at timestamp with time zone not null,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint authority_pkey PRIMARY KEY (school_id, id),
  constraint authority_school_id_account_id_fkey FOREIGN KEY (school_id, account_id) REFERENCES account(school_id, id),
  constraint authority_school_id_person_id_fkey FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id),
  constraint authority_scope_check CHECK ((scope = ANY (ARRAY['draft'::text, 'run'::text])))
);
CREATE UNIQUE INDEX authority_live ON public.authority USING btree (school_id, account_id, person_id, scope) WHERE (ended_at IS NULL);
CREATE INDEX authority_of ON public.authority USING btree (school_id, person_id) WHERE (ended_at IS NULL);
alter table public.authority enable row level security;
alter table public.authority force row level security;
create policy house on public.authority for all to current_user using (true) with check (true);
create policy scope on public.authority for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.authority to gatepost_app;

create table public.authority_request (
  school_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  person_id uuid not null,
  scope text not null,
  reason text not null default ''::text,
  asked_at timestamp with time zone not null,
  outcome text,
  settled_by uuid,
  settled_at timestamp with time zone,
  constraint authority_request_outcome_check CHECK ((outcome = ANY (ARRAY['granted'::text, 'declined'::text]))),
  constraint authority_request_pkey PRIMARY KEY (school_id, id),
  constraint authority_request_school_id_account_id_fkey FOREIGN KEY (school_id, account_id) REFERENCES account(school_id, id),
  constraint authority_request_school_id_person_id_fkey FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id),
  constraint authority_request_scope_check CHECK ((scope = ANY (ARRAY['draft'::text, 'run'::text])))
);
CREATE UNIQUE INDEX authority_request_open ON public.authority_request USING btree (school_id, account_id, person_id, scope) WHERE (settled_at IS NULL);
alter table public.authority_request enable row level security;
alter table public.authority_request force row level security;
create policy house on public.authority_request for all to current_user using (true) with check (true);
create policy scope on public.authority_request for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.authority_request to gatepost_app;

create table public.backup (
  school_id uuid not null,
  id uuid not null,
  reason text not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone not null,
  outcome text not null,
  file text not null default ''::text,
  bytes bigint not null default 0,
  tables integer not null default 0,
  rows bigint not null default 0,
  files integer not null default 0,
  files_missing integer not null default 0,
  is_encrypted boolean not null default false,
  is_tried boolean not null default false,
  problem text not null default ''::text,
  constraint backup_check CHECK ((ended_at >= started_at)),
  constraint backup_outcome_check CHECK ((outcome = ANY (ARRAY['good'::text, 'failed'::text]))),
  constraint backup_pkey PRIMARY KEY (school_id, id),
  constraint backup_reason_check CHECK ((reason = ANY (ARRAY['plan'::text, 'asked'::text, 'command'::text]))),
  constraint backup_school_id_fkey FOREIGN KEY (school_id) REFERENCES school(id)
);
CREATE INDEX backup_by_time ON public.backup USING btree (school_id, started_at DESC);
alter table public.backup enable row level security;
alter table public.backup force row level security;
create policy house on public.backup for all to current_user using (true) with check (true);
create policy scope on public.backup for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant delete, insert, select on public.backup to gatepost_app;

create table public.backup_plan (
  school_id uuid not null,
  daily_at text,
  folder text not null default ''::text,
  keep_daily integer not null default 7,
  keep_weekly integer not null default 4,
  keep_monthly integer not null default 6,
  recipients text[] not null default '{}'::text[],
  set_at timestamp with time zone not null,
  constraint backup_plan_daily_at_check CHECK ((daily_at ~ '^([01]\d|2[0-3]):[0-5]\d$'::text)),
  constraint backup_plan_keep_daily_check CHECK (((keep_daily >= 1) AND (keep_daily <= 90))),
  constraint backup_plan_keep_monthly_check CHECK (((keep_monthly >= 0) AND (keep_monthly <= 120))),
  constraint backup_plan_keep_weekly_check CHECK (((keep_weekly >= 0) AND (keep_weekly <= 52))),
  constraint backup_plan_pkey PRIMARY KEY (school_id),
  constraint backup_plan_recipients_check CHECK ((cardinality(recipients) <= 5)),
  constraint backup_plan_school_id_fkey FOREIGN KEY (school_id) REFERENCES school(id)
);
alter table public.backup_plan enable row level security;
alter table public.backup_plan force row level security;
create policy house on public.backup_plan for all to current_user using (true) with check (true);
create policy scope on public.backup_plan for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.backup_plan to gatepost_app;

create table public.bank_holiday_list (
  school_id uuid not null,
  divisions jsonb not null,
  known_until date not null,
  read_at timestamp with time zone not null,
  constraint bank_holiday_list_pkey PRIMARY KEY (school_id),
  constraint bank_holiday_list_school_id_fkey FOREIGN KEY (school_id) REFERENCES school(id)
);
alter table public.bank_holiday_list enable row level security;
alter table public.bank_holiday_list force row level security;
create policy house on public.bank_holiday_list for all to current_user using (true) with check (true);
create policy scope on public.bank_holiday_list for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.bank_holiday_list to gatepost_app;

create table public.calendar_feed (
  school_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  token_sha256 text not null,
  made_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint calendar_feed_pkey PRIMARY KEY (school_id, id),
  constraint calendar_feed_school_id_person_id_fkey FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id),
  constraint calendar_feed_token_sha256_key UNIQUE (token_sha256)
);
alter table public.calendar_feed enable row level security;
alter table public.calendar_feed force row level security;
create policy house on public.calendar_feed for all to current_user using (true) with check (true);
create policy scope on public.calendar_feed for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.calendar_feed to gatepost_app;

create table public.calendar_line (
  school_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  starts_on date not null,
  ends_on date not null,
  event_key text,
  constraint calendar_line_check CHECK ((ends_on >= starts_on)),
  constraint calendar_line_kind_check CHECK ((kind = ANY (ARRAY['term'::text, 'holiday'::text, 'inset'::text, 'closure'::text]))),
  constraint calendar_line_pkey PRIMARY KEY (school_id, id),
  constraint calendar_line_school_id_event_key_key UNIQUE (school_id, event_key),
  constraint calendar_line_school_id_fkey FOREIGN KEY (school_id) REFERENCES school(id)
);
alter table public.calendar_line enable row level security;
alter table public.calendar_line force row level security;
create policy house on public.calendar_line for all to current_user using (true) with check (true);
create policy scope on public.calendar_line for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant delete, insert, select, update on public.calendar_line to gatepost_app;

create table public.calendar_source (
  school_id uuid not null,
  address text,
  asked_at timestamp with time zone,
  fetched_at timestamp with time zone,
  outcome text,
  problem text not null default ''::text,
  waiting bytea,
  waiting_name text not null default ''::text,
  waiting_since timestamp with time zone,
  choices jsonb not null default '{}'::jsonb,
  taken_at timestamp with time zone,
  constraint calendar_source_outcome_check CHECK ((outcome = ANY (ARRAY['same'::text, 'changed'::text, 'failed'::text]))),
  constraint calendar_source_pkey PRIMARY KEY (school_id),
  constraint calendar_source_school_id_fkey FOREIGN KEY (school_id) REFERENCES school(id)
);
alter table public.calendar_source enable row level security;
alter table public.calendar_source force row level security;
create policy house on public.calendar_source for all to current_user using (true) with check (true);
create policy scope on public.calendar_source for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.calendar_source to gatepost_app;

create table public.call_count (
  scope_id uuid not null,
  who text not null,
  what text not null,
  minute bigint not null,
  n integer not null,
  constraint call_count_pkey PRIMARY KEY (scope_id, who, what, minute)
);
CREATE INDEX call_count_by_minute ON public.call_count USING btree (minute);
alter table public.call_count enable row level security;
alter table public.call_count force row level security;
create policy house on public.call_count for all to current_user using (true) with check (true);

create table public.carer_contact (
  school_id uuid not null,
  person_id uuid not null,
  email text not null default ''::text,
  telephone text not null default ''::text,
  retention text not null default 'carer'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint carer_contact_pkey PRIMARY KEY (school_id, person_id),
  constraint carer_contact_school_id_person_id_fkey FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id)
);
alter table public.carer_contact enable row level security;
alter table public.carer_contact force row level security;
create policy compartment on public.carer_contact for all to gatepost_app using (( SELECT app.was_given(ARRAY['headteacher'::text, 'administrator'::text, 'data-protection-lead'::text, 'dsl'::text, 'deputy-dsl'::text]) AS was_given));
create policy house on public.carer_contact for all to current_user using (true) with check (true);
create policy scope on public.carer_contact for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.carer_contact to gatepost_app;

create table public.carer_link (
  school_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  carer_id uuid not null,
  relation text not null,
  has_parental_responsibility boolean not null default false,
  do_not_contact boolean not null default false,
  contact_order integer,
  starts_on date not null,
  ends_on date,
  retention text not null default 'carer'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint carer_link_check CHECK ((pupil_id <> carer_id)),
  constraint carer_link_contact_order_check CHECK (((contact_order >= 1) AND (contact_order <= 99))),
  constraint carer_link_pkey PRIMARY KEY (school_id, id),
  constraint carer_link_relation_check CHECK ((relation = ANY (ARRAY['mother'::text, 'father'::text, 'step-parent'::text, 'grandparent'::text, 'foster-carer'::text, 'guardian'::text, 'sibling'::text, 'relative'::text, 'social-worker'::text, 'other'::text]))),
  constraint carer_link_school_id_carer_id_fkey FOREIGN KEY (school_id, carer_id) REFERENCES person(school_id, id),
  constraint carer_link_school_id_pupil_id_fkey FOREIGN KEY (school_id, pupil_id) REFERENCES person(school_id, id)
);
CREATE UNIQUE INDEX carer_link_live ON public.carer_link USING btree (school_id, pupil_id, carer_id) WHERE (ends_on IS NULL);
CREATE INDEX carer_link_of_carer ON public.carer_link USING btree (school_id, carer_id);
alter table public.carer_link enable row level security;
alter table public.carer_link force row level security;
create policy compartment on public.carer_link for all to gatepost_app using (( SELECT app.was_given(ARRAY['headteacher'::text, 'administrator'::text, 'data-protection-lead'::text, 'dsl'::text, 'deputy-dsl'::text]) AS was_given));
create policy house on public.carer_link for all to current_user using (true) with check (true);
create policy scope on public.carer_link for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.carer_link to gatepost_app;

create table public.clause_note (
  school_id uuid not null,
  id uuid not null,
  question_id uuid not null,
  clause_id text,
  words text not null,
  published_by uuid not null,
  published_at timestamp with time zone not null,
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone,
  constraint clause_note_pkey PRIMARY KEY (school_id, id),
  constraint clause_note_school_id_published_by_fkey FOREIGN KEY (school_id, published_by) REFERENCES person(school_id, id),
  constraint clause_note_school_id_question_id_fkey FOREIGN KEY (school_id, question_id) REFERENCES policy_question(school_id, id),
  constraint clause_note_school_id_withdrawn_by_fkey FOREIGN KEY (school_id, withdrawn_by) REFERENCES person(school_id, id)
);
CREATE UNIQUE INDEX clause_note_standing ON public.clause_note USING btree (school_id, question_id) WHERE (withdrawn_at IS NULL);
alter table public.clause_note enable row level security;
alter table public.clause_note force row level security;
create policy house on public.clause_note for all to current_user using (true) with check (true);
create policy scope on public.clause_note for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select on public.clause_note to gatepost_app;
grant update (withdrawn_by, withdrawn_at) on public.clause_note to gatepost_app;

create table public.confidential_term (
  school_id uuid not null,
  id uuid not null,
  term text not null,
  reason text not null default ''::text,
  constraint confidential_term_pkey PRIMARY KEY (school_id, id),
  constraint confidential_term_school_id_fkey FOREIGN KEY (school_id) REFERENCES school(id),
  constraint confidential_term_school_id_term_key UNIQUE (school_id, term)
);
alter table public.confidential_term enable row level security;
alter table public.confidential_term force row level security;
create policy house on public.confidential_term for all to current_user using (true) with check (true);
create policy scope on public.confidential_term for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant delete, insert, select on public.confidential_term to gatepost_app;

create table public.contest (
  school_id uuid not null,
  post_id uuid not null,
  rule text not null,
  excerpt text not null,
  reason text not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  constraint contest_pkey PRIMARY KEY (school_id, post_id, rule, excerpt),
  constraint contest_school_id_by_person_fkey FOREIGN KEY (school_id, by_person) REFERENCES person(school_id, id),
  constraint contest_school_id_post_id_fkey FOREIGN KEY (school_id, post_id) REFERENCES post(school_id, id)
);
alter table public.contest enable row level security;
alter table public.contest force row level security;
create policy house on public.contest for all to current_user using (true) with check (true);
create policy scope on public.contest for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.contest to gatepost_app;

create table public.decision (
  school_id uuid not null,
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  hash text not null,
  rule text not null,
  needs integer not null default 1,
  state text not null,
  policy_version_id uuid,
  clauses text[] not null default '{}'::text[],
  asked_by uuid not null,
  opened_at timestamp with time zone not null,
  closes_at timestamp with time zone,
  closed_at timestamp with time zone,
  constraint decision_needs_check CHECK ((needs >= 1)),
  constraint decision_pkey PRIMARY KEY (school_id, id),
  constraint decision_rule_check CHECK ((rule = ANY (ARRAY['any'::text, 'all'::text]))),
  constraint decision_state_check CHECK ((state = ANY (ARRAY['open'::text, 'approved'::text, 'sent-back'::text, 'refused'::text, 'expired'::text, 'withdrawn'::text, 'reopened'::text])))
);
CREATE INDEX decision_of ON public.decision USING btree (school_id, subject_kind, subject_id);
CREATE UNIQUE INDEX decision_one_open ON public.decision USING btree (school_id, subject_kind, subject_id) WHERE (state = 'open'::text);
alter table public.decision enable row level security;
alter table public.decision force row level security;
create policy house on public.decision for all to current_user using (true) with check (true);
create policy scope on public.decision for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.decision to gatepost_app;

create table public.decision_approver (
  school_id uuid not null,
  decision_id uuid not null,
  person_id uuid not null,
  "position" integer not null,
  because text not null,
  standing_in_for uuid,
  constraint decision_approver_pkey PRIMARY KEY (school_id, decision_id, person_id),
  constraint decision_approver_school_id_decision_id_fkey FOREIGN KEY (school_id, decision_id) REFERENCES decision(school_id, id),
  constraint decision_approver_school_id_person_id_fkey FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id)
);
CREATE INDEX decision_approver_of ON public.decision_approver USING btree (school_id, person_id);
alter table public.decision_approver enable row level security;
alter table public.decision_approver force row level security;
create policy house on public.decision_approver for all to current_user using (true) with check (true);
create policy scope on public.decision_approver for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant delete, insert, select on public.decision_approver to gatepost_app;

create table public.delivery (
  school_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  version_id uuid not null,
  account_id uuid not null,
  connector text not null,
  state text not null,
  payload jsonb not null,
  payload_sha256 text not null,
  due_at timestamp with time zone not null,
  attempts integer not null default 0,
  begun_at timestamp with time zone,
  settled_at timestamp with time zone,
  settled_by uuid,
  permalink text not null default ''::text,
  problem text not null default ''::text,
  removal_reason text not null default ''::text,
  removal_asked_by uuid,
  removal_asked_at timestamp with time zone,
  removed_at timestamp with time zone,
  removal_proof text not null default ''::text,
  constraint delivery_pkey PRIMARY KEY (school_id, id),
  constraint delivery_school_id_account_id_fkey FOREIGN KEY (school_id, account_id) REFERENCES account(school_id, id),
  constraint delivery_school_id_post_id_fkey FOREIGN KEY (school_id, post_id) REFERENCES post(school_id, id),
  constraint delivery_school_id_version_id_account_id_key UNIQUE (school_id, version_id, account_id),
  constraint delivery_school_id_version_id_fkey FOREIGN KEY (school_id, version_id) REFERENCES post_version(school_id, id),
  constraint delivery_state_check CHECK ((state = ANY (ARRAY['intended'::text, 'begun'::text, 'by-hand'::text, 'published'::text, 'refused'::text, 'unknown'::text, 'removal-asked'::text, 'removed'::text, 'cancelled'::text])))
);
CREATE INDEX delivery_of_post ON public.delivery USING btree (school_id, post_id);
CREATE INDEX delivery_open ON public.delivery USING btree (school_id, state, due_at) WHERE (state = ANY (ARRAY['intended'::text, 'begun'::text, 'by-hand'::text, 'unknown'::text, 'removal-asked'::text]));
alter table public.delivery enable row level security;
alter table public.delivery force row level security;
create policy house on public.delivery for all to current_user using (true) with check (true);
create policy scope on public.delivery for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.delivery to gatepost_app;

create table public.departure (
  school_id uuid not null,
  id uuid not null,
  kind text not null,
  clause_id text not null,
  policy_version_id uuid,
  happens_at timestamp with time zone not null,
  until_on date,
  action text not null,
  justification text not null,
  advice text not null default ''::text,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  outcome text,
  outcome_at timestamp with time zone,
  referred_to text not null default ''::text,
  permitted_until date,
  retention text not null default 'policy'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint departure_check CHECK (((kind = 'beforehand'::text) = (until_on IS NOT NULL))),
  constraint departure_kind_check CHECK ((kind = ANY (ARRAY['beforehand'::text, 'afterwards'::text]))),
  constraint departure_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'questioned'::text, 'referred'::text, 'declined'::text, 'withdrawn'::text]))),
  constraint departure_pkey PRIMARY KEY (school_id, id),
  constraint departure_school_id_fkey FOREIGN KEY (school_id) REFERENCES school(id),
  constraint departure_school_id_opened_by_fkey FOREIGN KEY (school_id, opened_by) REFERENCES person(school_id, id),
  constraint departure_school_id_policy_version_id_fkey FOREIGN KEY (school_id, policy_version_id) REFERENCES policy_version(school_id, id)
);
CREATE INDEX departure_by_day ON public.departure USING btree (school_id, opened_at DESC);
CREATE INDEX departure_of ON public.departure USING btree (school_id, opened_by);
CREATE INDEX departure_unsettled ON public.departure USING btree (school_id, id) WHERE ((outcome IS NULL) OR (outcome = 'questioned'::text));
alter table public.departure enable row level security;
alter table public.departure force row level security;
create policy house on public.departure for all to current_user using (true) with check (true);
create policy scope on public.departure for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select on public.departure to gatepost_app;
grant update (outcome, outcome_at, referred_to, permitted_until) on public.departure to gatepost_app;

create table public.departure_reply (
  school_id uuid not null,
  id uuid not null,
  departure_id uuid not null,
  words text not null,
  said_by uuid not null,
  said_at timestamp with time zone not null,
  constraint departure_reply_pkey PRIMARY KEY (school_id, id),
  constraint departure_reply_school_id_departure_id_fkey FOREIGN KEY (school_id, departure_id) REFERENCES departure(school_id, id),
  constraint departure_reply_school_id_said_by_fkey FOREIGN KEY (school_id, said_by) REFERENCES person(school_id, id)
);
CREATE INDEX departure_reply_of ON public.departure_reply USING btree (school_id, departure_id, said_at);
alter table public.departure_reply enable row level security;
alter table public.departure_reply force row level security;
create policy house on public.departure_reply for all to current_user using (true) with check (true);
create policy scope on public.departure_reply for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select on public.departure_reply to gatepost_app;

create table public.enrolment (
  school_id uuid not null,
  person_id uuid not null,
  year_group text not null default ''::text,
  class_name text not null default ''::text,
  starts_on date not null,
  ends_on date,
  constraint enrolment_pkey PRIMARY KEY (school_id, person_id),
  constraint enrolment_school_id_person_id_fkey FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id)
);
CREATE INDEX enrolment_by_class ON public.enrolment USING btree (school_id, class_name);
alter table public.enrolment enable row level security;
alter table public.enrolment force row level security;
create policy house on public.enrolment for all to current_user using (true) with check (true);
create policy scope on public.enrolment for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.enrolment to gatepost_app;

create table public.entry (
  scope_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  body text not null,
  sha256 text not null,
  constraint entry_pkey PRIMARY KEY (scope_id, id)
);
CREATE INDEX entry_by_time ON public.entry USING btree (scope_id, at, id);
alter table public.entry enable row level security;
alter table public.entry force row level security;
create policy house on public.entry for all to current_user using (true) with check (true);
create policy scope on public.entry for all to gatepost_app using ((scope_id = ( SELECT app.school() AS school))) with check ((scope_id = ( SELECT app.school() AS school)));
grant insert, select on public.entry to gatepost_app;

create table public.entry_detail (
  scope_id uuid not null,
  entry_id uuid not null,
  salt text not null,
  detail jsonb not null,
  retention text not null default 'audit'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint entry_detail_pkey PRIMARY KEY (scope_id, entry_id)
);
alter table public.entry_detail enable row level security;
alter table public.entry_detail force row level security;
create policy house on public.entry_detail for all to current_user using (true) with check (true);
create policy scope on public.entry_detail for all to gatepost_app using ((scope_id = ( SELECT app.school() AS school))) with check ((scope_id = ( SELECT app.school() AS school)));
grant insert, select on public.entry_detail to gatepost_app;

create table public.entry_pending (
  scope_id uuid not null,
  entry_id uuid not null,
  at timestamp with time zone not null,
  constraint entry_pending_pkey PRIMARY KEY (scope_id, entry_id)
);
alter table public.entry_pending enable row level security;
alter table public.entry_pending force row level security;
create policy house on public.entry_pending for all to current_user using (true) with check (true);
create policy scope on public.entry_pending for all to gatepost_app using ((scope_id = ( SELECT app.school() AS school))) with check ((scope_id = ( SELECT app.school() AS school)));
grant insert, select on public.entry_pending to gatepost_app;

create table public.entry_subject (
  scope_id uuid not null,
  person_id uuid not null,
  entry_id uuid not null,
  constraint entry_subject_pkey PRIMARY KEY (scope_id, person_id, entry_id)
);
alter table public.entry_subject enable row level security;
alter table public.entry_subject force row level security;
create policy house on public.entry_subject for all to current_user using (true) with check (true);
create policy scope on public.entry_subject for all to gatepost_app using ((scope_id = ( SELECT app.school() AS school))) with check ((scope_id = ( SELECT app.school() AS school)));
grant insert, select on public.entry_subject to gatepost_app;

create table public.evidence_day (
  scope_id uuid not null,
  day date not null,
  clause text not null,
  action text not null,
  outcome text not null,
  version uuid not null,
  n bigint not null,
  last_at timestamp with time zone not null,
  constraint evidence_day_pkey PRIMARY KEY (scope_id, day, clause, action, outcome, version)
);
alter table public.evidence_day enable row level security;
alter table public.evidence_day force row level security;
create policy house on public.evidence_day for all to current_user using (true) with check (true);
create policy scope on public.evidence_day for all to gatepost_app using ((scope_id = ( SELECT app.school() AS school))) with check ((scope_id = ( SELECT app.school() AS school)));
grant select on public.evidence_day to gatepost_app;

create table public.evidence_line (
  scope_id uuid not null,
  clause text not null,
  action text not null,
  outcome text not null,
  version uuid not null,
  happened_at timestamp with time zone not null,
  entry_id uuid not null,
  seal_n bigint not null,
  constraint evidence_line_pkey PRIMARY KEY (scope_id, clause, action, outcome, version, happened_at, entry_id)
);
alter table public.evidence_line enable row level security;
alter table public.evidence_line force row level security;
create policy house on public.evidence_line for all to current_user using (true) with check (true);
create policy scope on public.evidence_line for all to gatepost_app using ((scope_id = ( SELECT app.school() AS school))) with check ((scope_id = ( SELECT app.school() AS school)));
grant select on public.evidence_line to gatepost_app;

create table public.external_id (
  school_id uuid not null,
  source text not null,
  external_id text not null,
  person_id uuid not null,
  constraint external_id_pkey PRIMARY KEY (school_id, source, external_id),
  constraint external_id_school_id_person_id_fkey FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id)
);
alter table public.external_id enable row level security;
alter table public.external_id force row level security;
create policy house on public.external_id for all to current_user using (true) with check (true);
create policy scope on public.external_id for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant delete, insert, select, update on public.external_id to gatepost_app;

create table public.finding (
  school_id uuid not null,
  version_id uuid not null,
  n integer not null,
  rule text not null,
  severity text not null,
  clauses text[] not null,
  source text not null,
  part text not null,
  starts integer not null,
  ends integer not null,
  excerpt text not null,
  message text not null,
  remedy text not null,
  fixes text[] not null default '{}'::text[],
  decided_by_role text not null default ''::text,
  contestable boolean not null default false,
  contested_by uuid,
  contested_reason text not null default ''::text,
  constraint finding_pkey PRIMARY KEY (school_id, version_id, n),
  constraint finding_school_id_version_id_fkey FOREIGN KEY (school_id, version_id) REFERENCES post_version(school_id, id),
  constraint finding_severity_check CHECK ((severity = ANY (ARRAY['warn'::text, 'review'::text, 'block'::text]))),
  constraint finding_source_check CHECK ((source = ANY (ARRAY['policy'::text, 'default'::text])))
);
alter table public.finding enable row level security;
alter table public.finding force row level security;
create policy house on public.finding for all to current_user using (true) with check (true);
create policy scope on public.finding for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant delete, insert, select, update on public.finding to gatepost_app;

create table public.guidance_edition (
  school_id uuid not null,
  key text not null,
  kind text not null,
  title text not null,
  named_as text not null default ''::text,
  body text not null,
  edition text not null,
  section text not null default ''::text,
  dated_on date,
  place text not null default ''::text,
  successor_key text,
  owner_id uuid,
  note text not null default ''::text,
  checked_at timestamp with time zone,
  checked_by uuid,
  cited_at timestamp with time zone,
  retention text not null default 'policy'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint guidance_edition_kind_check CHECK ((kind = ANY (ARRAY['law'::text, 'statutory-guidance'::text, 'guidance'::text, 'advice'::text]))),
  constraint guidance_edition_pkey PRIMARY KEY (school_id, key),
  constraint guidance_edition_school_id_fkey FOREIGN KEY (school_id) REFERENCES school(id),
  constraint guidance_edition_school_id_owner_id_fkey FOREIGN KEY (school_id, owner_id) REFERENCES person(school_id, id)
);
alter table public.guidance_edition enable row level security;
alter table public.guidance_edition force row level security;
create policy house on public.guidance_edition for all to current_user using (true) with check (true);
create policy scope on public.guidance_edition for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.guidance_edition to gatepost_app;

create table public.identity_provider (
  school_id uuid not null,
  id uuid not null,
  kind text not null,
  label text not null,
  issuer text not null default ''::text,
  client_id text not null default ''::text,
  secret_box bytea,
  secret_expires_on date,
  domains text[] not null default '{}'::text[],
  tenant text not null default ''::text,
  asks_second_step boolean not null default false,
  shared boolean not null default false,
  created_at timestamp with time zone not null,
  tried_at timestamp with time zone,
  tried_by uuid,
  trial jsonb,
  proven boolean not null default false,
  enabled boolean not null default false,
  constraint identity_provider_check CHECK (((NOT enabled) OR proven)),
  constraint identity_provider_kind_check CHECK ((kind = ANY (ARRAY['google'::text, 'microsoft'::text, 'other'::text]))),
  constraint identity_provider_pkey PRIMARY KEY (school_id, id),
  constraint identity_provider_school_id_fkey FOREIGN KEY (school_id) REFERENCES school(id),
  constraint identity_provider_school_id_tried_by_fkey FOREIGN KEY (school_id, tried_by) REFERENCES person(school_id, id)
);
CREATE INDEX identity_provider_by_id ON public.identity_provider USING btree (id);
CREATE INDEX identity_provider_tried_by ON public.identity_provider USING btree (school_id, tried_by);
alter table public.identity_provider enable row level security;
alter table public.identity_provider force row level security;
create policy house on public.identity_provider for all to current_user using (true) with check (true);
create policy scope on public.identity_provider for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant delete, insert, select, update on public.identity_provider to gatepost_app;

create table public.implementation_item (
  school_id uuid not null,
  version_id uuid not null,
  item text not null,
  owner_id uuid,
  done_at timestamp with time zone,
  done_by uuid,
  note text not null default ''::text,
  constraint implementation_item_pkey PRIMARY KEY (school_id, version_id, item),
  constraint implementation_item_school_id_owner_id_fkey FOREIGN KEY (school_id, owner_id) REFERENCES person(school_id, id),
  constraint implementation_item_school_id_version_id_fkey FOREIGN KEY (school_id, version_id) REFERENCES policy_version(school_id, id)
);
alter table public.implementation_item enable row level security;
alter table public.implementation_item force row level security;
create policy house on public.implementation_item for all to current_user using (true) with check (true);
create policy scope on public.implementation_item for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.implementation_item to gatepost_app;

create table public.implementation_review (
  school_id uuid not null,
  version_id uuid not null,
  consulted_by uuid,
  consulted_at timestamp with time zone,
  consultation text not null default ''::text,
  finding text not null default ''::text,
  figures jsonb not null default '[]'::jsonb,
  closed_by uuid,
  closed_at timestamp with time zone,
  retention text not null default 'policy'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint implementation_review_pkey PRIMARY KEY (school_id, version_id),
  constraint implementation_review_school_id_version_id_fkey FOREIGN KEY (school_id, version_id) REFERENCES policy_version(school_id, id)
);
alter table public.implementation_review enable row level security;
alter table public.implementation_review force row level security;
create policy house on public.implementation_review for all to current_user using (true) with check (true);
create policy scope on public.implementation_review for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.implementation_review to gatepost_app;

create table public.installation (
  id uuid not null,
  created_at timestamp with time zone not null,
  setup_token_sha256 text,
  set_up_at timestamp with time zone,
  trust_id uuid not null,
  first_school_id uuid not null,
  constraint installation_pkey PRIMARY KEY (id)
);
alter table public.installation enable row level security;
alter table public.installation force row level security;
create policy house on public.installation for all to current_user using (true) with check (true);
create policy scope on public.installation for all to gatepost_app using ((id = ( SELECT app.school() AS school))) with check ((id = ( SELECT app.school() AS school)));
grant select, update on public.installation to gatepost_app;

create table public.invitation (
  school_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  purpose text not null,
  token_sha256 text not null,
  created_by uuid,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  self_asked boolean not null default false,
  constraint invitation_pkey PRIMARY KEY (school_id, id),
  constraint invitation_purpose_check CHECK ((purpose = ANY (ARRAY['join'::text, 'recover'::text]))),
  constraint invitation_school_id_person_id_fkey FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id),
  constraint invitation_token_sha256_key UNIQUE (token_sha256)
);
CREATE INDEX invitation_of ON public.invitation USING btree (school_id, person_id);
alter table public.invitation enable row level security;
alter table public.invitation force row level security;
create policy house on public.invitation for all to current_user using (true) with check (true);
create policy scope on public.invitation for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.invitation to gatepost_app;

create table public.invitation_item (
  school_id uuid not null,
  round_id uuid not null,
  n integer not null,
  person_id uuid not null,
  state text not null,
  problem text not null default ''::text,
  remedy text not null default ''::text,
  settled_at timestamp with time zone,
  constraint invitation_item_pkey PRIMARY KEY (school_id, round_id, n),
  constraint invitation_item_school_id_person_id_fkey FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id),
  constraint invitation_item_school_id_round_id_fkey FOREIGN KEY (school_id, round_id) REFERENCES invitation_round(school_id, id),
  constraint invitation_item_school_id_round_id_person_id_key UNIQUE (school_id, round_id, person_id),
  constraint invitation_item_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'asked'::text, 'ready'::text, 'printed'::text, 'refused'::text])))
);
CREATE INDEX invitation_item_of ON public.invitation_item USING btree (school_id, person_id);
CREATE INDEX invitation_item_open ON public.invitation_item USING btree (school_id, round_id, n) WHERE (state = ANY (ARRAY['waiting'::text, 'ready'::text]));
alter table public.invitation_item enable row level security;
alter table public.invitation_item force row level security;
create policy house on public.invitation_item for all to current_user using (true) with check (true);
create policy scope on public.invitation_item for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.invitation_item to gatepost_app;

create table public.invitation_round (
  school_id uuid not null,
  id uuid not null,
  way text not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  constraint invitation_round_pkey PRIMARY KEY (school_id, id),
  constraint invitation_round_school_id_asked_by_fkey FOREIGN KEY (school_id, asked_by) REFERENCES person(school_id, id),
  constraint invitation_round_way_check CHECK ((way = ANY (ARRAY['mail'::text, 'paper'::text])))
);
CREATE INDEX invitation_round_by_time ON public.invitation_round USING btree (school_id, asked_at DESC, id);
alter table public.invitation_round enable row level security;
alter table public.invitation_round force row level security;
create policy house on public.invitation_round for all to current_user using (true) with check (true);
create policy scope on public.invitation_round for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select on public.invitation_round to gatepost_app;

create table public.leaving (
  school_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  last_day date not null,
  noted_by uuid,
  noted_at timestamp with time zone not null,
  before jsonb not null,
  undone_by uuid,
  undone_at timestamp with time zone,
  retention text not null default 'person'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint leaving_pkey PRIMARY KEY (school_id, id),
  constraint leaving_school_id_person_id_fkey FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id)
);
CREATE INDEX leaving_by_day ON public.leaving USING btree (school_id, last_day) WHERE (undone_at IS NULL);
CREATE INDEX leaving_of ON public.leaving USING btree (school_id, person_id, noted_at);
alter table public.leaving enable row level security;
alter table public.leaving force row level security;
create policy house on public.leaving for all to current_user using (true) with check (true);
create policy scope on public.leaving for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.leaving to gatepost_app;

create table public.link_domain (
  school_id uuid not null,
  id uuid not null,
  domain text not null,
  verdict text not null,
  constraint link_domain_pkey PRIMARY KEY (school_id, id),
  constraint link_domain_school_id_domain_key UNIQUE (school_id, domain),
  constraint link_domain_school_id_fkey FOREIGN KEY (school_id) REFERENCES school(id),
  constraint link_domain_verdict_check CHECK ((verdict = ANY (ARRAY['allowed'::text, 'blocked'::text])))
);
alter table public.link_domain enable row level security;
alter table public.link_domain force row level security;
create policy house on public.link_domain for all to current_user using (true) with check (true);
create policy scope on public.link_domain for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant delete, insert, select on public.link_domain to gatepost_app;

create table public.linked_policy (
  school_id uuid not null,
  id uuid not null,
  kind text not null,
  title text not null,
  named_as text not null default ''::text,
  belongs_to text not null,
  owner_id uuid,
  edition text not null,
  place text not null,
  review_on date,
  checked_at timestamp with time zone not null,
  checked_by uuid,
  entered_at timestamp with time zone not null,
  ended_on date,
  retention text not null default 'policy'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint linked_policy_belongs_to_check CHECK ((belongs_to = ANY (ARRAY['school'::text, 'trust'::text]))),
  constraint linked_policy_kind_check CHECK ((kind = ANY (ARRAY['safeguarding'::text, 'online-safety'::text, 'disciplinary'::text, 'equal-opportunity'::text, 'conduct'::text, 'acceptable-use'::text, 'e-mail'::text, 'other'::text]))),
  constraint linked_policy_pkey PRIMARY KEY (school_id, id),
  constraint linked_policy_school_id_fkey FOREIGN KEY (school_id) REFERENCES school(id),
  constraint linked_policy_school_id_owner_id_fkey FOREIGN KEY (school_id, owner_id) REFERENCES person(school_id, id)
);
alter table public.linked_policy enable row level security;
alter table public.linked_policy force row level security;
create policy house on public.linked_policy for all to current_user using (true) with check (true);
create policy scope on public.linked_policy for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.linked_policy to gatepost_app;

create table public.list_import (
  school_id uuid not null,
  id uuid not null,
  kind text not null,
  covers text not null,
  imported_by uuid,
  at timestamp with time zone not null,
  joined integer not null,
  changed integer not null,
  left_school integer not null,
  constraint list_import_kind_check CHECK ((kind = ANY (ARRAY['pupils'::text, 'staff'::text, 'carers'::text]))),
  constraint list_import_pkey PRIMARY KEY (school_id, id)
);
CREATE INDEX list_import_by_time ON public.list_import USING btree (school_id, kind, at);
alter table public.list_import enable row level security;
alter table public.list_import force row level security;
create policy house on public.list_import for all to current_user using (true) with check (true);
create policy scope on public.list_import for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select on public.list_import to gatepost_app;

create table public.mail_choice (
  school_id uuid not null,
  person_id uuid not null,
  digest text not null default 'daily'::text,
  digest_at text not null default '07:30'::text,
  school_days_only boolean not null default true,
  chosen_at timestamp with time zone,
  digest_on date,
  constraint mail_choice_digest_at_check CHECK ((digest_at ~ '^([01]\d|2[0-3]):[0-5]\d$'::text)),
  constraint mail_choice_digest_check CHECK ((digest = ANY (ARRAY['daily'::text, 'off'::text]))),
  constraint mail_choice_pkey PRIMARY KEY (school_id, person_id),
  constraint mail_choice_school_id_person_id_fkey FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id)
);
alter table public.mail_choice enable row level security;
alter table public.mail_choice force row level security;
create policy house on public.mail_choice for all to current_user using (true) with check (true);
create policy scope on public.mail_choice for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.mail_choice to gatepost_app;

create table public.mail_message (
  school_id uuid not null,
  id uuid not null,
  key text not null,
  person_id uuid,
  address text not null default ''::text,
  template text not null,
  facts jsonb not null default '{}'::jsonb,
  link_box bytea,
  urgent boolean not null,
  state text not null,
  asked_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  give_up_at timestamp with time zone not null,
  attempts integer not null default 0,
  tried_at timestamp with time zone,
  settled_at timestamp with time zone,
  unsure boolean not null default false,
  message_id text not null default ''::text,
  server_id uuid,
  problem text not null default ''::text,
  answer text not null default ''::text,
  retention text not null default 'mail'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint mail_message_pkey PRIMARY KEY (school_id, id),
  constraint mail_message_school_id_fkey FOREIGN KEY (school_id) REFERENCES school(id),
  constraint mail_message_school_id_key_key UNIQUE (school_id, key),
  constraint mail_message_school_id_person_id_fkey FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id),
  constraint mail_message_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'refused'::text, 'bounced'::text, 'given-up'::text])))
);
CREATE INDEX mail_message_by_header ON public.mail_message USING btree (school_id, message_id) WHERE (message_id <> ''::text);
CREATE INDEX mail_message_newest ON public.mail_message USING btree (school_id, asked_at, id);
CREATE INDEX mail_message_of ON public.mail_message USING btree (school_id, person_id, settled_at);
CREATE INDEX mail_message_pace ON public.mail_message USING btree (server_id, tried_at);
CREATE INDEX mail_message_waiting ON public.mail_message USING btree (school_id, urgent DESC, due_at, id) WHERE (state = ANY (ARRAY['queued'::text, 'sending'::text]));
alter table public.mail_message enable row level security;
alter table public.mail_message force row level security;
create policy house on public.mail_message for all to current_user using (true) with check (true);
create policy scope on public.mail_message for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant delete, insert, select, update on public.mail_message to gatepost_app;

create table public.mail_server (
  school_id uuid not null,
  host text not null,
  port integer not null,
  encryption text not null,
  username text not null default ''::text,
  password_box bytea,
  from_address text not null,
  from_name text not null,
  reply_to text not null default ''::text,
  per_minute integer not null,
  authority text not null default ''::text,
  shared boolean not null default false,
  set_by uuid,
  set_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  failing_since timestamp with time zone,
  failures integer not null default 0,
  problem text not null default ''::text,
  answer text not null default ''::text,
  try_again_at timestamp with time zone,
  constraint mail_server_encryption_check CHECK ((encryption = ANY (ARRAY['tls'::text, 'starttls'::text, 'none'::text]))),
  constraint mail_server_per_minute_check CHECK (((per_minute >= 1) AND (per_minute <= 600))),
  constraint mail_server_pkey PRIMARY KEY (school_id),
  constraint mail_server_port_check CHECK (((port >= 1) AND (port <= 65535))),
  constraint mail_server_school_id_fkey FOREIGN KEY (school_id) REFERENCES school(id)
);
alter table public.mail_server enable row level security;
alter table public.mail_server force row level security;
create policy house on public.mail_server for all to current_user using (true) with check (true);
create policy scope on public.mail_server for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant delete, insert, select, update on public.mail_server to gatepost_app;

create table public.media (
  school_id uuid not null,
  id uuid not null,
  address text not null,
  thumbnail_address text not null,
  sha256 text not null,
  content_type text not null,
  bytes integer not null,
  width integer not null,
  height integer not null,
  original_name text not null default ''::text,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  quarantined_at timestamp with time zone,
  quarantined_by uuid,
  retention text not null default 'media'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint media_pkey PRIMARY KEY (school_id, id),
  constraint media_school_id_added_by_fkey FOREIGN KEY (school_id, added_by) REFERENCES person(school_id, id),
  constraint media_school_id_fkey FOREIGN KEY (school_id) REFERENCES school(id)
);
CREATE INDEX media_by_bytes ON public.media USING btree (school_id, sha256);
alter table public.media enable row level security;
alter table public.media force row level security;
create policy house on public.media for all to current_user using (true) with check (true);
create policy published on public.media for select to gatepost_visitor using (((school_id = ( SELECT app.school() AS school)) AND (quarantined_at IS NULL) AND (EXISTS ( SELECT
   FROM noticeboard_item i
  WHERE ((i.school_id = media.school_id) AND (i.removed_at IS NULL) AND (i.pictures @> jsonb_build_array(jsonb_build_object('mediaId', (media.id)::text))))))));
create policy scope on public.media for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.media to gatepost_app;
grant select (school_id, id, address, thumbnail_address, sha256, content_type, bytes, width, height, quarantined_at) on public.media to gatepost_visitor;

create table public.name_key (
  school_id uuid not null,
  key text not null,
  person_id uuid not null,
  former boolean not null default false,
  constraint name_key_pkey PRIMARY KEY (school_id, key, person_id),
  constraint name_key_school_id_person_id_fkey FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id)
);
CREATE INDEX name_key_of ON public.name_key USING btree (school_id, person_id);
alter table public.name_key enable row level security;
alter table public.name_key force row level security;
create policy house on public.name_key for all to current_user using (true) with check (true);
create policy scope on public.name_key for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant delete, insert, select on public.name_key to gatepost_app;

create table public.notice (
  school_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  about jsonb not null default '{}'::jsonb,
  at timestamp with time zone not null,
  read_at timestamp with time zone,
  constraint notice_pkey PRIMARY KEY (school_id, id),
  constraint notice_school_id_person_id_fkey FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id)
);
CREATE INDEX notice_of ON public.notice USING btree (school_id, person_id, at);
alter table public.notice enable row level security;
alter table public.notice force row level security;
create policy house on public.notice for all to current_user using (true) with check (true);
create policy scope on public.notice for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.notice to gatepost_app;

create table public.noticeboard_item (
  school_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  delivery_id uuid not null,
  words text not null,
  pictures jsonb not null default '[]'::jsonb,
  published_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  removed_note text not null default ''::text,
  constraint noticeboard_item_pkey PRIMARY KEY (school_id, id),
  constraint noticeboard_item_school_id_account_id_fkey FOREIGN KEY (school_id, account_id) REFERENCES account(school_id, id),
  constraint noticeboard_item_school_id_delivery_id_fkey FOREIGN KEY (school_id, delivery_id) REFERENCES delivery(school_id, id),
  constraint noticeboard_item_school_id_delivery_id_key UNIQUE (school_id, delivery_id)
);
CREATE INDEX noticeboard_newest ON public.noticeboard_item USING btree (school_id, account_id, published_at DESC, id);
CREATE INDEX noticeboard_pictures ON public.noticeboard_item USING gin (pictures jsonb_path_ops);
alter table public.noticeboard_item enable row level security;
alter table public.noticeboard_item force row level security;
create policy house on public.noticeboard_item for all to current_user using (true) with check (true);
create policy published on public.noticeboard_item for select to gatepost_visitor using ((school_id = ( SELECT app.school() AS school)));
create policy scope on public.noticeboard_item for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.noticeboard_item to gatepost_app;
grant select (school_id, id, account_id, words, pictures, published_at, removed_at, removed_note) on public.noticeboard_item to gatepost_visitor;

create table public.objective_note (
  school_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  objective text not null,
  outcome text not null,
  words text not null,
  judged_on date not null,
  noted_by uuid not null,
  noted_at timestamp with time zone not null,
  retention text not null default 'report'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint objective_note_outcome_check CHECK ((outcome = ANY (ARRAY['met'::text, 'partly'::text, 'not-met'::text]))),
  constraint objective_note_pkey PRIMARY KEY (school_id, id),
  constraint objective_note_school_id_account_id_fkey FOREIGN KEY (school_id, account_id) REFERENCES account(school_id, id),
  constraint objective_note_school_id_noted_by_fkey FOREIGN KEY (school_id, noted_by) REFERENCES person(school_id, id)
);
CREATE INDEX objective_note_by_account ON public.objective_note USING btree (school_id, account_id, judged_on DESC, noted_at DESC);
alter table public.objective_note enable row level security;
alter table public.objective_note force row level security;
create policy house on public.objective_note for all to current_user using (true) with check (true);
create policy scope on public.objective_note for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select on public.objective_note to gatepost_app;

create table public.own_contact (
  school_id uuid not null,
  id uuid not null,
  kind text not null,
  value text not null,
  constraint own_contact_kind_check CHECK ((kind = ANY (ARRAY['email'::text, 'telephone'::text, 'address'::text, 'site'::text]))),
  constraint own_contact_pkey PRIMARY KEY (school_id, id),
  constraint own_contact_school_id_fkey FOREIGN KEY (school_id) REFERENCES school(id),
  constraint own_contact_school_id_kind_value_key UNIQUE (school_id, kind, value)
);
alter table public.own_contact enable row level security;
alter table public.own_contact force row level security;
create policy house on public.own_contact for all to current_user using (true) with check (true);
create policy scope on public.own_contact for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant delete, insert, select on public.own_contact to gatepost_app;

create table public.person (
  school_id uuid not null,
  id uuid not null,
  trust_person_id uuid,
  login_id uuid,
  first_name text not null,
  last_name text not null,
  preferred_name text not null default ''::text,
  email text not null default ''::text,
  job_title text not null default ''::text,
  sign_off text not null default ''::text,
  former_names jsonb not null default '[]'::jsonb,
  created_at timestamp with time zone not null,
  ended_on date,
  retention text not null default 'person'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  access_ended_at timestamp with time zone,
  line_manager_id uuid,
  constraint person_check CHECK ((line_manager_id <> id)),
  constraint person_pkey PRIMARY KEY (school_id, id),
  constraint person_school_id_fkey FOREIGN KEY (school_id) REFERENCES school(id),
  constraint person_school_id_line_manager_id_fkey FOREIGN KEY (school_id, line_manager_id) REFERENCES person(school_id, id)
);
CREATE INDEX person_by_login ON public.person USING btree (login_id) WHERE (login_id IS NOT NULL);
CREATE INDEX person_by_name ON public.person USING btree (school_id, last_name, first_name, id);
CREATE UNIQUE INDEX person_email ON public.person USING btree (school_id, lower(email)) WHERE ((email <> ''::text) AND (ended_on IS NULL));
CREATE INDEX person_line_manager ON public.person USING btree (school_id, line_manager_id) WHERE (line_manager_id IS NOT NULL);
CREATE UNIQUE INDEX person_login ON public.person USING btree (school_id, login_id) WHERE (login_id IS NOT NULL);
alter table public.person enable row level security;
alter table public.person force row level security;
create policy house on public.person for all to current_user using (true) with check (true);
create policy scope on public.person for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.person to gatepost_app;

create table public.person_type (
  school_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  type text not null,
  starts_on date not null,
  ends_on date,
  constraint person_type_pkey PRIMARY KEY (school_id, id),
  constraint person_type_school_id_person_id_fkey FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id),
  constraint person_type_type_check CHECK ((type = ANY (ARRAY['pupil'::text, 'staff'::text, 'teaching'::text, 'support'::text, 'supply'::text, 'governor'::text, 'volunteer'::text, 'contractor'::text, 'carer'::text, 'visitor'::text])))
);
CREATE INDEX person_type_by_type ON public.person_type USING btree (school_id, type, person_id);
CREATE INDEX person_type_of ON public.person_type USING btree (school_id, person_id);
alter table public.person_type enable row level security;
alter table public.person_type force row level security;
create policy house on public.person_type for all to current_user using (true) with check (true);
create policy scope on public.person_type for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.person_type to gatepost_app;

create table public.platform (
  school_id uuid not null,
  id uuid not null,
  key text not null,
  name text not null,
  kind text not null,
  connector text not null,
  words_limit integer,
  counting text not null default 'characters'::text,
  composer_url text not null default ''::text,
  hosts text[] not null default '{}'::text[],
  source text not null default ''::text,
  checked_on date,
  retired_at timestamp with time zone,
  constraint platform_connector_check CHECK ((connector = ANY (ARRAY['noticeboard'::text, 'by-hand'::text]))),
  constraint platform_counting_check CHECK ((counting = ANY (ARRAY['characters'::text, 'graphemes'::text, 'weighted'::text]))),
  constraint platform_kind_check CHECK ((kind = ANY (ARRAY['social-network'::text, 'photo-video'::text, 'messaging'::text, 'blog'::text, 'wiki'::text, 'forum'::text, 'bulletin-board'::text, 'own-site'::text, 'other'::text]))),
  constraint platform_pkey PRIMARY KEY (school_id, id),
  constraint platform_school_id_fkey FOREIGN KEY (school_id) REFERENCES school(id),
  constraint platform_school_id_key_key UNIQUE (school_id, key),
  constraint platform_words_limit_check CHECK ((words_limit > 0))
);
alter table public.platform enable row level security;
alter table public.platform force row level security;
create policy house on public.platform for all to current_user using (true) with check (true);
create policy published on public.platform for select to gatepost_visitor using ((school_id = ( SELECT app.school() AS school)));
create policy scope on public.platform for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.platform to gatepost_app;
grant select (school_id, id, key, name, connector) on public.platform to gatepost_visitor;

create table public.policy_answer (
  school_id uuid not null,
  id uuid not null,
  question_id uuid not null,
  words text not null,
  answered_by uuid not null,
  answered_at timestamp with time zone not null,
  constraint policy_answer_pkey PRIMARY KEY (school_id, id),
  constraint policy_answer_school_id_answered_by_fkey FOREIGN KEY (school_id, answered_by) REFERENCES person(school_id, id),
  constraint policy_answer_school_id_question_id_fkey FOREIGN KEY (school_id, question_id) REFERENCES policy_question(school_id, id)
);
CREATE INDEX policy_answer_of ON public.policy_answer USING btree (school_id, question_id, answered_at);
alter table public.policy_answer enable row level security;
alter table public.policy_answer force row level security;
create policy house on public.policy_answer for all to current_user using (true) with check (true);
create policy scope on public.policy_answer for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select on public.policy_answer to gatepost_app;

create table public.policy_draft (
  school_id uuid not null,
  id uuid not null,
  name text not null,
  state text not null default 'draft'::text,
  begun_from text not null,
  begun_words text not null,
  begun_version uuid,
  begun_document jsonb not null,
  begun_by uuid,
  begun_at timestamp with time zone not null,
  change_note text not null default ''::text,
  material boolean,
  material_reason text not null default ''::text,
  sent_sha256 text,
  edits integer not null default 0,
  changed_by uuid,
  changed_at timestamp with time zone not null,
  retention text not null default 'policy'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  words_by uuid[] not null default '{}'::uuid[],
  constraint policy_draft_begun_from_check CHECK ((begun_from = ANY (ARRAY['version'::text, 'model'::text, 'file'::text, 'text'::text]))),
  constraint policy_draft_pkey PRIMARY KEY (school_id, id),
  constraint policy_draft_school_id_begun_by_fkey FOREIGN KEY (school_id, begun_by) REFERENCES person(school_id, id),
  constraint policy_draft_school_id_begun_version_fkey FOREIGN KEY (school_id, begun_version) REFERENCES policy_version(school_id, id),
  constraint policy_draft_school_id_changed_by_fkey FOREIGN KEY (school_id, changed_by) REFERENCES person(school_id, id),
  constraint policy_draft_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'review'::text, 'approved'::text, 'adopted'::text, 'discarded'::text])))
);
CREATE INDEX policy_draft_by_time ON public.policy_draft USING btree (school_id, changed_at DESC);
alter table public.policy_draft enable row level security;
alter table public.policy_draft force row level security;
create policy house on public.policy_draft for all to current_user using (true) with check (true);
create policy scope on public.policy_draft for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.policy_draft to gatepost_app;

create table public.policy_draft_comment (
  school_id uuid not null,
  id uuid not null,
  draft_id uuid not null,
  clause_id text,
  words text not null,
  said_by uuid not null,
  said_at timestamp with time zone not null,
  settled_by uuid,
  settled_at timestamp with time zone,
  retention text not null default 'policy'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint policy_draft_comment_pkey PRIMARY KEY (school_id, id),
  constraint policy_draft_comment_school_id_draft_id_fkey FOREIGN KEY (school_id, draft_id) REFERENCES policy_draft(school_id, id),
  constraint policy_draft_comment_school_id_said_by_fkey FOREIGN KEY (school_id, said_by) REFERENCES person(school_id, id),
  constraint policy_draft_comment_school_id_settled_by_fkey FOREIGN KEY (school_id, settled_by) REFERENCES person(school_id, id)
);
CREATE INDEX policy_draft_comment_of ON public.policy_draft_comment USING btree (school_id, draft_id, said_at);
alter table public.policy_draft_comment enable row level security;
alter table public.policy_draft_comment force row level security;
create policy house on public.policy_draft_comment for all to current_user using (true) with check (true);
create policy scope on public.policy_draft_comment for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.policy_draft_comment to gatepost_app;

create table public.policy_draft_edit (
  school_id uuid not null,
  draft_id uuid not null,
  n integer not null,
  kind text not null,
  key text not null,
  what text not null,
  before jsonb,
  after jsonb,
  edited_by uuid,
  edited_at timestamp with time zone not null,
  retention text not null default 'policy'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint policy_draft_edit_kind_check CHECK ((kind = ANY (ARRAY['about'::text, 'clause'::text, 'setting'::text, 'definition'::text, 'linked'::text, 'choice'::text]))),
  constraint policy_draft_edit_pkey PRIMARY KEY (school_id, draft_id, n),
  constraint policy_draft_edit_school_id_draft_id_fkey FOREIGN KEY (school_id, draft_id) REFERENCES policy_draft(school_id, id),
  constraint policy_draft_edit_school_id_edited_by_fkey FOREIGN KEY (school_id, edited_by) REFERENCES person(school_id, id),
  constraint policy_draft_edit_what_check CHECK ((what = ANY (ARRAY['added'::text, 'changed'::text, 'moved'::text, 'taken-out'::text, 'brought-back'::text])))
);
CREATE INDEX policy_draft_edit_of_part ON public.policy_draft_edit USING btree (school_id, draft_id, kind, key, n);
alter table public.policy_draft_edit enable row level security;
alter table public.policy_draft_edit force row level security;
create policy house on public.policy_draft_edit for all to current_user using (true) with check (true);
create policy scope on public.policy_draft_edit for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select on public.policy_draft_edit to gatepost_app;

create table public.policy_draft_part (
  school_id uuid not null,
  draft_id uuid not null,
  kind text not null,
  key text not null,
  "position" integer not null default 0,
  content jsonb,
  taken_out jsonb,
  revision integer not null default 1,
  changed_by uuid,
  changed_at timestamp with time zone not null,
  constraint policy_draft_part_kind_check CHECK ((kind = ANY (ARRAY['about'::text, 'clause'::text, 'setting'::text, 'definition'::text, 'linked'::text, 'choice'::text]))),
  constraint policy_draft_part_pkey PRIMARY KEY (school_id, draft_id, kind, key),
  constraint policy_draft_part_school_id_changed_by_fkey FOREIGN KEY (school_id, changed_by) REFERENCES person(school_id, id),
  constraint policy_draft_part_school_id_draft_id_fkey FOREIGN KEY (school_id, draft_id) REFERENCES policy_draft(school_id, id)
);
CREATE INDEX policy_draft_part_in_order ON public.policy_draft_part USING btree (school_id, draft_id, kind, "position");
alter table public.policy_draft_part enable row level security;
alter table public.policy_draft_part force row level security;
create policy house on public.policy_draft_part for all to current_user using (true) with check (true);
create policy scope on public.policy_draft_part for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.policy_draft_part to gatepost_app;

create table public.policy_question (
  school_id uuid not null,
  id uuid not null,
  clause_id text,
  policy_version_id uuid,
  words text not null,
  goes_to text not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  retention text not null default 'policy'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint policy_question_pkey PRIMARY KEY (school_id, id),
  constraint policy_question_school_id_asked_by_fkey FOREIGN KEY (school_id, asked_by) REFERENCES person(school_id, id),
  constraint policy_question_school_id_fkey FOREIGN KEY (school_id) REFERENCES school(id),
  constraint policy_question_school_id_policy_version_id_fkey FOREIGN KEY (school_id, policy_version_id) REFERENCES policy_version(school_id, id)
);
CREATE INDEX policy_question_by_day ON public.policy_question USING btree (school_id, asked_at DESC);
CREATE INDEX policy_question_of ON public.policy_question USING btree (school_id, asked_by);
alter table public.policy_question enable row level security;
alter table public.policy_question force row level security;
create policy house on public.policy_question for all to current_user using (true) with check (true);
create policy scope on public.policy_question for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select on public.policy_question to gatepost_app;

create table public.policy_reminder (
  school_id uuid not null,
  key text not null,
  sent_at timestamp with time zone not null,
  constraint policy_reminder_pkey PRIMARY KEY (school_id, key),
  constraint policy_reminder_school_id_fkey FOREIGN KEY (school_id) REFERENCES school(id)
);
alter table public.policy_reminder enable row level security;
alter table public.policy_reminder force row level security;
create policy house on public.policy_reminder for all to current_user using (true) with check (true);
create policy scope on public.policy_reminder for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select on public.policy_reminder to gatepost_app;

create table public.policy_review (
  school_id uuid not null,
  id uuid not null,
  version_id uuid not null,
  cause text not null,
  words text not null default ''::text,
  due_on date not null,
  roles text[] not null,
  clauses text[] not null default '{}'::text[],
  started_by uuid,
  started_at timestamp with time zone not null,
  committee text not null default ''::text,
  committee_members text not null default ''::text,
  committee_meets_on date,
  committee_minute text not null default ''::text,
  outcome text,
  outcome_words text not null default ''::text,
  closed_by uuid,
  closed_at timestamp with time zone,
  retention text not null default 'policy'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint policy_review_cause_check CHECK ((cause = ANY (ARRAY['due'::text, 'statutory-change'::text, 'internal-review'::text, 'serious-incident'::text, 'platform-change'::text, 'other'::text]))),
  constraint policy_review_outcome_check CHECK ((outcome = ANY (ARRAY['stays'::text, 'new-draft'::text]))),
  constraint policy_review_pkey PRIMARY KEY (school_id, id),
  constraint policy_review_school_id_fkey FOREIGN KEY (school_id) REFERENCES school(id),
  constraint policy_review_school_id_version_id_fkey FOREIGN KEY (school_id, version_id) REFERENCES policy_version(school_id, id)
);
CREATE UNIQUE INDEX policy_review_one_open ON public.policy_review USING btree (school_id) WHERE (closed_at IS NULL);
alter table public.policy_review enable row level security;
alter table public.policy_review force row level security;
create policy house on public.policy_review for all to current_user using (true) with check (true);
create policy scope on public.policy_review for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.policy_review to gatepost_app;

create table public.policy_version (
  school_id uuid not null,
  id uuid not null,
  document_id text not null,
  n integer not null,
  document jsonb not null,
  sha256 text not null,
  state text not null,
  effective_on date not null,
  reason text not null default ''::text,
  put_by uuid,
  put_at timestamp with time zone not null,
  retention text not null default 'policy'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  changes text,
  change_id uuid not null,
  material boolean not null default true,
  material_reason text not null default ''::text,
  constraint policy_version_pkey PRIMARY KEY (school_id, id),
  constraint policy_version_school_id_fkey FOREIGN KEY (school_id) REFERENCES school(id),
  constraint policy_version_school_id_n_key UNIQUE (school_id, n),
  constraint policy_version_state_check CHECK ((state = ANY (ARRAY['set-up'::text, 'adopted'::text])))
);
CREATE INDEX policy_version_by_day ON public.policy_version USING btree (school_id, effective_on DESC, n DESC);
alter table public.policy_version enable row level security;
alter table public.policy_version force row level security;
create policy house on public.policy_version for all to current_user using (true) with check (true);
create policy published on public.policy_version for select to gatepost_visitor using ((school_id = ( SELECT app.school() AS school)));
create policy scope on public.policy_version for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select on public.policy_version to gatepost_app;
grant select on public.policy_version to gatepost_visitor;

create table public.policy_withdrawal (
  school_id uuid not null,
  version_id uuid not null,
  why text not null,
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone not null,
  retention text not null default 'policy'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint policy_withdrawal_pkey PRIMARY KEY (school_id, version_id),
  constraint policy_withdrawal_school_id_version_id_fkey FOREIGN KEY (school_id, version_id) REFERENCES policy_version(school_id, id),
  constraint policy_withdrawal_why_check CHECK ((why = ANY (ARRAY['cancelled'::text, 'carried-over'::text])))
);
alter table public.policy_withdrawal enable row level security;
alter table public.policy_withdrawal force row level security;
create policy house on public.policy_withdrawal for all to current_user using (true) with check (true);
create policy published on public.policy_withdrawal for select to gatepost_visitor using ((school_id = ( SELECT app.school() AS school)));
create policy scope on public.policy_withdrawal for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select on public.policy_withdrawal to gatepost_app;
grant select on public.policy_withdrawal to gatepost_visitor;

create table public.post (
  school_id uuid not null,
  id uuid not null,
  state text not null,
  version_id uuid not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  review_due_on date,
  reviewed_by uuid,
  reviewed_at timestamp with time zone,
  retention text not null default 'post'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint post_pkey PRIMARY KEY (school_id, id),
  constraint post_school_id_fkey FOREIGN KEY (school_id) REFERENCES school(id),
  constraint post_school_id_opened_by_fkey FOREIGN KEY (school_id, opened_by) REFERENCES person(school_id, id),
  constraint post_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'asking'::text, 'waiting'::text, 'approved'::text, 'publishing'::text, 'published'::text, 'refused'::text, 'expired'::text, 'taken-down'::text, 'discarded'::text])))
);
CREATE INDEX post_by_change ON public.post USING btree (school_id, changed_at DESC, id DESC);
CREATE INDEX post_by_state ON public.post USING btree (school_id, state, changed_at DESC, id);
alter table public.post enable row level security;
alter table public.post force row level security;
create policy house on public.post for all to current_user using (true) with check (true);
create policy scope on public.post for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.post to gatepost_app;

create table public.post_author (
  school_id uuid not null,
  post_id uuid not null,
  person_id uuid not null,
  first_at timestamp with time zone not null,
  constraint post_author_pkey PRIMARY KEY (school_id, post_id, person_id),
  constraint post_author_school_id_person_id_fkey FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id),
  constraint post_author_school_id_post_id_fkey FOREIGN KEY (school_id, post_id) REFERENCES post(school_id, id)
);
CREATE INDEX post_author_of ON public.post_author USING btree (school_id, person_id);
alter table public.post_author enable row level security;
alter table public.post_author force row level security;
create policy house on public.post_author for all to current_user using (true) with check (true);
create policy scope on public.post_author for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select on public.post_author to gatepost_app;

create table public.post_picture (
  school_id uuid not null,
  version_id uuid not null,
  "position" integer not null,
  media_id uuid not null,
  alt text not null default ''::text,
  shows_children text not null,
  constraint post_picture_pkey PRIMARY KEY (school_id, version_id, "position"),
  constraint post_picture_school_id_media_id_fkey FOREIGN KEY (school_id, media_id) REFERENCES media(school_id, id),
  constraint post_picture_school_id_version_id_fkey FOREIGN KEY (school_id, version_id) REFERENCES post_version(school_id, id),
  constraint post_picture_shows_children_check CHECK ((shows_children = ANY (ARRAY['not-said'::text, 'no'::text, 'yes'::text])))
);
alter table public.post_picture enable row level security;
alter table public.post_picture force row level security;
create policy house on public.post_picture for all to current_user using (true) with check (true);
create policy scope on public.post_picture for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant delete, insert, select, update on public.post_picture to gatepost_app;

create table public.post_variant (
  school_id uuid not null,
  version_id uuid not null,
  account_id uuid not null,
  words text,
  constraint post_variant_pkey PRIMARY KEY (school_id, version_id, account_id),
  constraint post_variant_school_id_account_id_fkey FOREIGN KEY (school_id, account_id) REFERENCES account(school_id, id),
  constraint post_variant_school_id_version_id_fkey FOREIGN KEY (school_id, version_id) REFERENCES post_version(school_id, id)
);
CREATE INDEX post_variant_by_account ON public.post_variant USING btree (school_id, account_id);
alter table public.post_variant enable row level security;
alter table public.post_variant force row level security;
create policy house on public.post_variant for all to current_user using (true) with check (true);
create policy scope on public.post_variant for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant delete, insert, select, update on public.post_variant to gatepost_app;

create table public.post_version (
  school_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  n integer not null,
  revision integer not null default 1,
  words text not null default ''::text,
  category text not null default ''::text,
  objective text not null default ''::text,
  details jsonb not null default '{}'::jsonb,
  statements jsonb not null default '{}'::jsonb,
  wanted_at timestamp with time zone,
  emergency boolean not null default false,
  emergency_reason text not null default ''::text,
  edited_by uuid not null,
  edited_at timestamp with time zone not null,
  outcome text,
  checked_sha256 text,
  checked_at timestamp with time zone,
  policy_version_id uuid,
  frozen_at timestamp with time zone,
  hash text,
  constraint post_version_outcome_check CHECK ((outcome = ANY (ARRAY['clear'::text, 'warn'::text, 'review'::text, 'block'::text]))),
  constraint post_version_pkey PRIMARY KEY (school_id, id),
  constraint post_version_school_id_edited_by_fkey FOREIGN KEY (school_id, edited_by) REFERENCES person(school_id, id),
  constraint post_version_school_id_post_id_fkey FOREIGN KEY (school_id, post_id) REFERENCES post(school_id, id) DEFERRABLE INITIALLY DEFERRED,
  constraint post_version_school_id_post_id_n_key UNIQUE (school_id, post_id, n)
);
alter table public.post_version enable row level security;
alter table public.post_version force row level security;
create policy house on public.post_version for all to current_user using (true) with check (true);
create policy scope on public.post_version for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.post_version to gatepost_app;

create table public.question (
  school_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  asked_by uuid not null,
  asked_of uuid not null,
  words text not null,
  asked_at timestamp with time zone not null,
  answer text not null default ''::text,
  answered_by uuid,
  answered_at timestamp with time zone,
  constraint question_pkey PRIMARY KEY (school_id, id),
  constraint question_school_id_asked_by_fkey FOREIGN KEY (school_id, asked_by) REFERENCES person(school_id, id),
  constraint question_school_id_asked_of_fkey FOREIGN KEY (school_id, asked_of) REFERENCES person(school_id, id),
  constraint question_school_id_post_id_fkey FOREIGN KEY (school_id, post_id) REFERENCES post(school_id, id)
);
CREATE INDEX question_by_post ON public.question USING btree (school_id, post_id);
CREATE INDEX question_of ON public.question USING btree (school_id, asked_of) WHERE (answered_at IS NULL);
alter table public.question enable row level security;
alter table public.question force row level security;
create policy house on public.question for all to current_user using (true) with check (true);
create policy scope on public.question for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.question to gatepost_app;

create table public.reach_note (
  school_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  from_on date not null,
  to_on date not null,
  reached integer,
  followers integer,
  source text not null,
  noted_by uuid not null,
  noted_at timestamp with time zone not null,
  retention text not null default 'report'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint reach_note_check CHECK ((to_on >= from_on)),
  constraint reach_note_followers_check CHECK ((followers >= 0)),
  constraint reach_note_pkey PRIMARY KEY (school_id, id),
  constraint reach_note_reached_check CHECK ((reached >= 0)),
  constraint reach_note_school_id_account_id_fkey FOREIGN KEY (school_id, account_id) REFERENCES account(school_id, id),
  constraint reach_note_school_id_noted_by_fkey FOREIGN KEY (school_id, noted_by) REFERENCES person(school_id, id)
);
CREATE INDEX reach_note_by_account ON public.reach_note USING btree (school_id, account_id, to_on DESC, noted_at DESC);
alter table public.reach_note enable row level security;
alter table public.reach_note force row level security;
create policy house on public.reach_note for all to current_user using (true) with check (true);
create policy scope on public.reach_note for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select on public.reach_note to gatepost_app;

create table public.remembered_answer (
  scope_id uuid not null,
  actor text not null,
  key text not null,
  action text not null,
  input_sha256 text not null,
  answer jsonb,
  at timestamp with time zone not null,
  constraint remembered_answer_pkey PRIMARY KEY (scope_id, actor, key)
);
CREATE INDEX remembered_answer_by_time ON public.remembered_answer USING btree (at);
alter table public.remembered_answer enable row level security;
alter table public.remembered_answer force row level security;
create policy house on public.remembered_answer for all to current_user using (true) with check (true);
create policy scope on public.remembered_answer for all to gatepost_app using ((scope_id = ( SELECT app.school() AS school))) with check ((scope_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.remembered_answer to gatepost_app;

create table public.responsibility (
  school_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  responsibility text not null,
  starts_on date not null,
  ends_on date,
  deputy_id uuid,
  granted_by uuid,
  granted_at timestamp with time zone not null,
  constraint responsibility_pkey PRIMARY KEY (school_id, id),
  constraint responsibility_school_id_deputy_id_fkey FOREIGN KEY (school_id, deputy_id) REFERENCES person(school_id, id),
  constraint responsibility_school_id_person_id_fkey FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id)
);
CREATE INDEX responsibility_by ON public.responsibility USING btree (school_id, responsibility);
CREATE INDEX responsibility_deputy ON public.responsibility USING btree (school_id, deputy_id);
CREATE INDEX responsibility_of ON public.responsibility USING btree (school_id, person_id);
alter table public.responsibility enable row level security;
alter table public.responsibility force row level security;
create policy house on public.responsibility for all to current_user using (true) with check (true);
create policy scope on public.responsibility for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.responsibility to gatepost_app;

create table public.review_share (
  school_id uuid not null,
  id uuid not null,
  review_id uuid not null,
  version_id uuid not null,
  shared_on date not null,
  people uuid[] not null default '{}'::uuid[],
  others text not null default ''::text,
  how text not null,
  recorded_by uuid,
  recorded_at timestamp with time zone not null,
  constraint review_share_pkey PRIMARY KEY (school_id, id),
  constraint review_share_school_id_review_id_fkey FOREIGN KEY (school_id, review_id) REFERENCES policy_review(school_id, id),
  constraint review_share_school_id_version_id_fkey FOREIGN KEY (school_id, version_id) REFERENCES policy_version(school_id, id)
);
alter table public.review_share enable row level security;
alter table public.review_share force row level security;
create policy house on public.review_share for all to current_user using (true) with check (true);
create policy scope on public.review_share for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select on public.review_share to gatepost_app;

create table public.review_sign_off (
  school_id uuid not null,
  review_id uuid not null,
  role text not null,
  person_id uuid not null,
  words text not null default ''::text,
  signed_at timestamp with time zone not null,
  constraint review_sign_off_pkey PRIMARY KEY (school_id, review_id, role),
  constraint review_sign_off_school_id_person_id_fkey FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id),
  constraint review_sign_off_school_id_review_id_fkey FOREIGN KEY (school_id, review_id) REFERENCES policy_review(school_id, id)
);
alter table public.review_sign_off enable row level security;
alter table public.review_sign_off force row level security;
create policy house on public.review_sign_off for all to current_user using (true) with check (true);
create policy scope on public.review_sign_off for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select on public.review_sign_off to gatepost_app;

create table public.review_trigger (
  school_id uuid not null,
  id uuid not null,
  cause text not null,
  words text not null,
  due_on date not null,
  raised_by uuid,
  raised_at timestamp with time zone not null,
  review_id uuid,
  retention text not null default 'policy'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint review_trigger_cause_check CHECK ((cause = ANY (ARRAY['statutory-change'::text, 'internal-review'::text, 'serious-incident'::text, 'platform-change'::text, 'other'::text]))),
  constraint review_trigger_pkey PRIMARY KEY (school_id, id),
  constraint review_trigger_school_id_fkey FOREIGN KEY (school_id) REFERENCES school(id)
);
alter table public.review_trigger enable row level security;
alter table public.review_trigger force row level security;
create policy house on public.review_trigger for all to current_user using (true) with check (true);
create policy scope on public.review_trigger for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.review_trigger to gatepost_app;

create table public.running_process (
  id uuid not null,
  does text not null,
  gatepost text not null,
  node text not null,
  host text not null,
  started_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  disk_free bigint not null,
  disk_total bigint not null,
  certificate_ends_at timestamp with time zone,
  certificate_trouble text,
  constraint running_process_does_check CHECK ((does = ANY (ARRAY['pages-and-jobs'::text, 'pages'::text, 'jobs'::text]))),
  constraint running_process_pkey PRIMARY KEY (id)
);
alter table public.running_process enable row level security;
alter table public.running_process force row level security;
create policy house on public.running_process for all to current_user using (true) with check (true);

create table public.schema_migration (
  name text not null,
  sha256 text not null,
  at timestamp with time zone not null default now(),
  constraint schema_migration_pkey PRIMARY KEY (name)
);

create table public.school (
  id uuid not null,
  trust_id uuid,
  name text not null,
  short_name text not null,
  slug text not null,
  division text not null,
  zone text not null default 'Europe/London'::text,
  phase text not null default 'primary'::text,
  address text not null default ''::text,
  ethos text not null default ''::text,
  website text not null default ''::text,
  telephone text not null default ''::text,
  email text not null default ''::text,
  hours jsonb not null default '{}'::jsonb,
  second_factor_roles text[] not null default '{}'::text[],
  created_at timestamp with time zone not null,
  set_up_done_at timestamp with time zone,
  pre_election_periods jsonb not null default '[]'::jsonb,
  second_factor_since jsonb not null default '{}'::jsonb,
  second_factor_grace_days integer not null default 0,
  session_idle_minutes integer not null default 720,
  session_days integer not null default 7,
  networks text[] not null default '{}'::text[],
  constraint school_division_check CHECK ((division = ANY (ARRAY['england-and-wales'::text, 'scotland'::text, 'northern-ireland'::text]))),
  constraint school_pkey PRIMARY KEY (id),
  constraint school_second_factor_grace_days_check CHECK (((second_factor_grace_days >= 0) AND (second_factor_grace_days <= 30))),
  constraint school_session_days_check CHECK (((session_days >= 1) AND (session_days <= 30))),
  constraint school_session_idle_minutes_check CHECK (((session_idle_minutes >= 15) AND (session_idle_minutes <= 1440))),
  constraint school_slug_key UNIQUE (slug),
  constraint school_trust_id_fkey FOREIGN KEY (trust_id) REFERENCES trust(id)
);
alter table public.school enable row level security;
alter table public.school force row level security;
create policy house on public.school for all to current_user using (true) with check (true);
create policy published on public.school for select to gatepost_visitor using ((id = ( SELECT app.school() AS school)));
create policy scope on public.school for all to gatepost_app using ((id = ( SELECT app.school() AS school))) with check ((id = ( SELECT app.school() AS school)));
grant insert, select, update on public.school to gatepost_app;
grant select (id, name, short_name, slug, zone, ethos, website) on public.school to gatepost_visitor;

create table public.seal (
  scope_id uuid not null,
  n bigint not null,
  at timestamp with time zone not null,
  entry_ids uuid[] not null,
  entry_sha256s text[] not null,
  previous text not null,
  sha256 text not null,
  key_id text not null,
  signature text not null,
  constraint seal_pkey PRIMARY KEY (scope_id, n)
);
alter table public.seal enable row level security;
alter table public.seal force row level security;
create policy house on public.seal for all to current_user using (true) with check (true);
create policy scope on public.seal for all to gatepost_app using ((scope_id = ( SELECT app.school() AS school))) with check ((scope_id = ( SELECT app.school() AS school)));
grant select on public.seal to gatepost_app;

create table public.signature (
  school_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  purpose text not null,
  subject_id uuid not null,
  document_sha256 text not null,
  text_sha256 text not null,
  capacity text not null,
  typed_name text not null,
  consent text not null,
  signed_at timestamp with time zone not null,
  signed_on date,
  recorded_by uuid,
  scan_sha256 text,
  salt text not null,
  digest text not null,
  retention text not null default 'signatures'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  standing_in_for uuid,
  constraint signature_check CHECK ((((signed_on IS NULL) = (recorded_by IS NULL)) AND ((scan_sha256 IS NULL) OR (recorded_by IS NOT NULL)))),
  constraint signature_pkey PRIMARY KEY (school_id, id),
  constraint signature_school_id_document_sha256_fkey FOREIGN KEY (school_id, document_sha256) REFERENCES signed_text(school_id, sha256),
  constraint signature_school_id_person_id_fkey FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id),
  constraint signature_school_id_purpose_subject_id_person_id_key UNIQUE (school_id, purpose, subject_id, person_id),
  constraint signature_school_id_recorded_by_fkey FOREIGN KEY (school_id, recorded_by) REFERENCES person(school_id, id),
  constraint signature_school_id_standing_in_for_fkey FOREIGN KEY (school_id, standing_in_for) REFERENCES person(school_id, id),
  constraint signature_school_id_text_sha256_fkey FOREIGN KEY (school_id, text_sha256) REFERENCES signed_text(school_id, sha256)
);
CREATE INDEX signature_of ON public.signature USING btree (school_id, person_id);
CREATE INDEX signature_of_document ON public.signature USING btree (school_id, document_sha256);
CREATE INDEX signature_of_text ON public.signature USING btree (school_id, text_sha256);
CREATE INDEX signature_recorded_by ON public.signature USING btree (school_id, recorded_by);
CREATE INDEX signature_standing_in_for ON public.signature USING btree (school_id, standing_in_for);
alter table public.signature enable row level security;
alter table public.signature force row level security;
create policy house on public.signature for all to current_user using (true) with check (true);
create policy scope on public.signature for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select on public.signature to gatepost_app;

create table public.signed_text (
  school_id uuid not null,
  sha256 text not null,
  text text not null,
  first_at timestamp with time zone not null,
  retention text not null default 'signatures'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint signed_text_pkey PRIMARY KEY (school_id, sha256),
  constraint signed_text_school_id_fkey FOREIGN KEY (school_id) REFERENCES school(id)
);
alter table public.signed_text enable row level security;
alter table public.signed_text force row level security;
create policy house on public.signed_text for all to current_user using (true) with check (true);
create policy scope on public.signed_text for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select on public.signed_text to gatepost_app;

create table public.signing_key (
  id text not null,
  algorithm text not null,
  public_key text not null,
  private_key_box bytea not null,
  created_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  constraint signing_key_algorithm_check CHECK ((algorithm = 'ed25519'::text)),
  constraint signing_key_pkey PRIMARY KEY (id)
);
alter table public.signing_key enable row level security;
alter table public.signing_key force row level security;
create policy house on public.signing_key for all to current_user using (true) with check (true);

create table public.teaching_choice (
  school_id uuid not null,
  id uuid not null,
  kinds text[] not null,
  chosen_by uuid not null,
  chosen_at timestamp with time zone not null,
  retention text not null default 'report'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint teaching_choice_pkey PRIMARY KEY (school_id, id),
  constraint teaching_choice_school_id_chosen_by_fkey FOREIGN KEY (school_id, chosen_by) REFERENCES person(school_id, id),
  constraint teaching_choice_school_id_fkey FOREIGN KEY (school_id) REFERENCES school(id)
);
CREATE INDEX teaching_choice_newest ON public.teaching_choice USING btree (school_id, chosen_at DESC);
alter table public.teaching_choice enable row level security;
alter table public.teaching_choice force row level security;
create policy house on public.teaching_choice for all to current_user using (true) with check (true);
create policy scope on public.teaching_choice for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select on public.teaching_choice to gatepost_app;

create table public.training_assignment (
  school_id uuid not null,
  id uuid not null,
  module_id text not null,
  target_kind text not null,
  target text not null default ''::text,
  due_on date not null,
  given_by uuid,
  given_at timestamp with time zone not null,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint training_assignment_pkey PRIMARY KEY (school_id, id),
  constraint training_assignment_school_id_fkey FOREIGN KEY (school_id) REFERENCES school(id),
  constraint training_assignment_school_id_module_id_fkey FOREIGN KEY (school_id, module_id) REFERENCES training_module(school_id, id),
  constraint training_assignment_target_kind_check CHECK ((target_kind = ANY (ARRAY['all'::text, 'runners'::text, 'type'::text, 'responsibility'::text, 'person'::text])))
);
CREATE UNIQUE INDEX training_assignment_live ON public.training_assignment USING btree (school_id, module_id, target_kind, target) WHERE (ended_at IS NULL);
alter table public.training_assignment enable row level security;
alter table public.training_assignment force row level security;
create policy house on public.training_assignment for all to current_user using (true) with check (true);
create policy scope on public.training_assignment for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.training_assignment to gatepost_app;

create table public.training_attendance (
  school_id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  constraint training_attendance_pkey PRIMARY KEY (school_id, session_id, person_id),
  constraint training_attendance_school_id_person_id_fkey FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id),
  constraint training_attendance_school_id_session_id_fkey FOREIGN KEY (school_id, session_id) REFERENCES training_session(school_id, id)
);
alter table public.training_attendance enable row level security;
alter table public.training_attendance force row level security;
create policy house on public.training_attendance for all to current_user using (true) with check (true);
create policy scope on public.training_attendance for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select on public.training_attendance to gatepost_app;

create table public.training_certificate (
  school_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  title text not null,
  issuer text not null,
  reference text not null default ''::text,
  issued_on date not null,
  expires_on date,
  module_id text,
  recorded_by uuid,
  recorded_at timestamp with time zone not null,
  retention text not null default 'training'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint training_certificate_check CHECK ((expires_on > issued_on)),
  constraint training_certificate_pkey PRIMARY KEY (school_id, id),
  constraint training_certificate_school_id_person_id_fkey FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id)
);
CREATE INDEX training_certificate_of ON public.training_certificate USING btree (school_id, person_id);
alter table public.training_certificate enable row level security;
alter table public.training_certificate force row level security;
create policy house on public.training_certificate for all to current_user using (true) with check (true);
create policy scope on public.training_certificate for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select on public.training_certificate to gatepost_app;

create table public.training_completion (
  school_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  module_id text not null,
  edition integer not null,
  how text not null,
  score integer,
  completed_on date not null,
  stated_end date,
  session_id uuid,
  certificate_id uuid,
  recorded_by uuid,
  recorded_at timestamp with time zone not null,
  retention text not null default 'training'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint training_completion_how_check CHECK ((how = ANY (ARRAY['read'::text, 'quiz'::text, 'session'::text, 'certificate'::text]))),
  constraint training_completion_pkey PRIMARY KEY (school_id, id),
  constraint training_completion_school_id_certificate_id_fkey FOREIGN KEY (school_id, certificate_id) REFERENCES training_certificate(school_id, id),
  constraint training_completion_school_id_module_id_edition_fkey FOREIGN KEY (school_id, module_id, edition) REFERENCES training_edition(school_id, module_id, n),
  constraint training_completion_school_id_person_id_fkey FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id),
  constraint training_completion_school_id_session_id_fkey FOREIGN KEY (school_id, session_id) REFERENCES training_session(school_id, id),
  constraint training_completion_score_check CHECK (((score >= 0) AND (score <= 100)))
);
CREATE INDEX training_completion_by_module ON public.training_completion USING btree (school_id, module_id, completed_on DESC);
CREATE INDEX training_completion_of ON public.training_completion USING btree (school_id, person_id, module_id, completed_on DESC);
alter table public.training_completion enable row level security;
alter table public.training_completion force row level security;
create policy house on public.training_completion for all to current_user using (true) with check (true);
create policy scope on public.training_completion for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select on public.training_completion to gatepost_app;

create table public.training_delivery (
  school_id uuid not null,
  issue_id uuid not null,
  person_id uuid not null,
  delivered_at timestamp with time zone not null,
  read_at timestamp with time zone,
  retention text not null default 'training'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint training_delivery_pkey PRIMARY KEY (school_id, issue_id, person_id),
  constraint training_delivery_school_id_issue_id_fkey FOREIGN KEY (school_id, issue_id) REFERENCES training_issue(school_id, id),
  constraint training_delivery_school_id_person_id_fkey FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id)
);
CREATE INDEX training_delivery_unread ON public.training_delivery USING btree (school_id, person_id) WHERE (read_at IS NULL);
alter table public.training_delivery enable row level security;
alter table public.training_delivery force row level security;
create policy house on public.training_delivery for all to current_user using (true) with check (true);
create policy scope on public.training_delivery for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.training_delivery to gatepost_app;

create table public.training_edition (
  school_id uuid not null,
  module_id text not null,
  n integer not null,
  title text not null,
  summary text not null default ''::text,
  words text not null,
  video text not null default ''::text,
  document text not null default ''::text,
  questions jsonb not null default '[]'::jsonb,
  pass_mark integer not null default 100,
  sha256 text not null,
  note text not null default ''::text,
  written_by uuid,
  written_at timestamp with time zone not null,
  constraint training_edition_n_check CHECK ((n > 0)),
  constraint training_edition_pass_mark_check CHECK (((pass_mark >= 1) AND (pass_mark <= 100))),
  constraint training_edition_pkey PRIMARY KEY (school_id, module_id, n),
  constraint training_edition_school_id_module_id_fkey FOREIGN KEY (school_id, module_id) REFERENCES training_module(school_id, id)
);
alter table public.training_edition enable row level security;
alter table public.training_edition force row level security;
create policy house on public.training_edition for all to current_user using (true) with check (true);
create policy scope on public.training_edition for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select on public.training_edition to gatepost_app;

create table public.training_fact (
  school_id uuid not null,
  id uuid not null,
  module_id text not null,
  claim text not null,
  source text not null,
  address text not null default ''::text,
  dated_on date not null,
  recheck_on date not null,
  owner_id uuid not null,
  recorded_by uuid,
  recorded_at timestamp with time zone not null,
  asked_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint training_fact_pkey PRIMARY KEY (school_id, id),
  constraint training_fact_school_id_fkey FOREIGN KEY (school_id) REFERENCES school(id),
  constraint training_fact_school_id_module_id_fkey FOREIGN KEY (school_id, module_id) REFERENCES training_module(school_id, id),
  constraint training_fact_school_id_owner_id_fkey FOREIGN KEY (school_id, owner_id) REFERENCES person(school_id, id)
);
CREATE INDEX training_fact_live ON public.training_fact USING btree (school_id, module_id) WHERE (ended_at IS NULL);
alter table public.training_fact enable row level security;
alter table public.training_fact force row level security;
create policy house on public.training_fact for all to current_user using (true) with check (true);
create policy scope on public.training_fact for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.training_fact to gatepost_app;

create table public.training_guidance (
  school_id uuid not null,
  id text not null,
  kind text not null,
  title text not null,
  words text not null,
  target_kind text not null,
  target text not null default ''::text,
  every text not null,
  automatic boolean not null default false,
  starts_on date not null,
  written_by uuid,
  written_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  constraint training_guidance_every_check CHECK ((every = ANY (ARRAY['once'::text, 'term'::text, 'year'::text]))),
  constraint training_guidance_id_check CHECK ((id ~ '^[a-z0-9][a-z0-9-]{1,59}$'::text)),
  constraint training_guidance_kind_check CHECK ((kind = ANY (ARRAY['advice'::text, 'update'::text, 'reminder'::text]))),
  constraint training_guidance_pkey PRIMARY KEY (school_id, id),
  constraint training_guidance_school_id_fkey FOREIGN KEY (school_id) REFERENCES school(id),
  constraint training_guidance_target_kind_check CHECK ((target_kind = ANY (ARRAY['all'::text, 'runners'::text, 'type'::text, 'responsibility'::text, 'person'::text])))
);
alter table public.training_guidance enable row level security;
alter table public.training_guidance force row level security;
create policy house on public.training_guidance for all to current_user using (true) with check (true);
create policy scope on public.training_guidance for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.training_guidance to gatepost_app;

create table public.training_induction (
  school_id uuid not null,
  person_id uuid not null,
  begun_by uuid,
  begun_at timestamp with time zone not null,
  completed_by uuid,
  completed_at timestamp with time zone,
  retention text not null default 'training'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint training_induction_pkey PRIMARY KEY (school_id, person_id),
  constraint training_induction_school_id_person_id_fkey FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id)
);
alter table public.training_induction enable row level security;
alter table public.training_induction force row level security;
create policy house on public.training_induction for all to current_user using (true) with check (true);
create policy scope on public.training_induction for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.training_induction to gatepost_app;

create table public.training_induction_point (
  school_id uuid not null,
  person_id uuid not null,
  point text not null,
  held_by text not null,
  held_on date not null,
  note text not null default ''::text,
  recorded_by uuid,
  recorded_at timestamp with time zone not null,
  constraint training_induction_point_pkey PRIMARY KEY (school_id, person_id, point),
  constraint training_induction_point_school_id_person_id_fkey FOREIGN KEY (school_id, person_id) REFERENCES training_induction(school_id, person_id)
);
alter table public.training_induction_point enable row level security;
alter table public.training_induction_point force row level security;
create policy house on public.training_induction_point for all to current_user using (true) with check (true);
create policy scope on public.training_induction_point for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.training_induction_point to gatepost_app;

create table public.training_issue (
  school_id uuid not null,
  id uuid not null,
  guidance_id text not null,
  title text not null,
  words text not null,
  issued_by uuid,
  issued_at timestamp with time zone not null,
  issued_on date not null,
  constraint training_issue_pkey PRIMARY KEY (school_id, id),
  constraint training_issue_school_id_guidance_id_fkey FOREIGN KEY (school_id, guidance_id) REFERENCES training_guidance(school_id, id)
);
CREATE INDEX training_issue_of ON public.training_issue USING btree (school_id, guidance_id, issued_at DESC);
alter table public.training_issue enable row level security;
alter table public.training_issue force row level security;
create policy house on public.training_issue for all to current_user using (true) with check (true);
create policy scope on public.training_issue for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select on public.training_issue to gatepost_app;

create table public.training_module (
  school_id uuid not null,
  id text not null,
  edition integer not null,
  counts_from integer not null default 1,
  counts_since date,
  needed_to_run boolean not null default false,
  repeat_months integer,
  owner_id uuid,
  retired_at timestamp with time zone,
  constraint training_module_edition_check CHECK ((edition > 0)),
  constraint training_module_id_check CHECK ((id ~ '^[a-z0-9][a-z0-9-]{1,59}$'::text)),
  constraint training_module_pkey PRIMARY KEY (school_id, id),
  constraint training_module_repeat_months_check CHECK (((repeat_months >= 1) AND (repeat_months <= 60))),
  constraint training_module_school_id_fkey FOREIGN KEY (school_id) REFERENCES school(id),
  constraint training_module_school_id_owner_id_fkey FOREIGN KEY (school_id, owner_id) REFERENCES person(school_id, id)
);
alter table public.training_module enable row level security;
alter table public.training_module force row level security;
create policy house on public.training_module for all to current_user using (true) with check (true);
create policy scope on public.training_module for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.training_module to gatepost_app;

create table public.training_session (
  school_id uuid not null,
  id uuid not null,
  title text not null,
  held_on date not null,
  led_by text not null,
  module_ids text[] not null default '{}'::text[],
  notes text not null default ''::text,
  sheet text not null default ''::text,
  recorded_by uuid,
  recorded_at timestamp with time zone not null,
  retention text not null default 'training'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint training_session_pkey PRIMARY KEY (school_id, id),
  constraint training_session_school_id_fkey FOREIGN KEY (school_id) REFERENCES school(id)
);
alter table public.training_session enable row level security;
alter table public.training_session force row level security;
create policy house on public.training_session for all to current_user using (true) with check (true);
create policy scope on public.training_session for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select on public.training_session to gatepost_app;

create table public.trust (
  id uuid not null,
  name text not null,
  created_at timestamp with time zone not null,
  constraint trust_pkey PRIMARY KEY (id)
);
alter table public.trust enable row level security;
alter table public.trust force row level security;
create policy house on public.trust for all to current_user using (true) with check (true);
create policy of_its_schools on public.trust for select to gatepost_app using ((id = ( SELECT app.trust() AS trust)));
create policy scope on public.trust for all to gatepost_app using ((id = ( SELECT app.school() AS school))) with check ((id = ( SELECT app.school() AS school)));
grant insert, select, update on public.trust to gatepost_app;

create table public.trust_change_seen (
  school_id uuid not null,
  id uuid not null,
  up_to timestamp with time zone not null,
  seen_by uuid,
  seen_at timestamp with time zone not null,
  retention text not null default 'policy'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint trust_change_seen_pkey PRIMARY KEY (school_id, id),
  constraint trust_change_seen_school_id_fkey FOREIGN KEY (school_id) REFERENCES school(id),
  constraint trust_change_seen_school_id_seen_by_fkey FOREIGN KEY (school_id, seen_by) REFERENCES person(school_id, id)
);
CREATE INDEX trust_change_seen_by_time ON public.trust_change_seen USING btree (school_id, up_to DESC);
alter table public.trust_change_seen enable row level security;
alter table public.trust_change_seen force row level security;
create policy house on public.trust_change_seen for all to current_user using (true) with check (true);
create policy scope on public.trust_change_seen for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select on public.trust_change_seen to gatepost_app;

create table public.trust_figure (
  trust_id uuid not null,
  school_id uuid not null,
  name text not null,
  value jsonb not null,
  at timestamp with time zone not null,
  constraint trust_figure_pkey PRIMARY KEY (trust_id, school_id, name),
  constraint trust_figure_school_id_fkey FOREIGN KEY (school_id) REFERENCES school(id),
  constraint trust_figure_trust_id_fkey FOREIGN KEY (trust_id) REFERENCES trust(id)
);
alter table public.trust_figure enable row level security;
alter table public.trust_figure force row level security;
create policy house on public.trust_figure for all to current_user using (true) with check (true);
create policy of_its_schools on public.trust_figure for all to gatepost_app using (((school_id = ( SELECT app.school() AS school)) AND (trust_id = ( SELECT app.trust() AS trust)))) with check (((school_id = ( SELECT app.school() AS school)) AND (trust_id = ( SELECT app.trust() AS trust))));
create policy scope on public.trust_figure for all to gatepost_app using ((trust_id = ( SELECT app.school() AS school))) with check ((trust_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.trust_figure to gatepost_app;

create table public.trust_lead (
  trust_id uuid not null,
  id uuid not null,
  login_id uuid not null,
  name text not null,
  job_title text not null default ''::text,
  named_by uuid,
  named_at timestamp with time zone not null,
  ended_by uuid,
  ended_at timestamp with time zone,
  retention text not null default 'person'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint trust_lead_pkey PRIMARY KEY (trust_id, id),
  constraint trust_lead_trust_id_fkey FOREIGN KEY (trust_id) REFERENCES trust(id)
);
CREATE INDEX trust_lead_by_login ON public.trust_lead USING btree (login_id);
CREATE UNIQUE INDEX trust_lead_now ON public.trust_lead USING btree (trust_id, login_id) WHERE (ended_at IS NULL);
alter table public.trust_lead enable row level security;
alter table public.trust_lead force row level security;
create policy house on public.trust_lead for all to current_user using (true) with check (true);
create policy scope on public.trust_lead for all to gatepost_app using ((trust_id = ( SELECT app.school() AS school))) with check ((trust_id = ( SELECT app.school() AS school)));
grant insert, select on public.trust_lead to gatepost_app;
grant update (ended_by, ended_at) on public.trust_lead to gatepost_app;

create table public.trust_lock (
  trust_id uuid not null,
  id uuid not null,
  setting_id text not null,
  answer jsonb not null,
  clauses text[] not null,
  version_id uuid not null,
  effective_on date not null,
  counts_from date not null,
  days integer not null,
  reason text not null,
  set_by uuid,
  set_at timestamp with time zone not null,
  lifted_on date,
  lift_reason text not null default ''::text,
  lifted_by uuid,
  lifted_at timestamp with time zone,
  retention text not null default 'policy'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint trust_lock_check CHECK ((lifted_on >= effective_on)),
  constraint trust_lock_days_check CHECK (((days >= 0) AND (days <= 365))),
  constraint trust_lock_pkey PRIMARY KEY (trust_id, id),
  constraint trust_lock_trust_id_version_id_fkey FOREIGN KEY (trust_id, version_id) REFERENCES trust_policy_version(trust_id, id)
);
CREATE INDEX trust_lock_by_setting ON public.trust_lock USING btree (trust_id, setting_id, effective_on);
alter table public.trust_lock enable row level security;
alter table public.trust_lock force row level security;
create policy house on public.trust_lock for all to current_user using (true) with check (true);
create policy of_its_schools on public.trust_lock for select to gatepost_app using ((trust_id = ( SELECT app.trust() AS trust)));
create policy scope on public.trust_lock for all to gatepost_app using ((trust_id = ( SELECT app.school() AS school))) with check ((trust_id = ( SELECT app.school() AS school)));
grant insert, select on public.trust_lock to gatepost_app;
grant update (lifted_on, lift_reason, lifted_by, lifted_at) on public.trust_lock to gatepost_app;

create table public.trust_policy_version (
  trust_id uuid not null,
  id uuid not null,
  n integer not null,
  document_id text not null,
  document jsonb not null,
  sha256 text not null,
  effective_on date not null,
  reason text not null default ''::text,
  changes text,
  put_by uuid,
  put_at timestamp with time zone not null,
  retention text not null default 'policy'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint trust_policy_version_pkey PRIMARY KEY (trust_id, id),
  constraint trust_policy_version_trust_id_fkey FOREIGN KEY (trust_id) REFERENCES trust(id),
  constraint trust_policy_version_trust_id_n_key UNIQUE (trust_id, n)
);
CREATE INDEX trust_policy_version_by_day ON public.trust_policy_version USING btree (trust_id, effective_on DESC, n DESC);
alter table public.trust_policy_version enable row level security;
alter table public.trust_policy_version force row level security;
create policy house on public.trust_policy_version for all to current_user using (true) with check (true);
create policy of_its_schools on public.trust_policy_version for select to gatepost_app using ((trust_id = ( SELECT app.trust() AS trust)));
create policy published on public.trust_policy_version for select to gatepost_visitor using ((trust_id = ( SELECT app.trust() AS trust)));
create policy scope on public.trust_policy_version for all to gatepost_app using ((trust_id = ( SELECT app.school() AS school))) with check ((trust_id = ( SELECT app.school() AS school)));
grant insert, select on public.trust_policy_version to gatepost_app;
grant select on public.trust_policy_version to gatepost_visitor;

create table public.vote (
  school_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  person_id uuid not null,
  answer text not null,
  note text not null default ''::text,
  answers jsonb not null default '{}'::jsonb,
  hash text not null,
  at timestamp with time zone not null,
  constraint vote_answer_check CHECK ((answer = ANY (ARRAY['approve'::text, 'send-back'::text, 'refuse'::text, 'take-back'::text]))),
  constraint vote_pkey PRIMARY KEY (school_id, id),
  constraint vote_school_id_decision_id_fkey FOREIGN KEY (school_id, decision_id) REFERENCES decision(school_id, id),
  constraint vote_school_id_person_id_fkey FOREIGN KEY (school_id, person_id) REFERENCES person(school_id, id)
);
CREATE INDEX vote_of ON public.vote USING btree (school_id, decision_id);
alter table public.vote enable row level security;
alter table public.vote force row level security;
create policy house on public.vote for all to current_user using (true) with check (true);
create policy scope on public.vote for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select on public.vote to gatepost_app;

create table public.watch_item (
  school_id uuid not null,
  key text not null,
  title text not null,
  why text not null default ''::text,
  expected text not null default ''::text,
  looked_at timestamp with time zone,
  looked_by uuid,
  closed_at timestamp with time zone,
  outcome text not null default ''::text,
  retention text not null default 'policy'::text,
  lawful_basis text not null default 'public-task'::text,
  hold boolean not null default false,
  constraint watch_item_pkey PRIMARY KEY (school_id, key),
  constraint watch_item_school_id_fkey FOREIGN KEY (school_id) REFERENCES school(id)
);
alter table public.watch_item enable row level security;
alter table public.watch_item force row level security;
create policy house on public.watch_item for all to current_user using (true) with check (true);
create policy scope on public.watch_item for all to gatepost_app using ((school_id = ( SELECT app.school() AS school))) with check ((school_id = ( SELECT app.school() AS school)));
grant insert, select, update on public.watch_item to gatepost_app;

create table sign_in.challenge (
  id uuid not null,
  identifier text not null,
  login_id text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint challenge_identifier_key UNIQUE (identifier),
  constraint challenge_pkey PRIMARY KEY (id)
);
CREATE INDEX challenge_by_end ON sign_in.challenge USING btree (expires_at);
grant delete, insert, select, update on sign_in.challenge to gatepost_sign_in;

create table sign_in.credential (
  id uuid not null,
  login_id uuid not null,
  provider_id text not null,
  account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint credential_login_id_fkey FOREIGN KEY (login_id) REFERENCES sign_in.login(id) ON DELETE CASCADE,
  constraint credential_pkey PRIMARY KEY (id),
  constraint credential_provider_id_account_id_key UNIQUE (provider_id, account_id)
);
CREATE INDEX credential_of ON sign_in.credential USING btree (login_id);
grant delete, insert, select, update on sign_in.credential to gatepost_sign_in;

create table sign_in.guess (
  about text not null,
  subject bytea not null,
  address bytea not null,
  failures integer not null,
  last_at timestamp with time zone not null,
  locked_until timestamp with time zone,
  succeeded_at timestamp with time zone,
  constraint guess_about_check CHECK ((about = ANY (ARRAY['login'::text, 'login-from'::text, 'address'::text, 'factor'::text]))),
  constraint guess_pkey PRIMARY KEY (about, subject, address)
);
CREATE INDEX guess_by_time ON sign_in.guess USING btree (last_at);
grant delete, insert, select, update on sign_in.guess to gatepost_sign_in;

create table sign_in.identity (
  issuer text not null,
  subject text not null,
  login_id uuid not null,
  provider_id uuid not null,
  email text not null,
  linked_at timestamp with time zone not null,
  last_used_at timestamp with time zone not null,
  constraint identity_login_id_fkey FOREIGN KEY (login_id) REFERENCES sign_in.login(id) ON DELETE CASCADE,
  constraint identity_pkey PRIMARY KEY (issuer, subject)
);
CREATE INDEX identity_of ON sign_in.identity USING btree (login_id);
grant delete, insert, select, update on sign_in.identity to gatepost_sign_in;

create table sign_in.known_place (
  login_id uuid not null,
  digest bytea not null,
  seen_at timestamp with time zone not null,
  constraint known_place_login_id_fkey FOREIGN KEY (login_id) REFERENCES sign_in.login(id) ON DELETE CASCADE,
  constraint known_place_pkey PRIMARY KEY (login_id, digest)
);
grant delete, insert, select, update on sign_in.known_place to gatepost_sign_in;

create table sign_in.login (
  id uuid not null,
  email text not null,
  email_verified boolean not null,
  name text not null,
  image text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  recovered_at timestamp with time zone,
  constraint login_email_key UNIQUE (email),
  constraint login_pkey PRIMARY KEY (id)
);
grant delete, insert, select, update on sign_in.login to gatepost_sign_in;

create table sign_in.passkey (
  id uuid not null,
  login_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  synced boolean not null,
  name text not null,
  added_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint passkey_credential_id_key UNIQUE (credential_id),
  constraint passkey_login_id_fkey FOREIGN KEY (login_id) REFERENCES sign_in.login(id) ON DELETE CASCADE,
  constraint passkey_pkey PRIMARY KEY (id)
);
CREATE INDEX passkey_of ON sign_in.passkey USING btree (login_id);
grant delete, insert, select, update on sign_in.passkey to gatepost_sign_in;

create table sign_in.provider_session (
  session_id uuid not null,
  provider_id uuid not null,
  only_school uuid,
  constraint provider_session_pkey PRIMARY KEY (session_id),
  constraint provider_session_session_id_fkey FOREIGN KEY (session_id) REFERENCES sign_in.session(id) ON DELETE CASCADE
);
grant delete, insert, select, update on sign_in.provider_session to gatepost_sign_in;

create table sign_in.recovery_code (
  login_id uuid not null,
  digest bytea not null,
  salt bytea not null,
  made_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint recovery_code_login_id_fkey FOREIGN KEY (login_id) REFERENCES sign_in.login(id) ON DELETE CASCADE,
  constraint recovery_code_pkey PRIMARY KEY (login_id, digest)
);
grant delete, insert, select, update on sign_in.recovery_code to gatepost_sign_in;

create table sign_in.second_factor (
  login_id uuid not null,
  seed_box bytea not null,
  started_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  last_step bigint,
  constraint second_factor_login_id_fkey FOREIGN KEY (login_id) REFERENCES sign_in.login(id) ON DELETE CASCADE,
  constraint second_factor_pkey PRIMARY KEY (login_id)
);
grant delete, insert, select, update on sign_in.second_factor to gatepost_sign_in;

create table sign_in.session (
  id uuid not null,
  login_id uuid not null,
  token text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  password_at timestamp with time zone not null,
  factor_at timestamp with time zone,
  used_at timestamp with time zone not null,
  constraint session_login_id_fkey FOREIGN KEY (login_id) REFERENCES sign_in.login(id) ON DELETE CASCADE,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_key UNIQUE (token)
);
CREATE INDEX session_by_end ON sign_in.session USING btree (expires_at);
CREATE INDEX session_of ON sign_in.session USING btree (login_id);
grant delete, insert, select, update on sign_in.session to gatepost_sign_in;

create table sign_in.spent_challenge (
  sha256 text not null,
  expires_at timestamp with time zone not null,
  constraint spent_challenge_pkey PRIMARY KEY (sha256)
);
CREATE INDEX spent_challenge_by_end ON sign_in.spent_challenge USING btree (expires_at);
grant delete, insert, select, update on sign_in.spent_challenge to gatepost_sign_in;

create table sign_in.used_return (
  state_sha256 text not null,
  expires_at timestamp with time zone not null,
  constraint used_return_pkey PRIMARY KEY (state_sha256)
);
CREATE INDEX used_return_by_end ON sign_in.used_return USING btree (expires_at);
grant delete, insert, select, update on sign_in.used_return to gatepost_sign_in;

CREATE OR REPLACE FUNCTION app.access_token(hash text, now_at timestamp with time zone)
 RETURNS TABLE(school_id uuid, id uuid, scopes text[], login_id uuid, person_id uuid, name text, job_title text, roles text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select k.school_id, k.id, k.scopes, p.login_id, p.id,
         coalesce(nullif(p.preferred_name, ''), p.first_name) || ' ' || p.last_name, p.job_title,
         app.person_roles(p.school_id, p.id, (now_at at time zone s.zone)::date)
    from public.access_token k
    join public.person p on p.school_id = k.school_id and p.id = k.person_id
    join public.school s on s.id = p.school_id
   where k.token_sha256 = hash and k.revoked_at is null and k.expires_at > now_at
     and (p.ended_on is null or p.ended_on >= (now_at at time zone s.zone)::date)
     and app.works_on(p.school_id, p.id, (now_at at time zone s.zone)::date)
$function$
;
grant execute on function app.access_token(text,timestamp with time zone) to gatepost_app;

CREATE OR REPLACE FUNCTION app.acknowledged_elsewhere(wanted text[])
 RETURNS TABLE(person_id uuid, document_sha256 text, kind text, done_on date, school_name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select here.id, a.document_sha256, a.kind, a.done_on, there_school.name
    from public.school here_school
    join public.school there_school on there_school.trust_id = here_school.trust_id and there_school.id <> here_school.id
    join public.acknowledgement a on a.school_id = there_school.id and a.document_sha256 = any(wanted) and a.outcome = 'confirmed'
    join public.person there on there.school_id = a.school_id and there.id = a.person_id
    join public.person here on here.school_id = here_school.id
     and (here.login_id = there.login_id or here.trust_person_id = there.trust_person_id)
   where here_school.id = app.school()
$function$
;
grant execute on function app.acknowledged_elsewhere(text[]) to gatepost_app;

CREATE OR REPLACE FUNCTION app.analyse_roll()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  analyze public.person, public.person_type, public.enrolment, public.name_key, public.external_id;
end $function$
;
grant execute on function app.analyse_roll() to gatepost_app;

CREATE OR REPLACE FUNCTION app.calendar_feed_by_token(digest text, today date)
 RETURNS TABLE(school_id uuid, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select f.school_id, f.id from public.calendar_feed f
    join public.person p on p.school_id = f.school_id and p.id = f.person_id
   where f.token_sha256 = digest and f.revoked_at is null and (p.ended_on is null or p.ended_on >= today)
$function$
;
grant execute on function app.calendar_feed_by_token(text,date) to gatepost_app;

CREATE OR REPLACE FUNCTION app.close(what regclass, scope_column text DEFAULT 'school_id'::text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('alter table %s enable row level security', what);
  execute format('alter table %s force row level security', what);
  execute format('create policy scope on %s to gatepost_app using (%I = (select app.school())) with check (%I = (select app.school()))', what, scope_column, scope_column);
  execute format('create policy house on %s to %I using (true) with check (true)', what, current_user);
end $function$
;
grant execute on function app.close(regclass,text) to public;

CREATE OR REPLACE FUNCTION app.count_sealed(scope uuid, seal bigint, ids uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  nil constant uuid := '00000000-0000-0000-0000-000000000000';
  zone text := coalesce((select s.zone from school s where s.id = scope), 'Europe/London');
begin
  with told as (
    select e.id, e.at, app.entry_facts(e.body) as facts
      from unnest(ids) as w(id) join entry e on e.scope_id = scope and e.id = w.id
  ), dated as (
    select id, facts, app.happened_at(facts, at, zone) as happened from told where facts is not null
  ), days as (
    select distinct (happened at time zone zone)::date as day from dated
  ), ruling as (
    select day, (
      select v.id from policy_version v
       where v.school_id = scope and v.effective_on <= day
         and not exists (select from policy_withdrawal w where w.school_id = scope and w.version_id = v.id)
       order by v.effective_on desc, v.n desc limit 1) as version
      from days
  ), lines as (
    insert into evidence_line (scope_id, clause, action, outcome, version, happened_at, entry_id, seal_n)
    select scope, c.clause, coalesce(d.facts ->> 'action', ''),
           case when d.facts #>> '{about,result}' in ('blocked', 'reopened') and d.facts ->> 'outcome' = 'done' then 'stopped'
                else coalesce(d.facts ->> 'outcome', '') end,
           case when d.facts ->> 'policy' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (d.facts ->> 'policy')::uuid
                else coalesce(r.version, nil) end,
           d.happened, d.id, seal
      from dated d
      join ruling r on r.day = (d.happened at time zone zone)::date
     cross join lateral (
       select '' union
       select jsonb_array_elements_text(
         case when jsonb_typeof(d.facts -> 'clauses') = 'array' then d.facts -> 'clauses' else '[]' end)) as c(clause)
    on conflict do nothing
    returning clause, action, outcome, version, happened_at
  )
  insert into evidence_day (scope_id, day, clause, action, outcome, version, n, last_at)
  select scope, (happened_at at time zone zone)::date, clause, action, outcome, version, count(*), max(happened_at)
    from lines group by 2, 3, 4, 5, 6
  on conflict (scope_id, day, clause, action, outcome, version)
  do update set n = evidence_day.n + excluded.n, last_at = greatest(evidence_day.last_at, excluded.last_at);
end $function$
;

CREATE OR REPLACE FUNCTION app.end_sessions_of(person uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  login uuid := (select p.login_id from public.person p where p.school_id = app.school() and p.id = person);
  ended int;
begin
  delete from sign_in.challenge c where c.login_id = login::text;
  delete from sign_in.session s where s.login_id = login;
  get diagnostics ended = row_count;
  return ended;
end $function$
;
grant execute on function app.end_sessions_of(uuid) to gatepost_app;

CREATE OR REPLACE FUNCTION app.enqueue(task text, payload json, job_key text, run_at timestamp with time zone, max_attempts integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'graphile_worker'
AS $function$
begin
  perform graphile_worker.add_job(
    task, payload, queue_name => null, run_at => coalesce(run_at, now()), max_attempts => max_attempts, job_key => job_key);
end $function$
;
grant execute on function app.enqueue(text,json,text,timestamp with time zone,integer) to gatepost_app;

CREATE OR REPLACE FUNCTION app.entry_facts(body text)
 RETURNS jsonb
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
begin
  return case when jsonb_typeof(body::jsonb) = 'object' then body::jsonb end;
exception when others then
  return null;
end $function$
;
grant execute on function app.entry_facts(text) to public;

CREATE OR REPLACE FUNCTION app.failed_job(job_id bigint)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'graphile_worker'
AS $function$
  select t.identifier from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
   where j.id = job_id and j.locked_at is null and j.last_error is not null
     and (app.is_first_school(app.school()) or j.payload ->> 'scope' = app.school()::text)
$function$
;

CREATE OR REPLACE FUNCTION app.give_up_job(job_id bigint)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'graphile_worker'
AS $function$
declare task text := app.failed_job(job_id);
begin
  if task is null then return null; end if;
  perform graphile_worker.complete_jobs(array[job_id]);
  return task;
end $function$
;
grant execute on function app.give_up_job(bigint) to gatepost_app;

CREATE OR REPLACE FUNCTION app.happened_at(facts jsonb, filed timestamp with time zone, zone text)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
declare
  said text := facts #>> '{about,happened}';
begin
  if said is null then return filed; end if;
  return least(filed, case when length(said) = 10 then (said || ' 12:00')::timestamp at time zone zone else said::timestamptz end);
exception when others then
  return filed;
end $function$
;
grant execute on function app.happened_at(jsonb,timestamp with time zone,text) to public;

CREATE OR REPLACE FUNCTION app.has_second_factor(login uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select exists (select from sign_in.second_factor f where f.login_id = login and f.confirmed_at is not null)
      or exists (select from sign_in.passkey k where k.login_id = login)
      or exists (select from sign_in.identity i join public.identity_provider p on p.id = i.provider_id
                  where i.login_id = login and p.enabled and p.asks_second_step)
$function$
;
grant execute on function app.has_second_factor(uuid) to gatepost_app;

CREATE OR REPLACE FUNCTION app.identity_provider(wanted uuid)
 RETURNS TABLE(id uuid, school_id uuid, school_name text, kind text, label text, issuer text, client_id text, secret_box bytea, domains text[], tenant text, asks_second_step boolean, shared boolean, enabled boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select p.id, p.school_id, s.name, p.kind, p.label, p.issuer, p.client_id, p.secret_box, p.domains, p.tenant,
         p.asks_second_step, p.shared and exists (select from public.installation i where i.first_school_id = p.school_id),
         p.enabled
    from public.identity_provider p join public.school s on s.id = p.school_id
   where p.id = wanted
$function$
;
grant execute on function app.identity_provider(uuid) to gatepost_sign_in;

CREATE OR REPLACE FUNCTION app.invitation_by_token(hash text)
 RETURNS TABLE(school_id uuid, id uuid, purpose text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select i.school_id, i.id, i.purpose from public.invitation i where i.token_sha256 = hash $function$
;
grant execute on function app.invitation_by_token(text) to gatepost_app;

CREATE OR REPLACE FUNCTION app.is_first_school(school uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select exists (select from public.installation where first_school_id = school) $function$
;
grant execute on function app.is_first_school(uuid) to gatepost_app;

CREATE OR REPLACE FUNCTION app.jobs(now_at timestamp with time zone)
 RETURNS TABLE(id bigint, task text, is_own boolean, state text, run_at timestamp with time zone, attempts integer, max_attempts integer, last_error text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'graphile_worker'
AS $function$
  with seen as (
    select j.*, t.identifier, coalesce(j.payload ->> 'scope' = app.school()::text, false) as own, not (j.payload::jsonb ? 'scope') as by_the_clock
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  )
  select s.id, s.identifier, s.own,
         case when s.locked_at is not null then 'running'
              when s.attempts >= s.max_attempts then 'failed'
              when s.last_error is not null then 'retrying'
              when s.run_at > now_at then 'planned'
              else 'waiting' end,
         s.run_at, s.attempts, s.max_attempts, case when s.own or s.by_the_clock then s.last_error end
    from seen s
   where s.own or app.is_first_school(app.school())
$function$
;
grant execute on function app.jobs(timestamp with time zone) to gatepost_app;

CREATE OR REPLACE FUNCTION app.mail_server_in_use()
 RETURNS SETOF mail_server
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select s.* from public.mail_server s
   where s.school_id = app.school()
      or (s.shared and s.school_id = (select first_school_id from public.installation)
          and app.school() is not null
          and not exists (select from public.mail_server own where own.school_id = app.school()))
$function$
;
grant execute on function app.mail_server_in_use() to gatepost_app;

CREATE OR REPLACE FUNCTION app.mail_turns(now_at timestamp with time zone)
 RETURNS TABLE(turns integer, again_at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  server uuid := (select s.school_id from app.mail_server_in_use() s);
  most int;
begin
  select s.per_minute into most from public.mail_server s where s.school_id = server for update;
  return query
    select greatest(most - count(*)::int, 0), coalesce(min(recent.tried_at) + interval '60 seconds', now_at) from (
      select m.tried_at from public.mail_message m
       where m.server_id = server and m.tried_at > now_at - interval '60 seconds'
       order by m.tried_at desc limit most
    ) recent;
end $function$
;
grant execute on function app.mail_turns(timestamp with time zone) to gatepost_app;

CREATE OR REPLACE FUNCTION app.note_mail_server(now_at timestamp with time zone, found_problem text, found_answer text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  update public.mail_server s
     set accepted_at = case when found_problem = '' then now_at else s.accepted_at end,
         failing_since = case when found_problem = '' then null else coalesce(s.failing_since, now_at) end,
         failures = case when found_problem = '' then 0 else s.failures + 1 end,
         problem = found_problem,
         answer = found_answer,
         try_again_at = case when found_problem = '' then null
                             else now_at + interval '1 minute' * least(power(2, least(s.failures, 10)), 30) end
   where s.school_id = (select used.school_id from app.mail_server_in_use() used)
$function$
;
grant execute on function app.note_mail_server(timestamp with time zone,text,text) to gatepost_app;

CREATE OR REPLACE FUNCTION app.offered_providers()
 RETURNS TABLE(id uuid, school_id uuid, school_name text, label text, shared boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select p.id, p.school_id, s.short_name, p.label,
         p.shared and exists (select from public.installation i where i.first_school_id = p.school_id)
    from public.identity_provider p join public.school s on s.id = p.school_id
   where p.enabled
   order by 5 desc, s.short_name, p.label, p.id
$function$
;
grant execute on function app.offered_providers() to gatepost_sign_in;

CREATE OR REPLACE FUNCTION app.open_invitations_of(mailbox text, now_at timestamp with time zone)
 RETURNS TABLE(school_id uuid, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select i.school_id, i.id
    from public.person p
    join public.invitation i on i.school_id = p.school_id and i.person_id = p.id
    join public.school s on s.id = p.school_id
   where lower(p.email) = lower(mailbox) and p.login_id is null
     and (p.ended_on is null or p.ended_on >= (now_at at time zone s.zone)::date)
     and i.purpose = 'join' and i.used_at is null and i.withdrawn_at is null and i.expires_at > now_at
   order by i.created_at, i.id
$function$
;
grant execute on function app.open_invitations_of(text,timestamp with time zone) to gatepost_app;

CREATE OR REPLACE FUNCTION app.person()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.person', true), '')::uuid $function$
;
grant execute on function app.person() to public;

CREATE OR REPLACE FUNCTION app.person_roles(school uuid, person uuid, today date)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select coalesce(array_agg(distinct held), '{}') from (
    select type as held from public.person_type t
      where t.school_id = school and t.person_id = person and t.starts_on <= today and (t.ends_on is null or t.ends_on >= today)
    union all
    select r.responsibility from public.responsibility r
      where r.school_id = school and r.person_id = person and r.starts_on <= today and (r.ends_on is null or r.ends_on >= today)
    union all
    select r.responsibility from public.responsibility r
      join public.absence a on a.school_id = r.school_id and a.person_id = r.person_id and today between a.starts_on and a.ends_on
      where r.school_id = school and r.deputy_id = person and r.starts_on <= today and (r.ends_on is null or r.ends_on >= today)
    union all
    select case when u.scope = 'run' then 'account-runner' else 'author' end from public.authority u
      where u.school_id = school and u.person_id = person and u.ended_at is null
  ) as roles
$function$
;
grant execute on function app.person_roles(uuid,uuid,date) to gatepost_app;

CREATE OR REPLACE FUNCTION app.persons_of_login(login uuid, now_at timestamp with time zone)
 RETURNS TABLE(school_id uuid, school_name text, person_id uuid, name text, job_title text, roles text[], second_factor_roles text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select p.school_id, s.name, p.id,
         coalesce(nullif(p.preferred_name, ''), p.first_name) || ' ' || p.last_name, p.job_title,
         app.person_roles(p.school_id, p.id, (now_at at time zone s.zone)::date), s.second_factor_roles
    from public.person p join public.school s on s.id = p.school_id
   where p.login_id = login and (p.ended_on is null or p.ended_on >= (now_at at time zone s.zone)::date)
     and app.works_on(p.school_id, p.id, (now_at at time zone s.zone)::date)
   order by s.name, p.id
$function$
;
grant execute on function app.persons_of_login(uuid,timestamp with time zone) to gatepost_app;

CREATE OR REPLACE FUNCTION app.provider_of_session(session uuid)
 RETURNS TABLE(asks_second_step boolean, only_school uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select coalesce((select p.asks_second_step and p.enabled from public.identity_provider p where p.id = v.provider_id), false),
         v.only_school
    from sign_in.provider_session v
   where v.session_id = session
$function$
;
grant execute on function app.provider_of_session(uuid) to gatepost_app;

CREATE OR REPLACE FUNCTION app.public_signing_key(wanted text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select public_key from public.signing_key where id = wanted $function$
;
grant execute on function app.public_signing_key(text) to gatepost_app;

CREATE OR REPLACE FUNCTION app.retry_job(job_id bigint)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'graphile_worker'
AS $function$
declare task text := app.failed_job(job_id);
begin
  if task is null then return null; end if;
  perform graphile_worker.reschedule_jobs(array[job_id], run_at => now(), attempts => 0);
  return task;
end $function$
;
grant execute on function app.retry_job(bigint) to gatepost_app;

CREATE OR REPLACE FUNCTION app.running_processes(seen_since timestamp with time zone)
 RETURNS SETOF running_process
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select * from public.running_process where app.is_first_school(app.school()) and seen_at >= seen_since order by started_at $function$
;
grant execute on function app.running_processes(timestamp with time zone) to gatepost_app;

CREATE OR REPLACE FUNCTION app.school()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.school', true), '')::uuid $function$
;
grant execute on function app.school() to public;

CREATE OR REPLACE FUNCTION app.school_by_slug(wanted text)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select id from public.school where slug = wanted $function$
;
grant execute on function app.school_by_slug(text) to gatepost_app;
grant execute on function app.school_by_slug(text) to gatepost_visitor;

CREATE OR REPLACE FUNCTION app.second_factor_due(school uuid, person uuid, today date)
 RETURNS date
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select min(greatest(held.since, (s.second_factor_since ->> held.role)::date) + s.second_factor_grace_days)
    from public.school s join lateral (
      select t.type as role, t.starts_on as since from public.person_type t
        where t.school_id = school and t.person_id = person and t.starts_on <= today and (t.ends_on is null or t.ends_on >= today)
      union all
      select r.responsibility, r.starts_on from public.responsibility r
        where r.school_id = school and r.person_id = person and r.starts_on <= today and (r.ends_on is null or r.ends_on >= today)
      union all
      select r.responsibility, greatest(r.starts_on, a.starts_on) from public.responsibility r
        join public.absence a on a.school_id = r.school_id and a.person_id = r.person_id and today between a.starts_on and a.ends_on
        where r.school_id = school and r.deputy_id = person and r.starts_on <= today and (r.ends_on is null or r.ends_on >= today)
      union all
      select case when u.scope = 'run' then 'account-runner' else 'author' end, (u.granted_at at time zone s.zone)::date
        from public.authority u
        where u.school_id = school and u.person_id = person and u.ended_at is null
    ) held on held.role = any (s.second_factor_roles)
   where s.id = school
$function$
;
grant execute on function app.second_factor_due(uuid,uuid,date) to gatepost_app;

CREATE OR REPLACE FUNCTION app.session(token_sha256 text, now_at timestamp with time zone)
 RETURNS TABLE(session_id uuid, login_id uuid, email text, created_at timestamp with time zone, expires_at timestamp with time zone, used_at timestamp with time zone, password_at timestamp with time zone, factor_at timestamp with time zone, has_app boolean, passkeys text[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  return query
    select s.id, s.login_id, l.email, s.created_at, s.expires_at, s.used_at, s.password_at, s.factor_at,
           f.confirmed_at is not null,
           array(select k.credential_id from sign_in.passkey k where k.login_id = s.login_id order by k.id)
      from sign_in.session s
      join sign_in.login l on l.id = s.login_id
      left join sign_in.second_factor f on f.login_id = s.login_id
      cross join lateral sign_in.session_limits(s.login_id) m
     where s.token = token_sha256 and s.expires_at > now_at
       and s.used_at + m.idle > now_at and s.created_at + m.whole > now_at;
end $function$
;
grant execute on function app.session(text,timestamp with time zone) to gatepost_app;

CREATE OR REPLACE FUNCTION app.sizes()
 RETURNS TABLE(database_bytes bigint, own_picture_bytes bigint, picture_bytes bigint, server_version text, schema_version text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select case when app.is_first_school(app.school()) then pg_database_size(current_database()) end,
         (select coalesce(sum(m.bytes), 0) from public.media m where m.school_id = app.school()),
         case when app.is_first_school(app.school()) then (select coalesce(sum(m.bytes), 0) from public.media m) end,
         case when app.is_first_school(app.school()) then current_setting('server_version') end,
         case when app.is_first_school(app.school()) then (select max(s.name) from public.schema_migration s) end
$function$
;
grant execute on function app.sizes() to gatepost_app;

CREATE OR REPLACE FUNCTION app.trust()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select trust_id from public.school where id = app.school() $function$
;
grant execute on function app.trust() to gatepost_app;
grant execute on function app.trust() to gatepost_visitor;

CREATE OR REPLACE FUNCTION app.trusts_of_login(login uuid)
 RETURNS TABLE(trust_id uuid, trust_name text, lead_id uuid, name text, job_title text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select t.id, t.name, l.id, l.name, l.job_title
    from public.trust_lead l join public.trust t on t.id = l.trust_id
   where l.login_id = login and l.ended_at is null
   order by t.name, t.id
$function$
;
grant execute on function app.trusts_of_login(uuid) to gatepost_app;

CREATE OR REPLACE FUNCTION app.was_given(wanted text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select app.person() is null or exists (
    select from public.responsibility r
     where r.school_id = app.school() and (r.person_id = app.person() or r.deputy_id = app.person())
       and r.responsibility = any(wanted))
$function$
;
grant execute on function app.was_given(text[]) to gatepost_app;

CREATE OR REPLACE FUNCTION app.works_on(school uuid, person uuid, today date)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select exists (select from public.person_type t
                  where t.school_id = school and t.person_id = person and t.type not in ('pupil', 'carer', 'visitor')
                    and t.starts_on <= today and (t.ends_on is null or t.ends_on >= today))
$function$
;

CREATE OR REPLACE FUNCTION sign_in.session_limits(login uuid)
 RETURNS TABLE(idle interval, whole interval)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select make_interval(mins => coalesce(min(s.session_idle_minutes), 720)), make_interval(days => coalesce(min(s.session_days), 7))
    from public.person p join public.school s on s.id = p.school_id
   where p.login_id = login
$function$
;
grant execute on function sign_in.session_limits(uuid) to gatepost_sign_in;
