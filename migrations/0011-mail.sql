-- Mail out: the server, the messages that were asked for and what became of each, and when each person wants the digest.

-- One per school that has its own. The first school may share its server with schools that have none.
create table mail_server (
  school_id uuid primary key references school (id),
  host text not null,
  port int not null check (port between 1 and 65535),
  -- tls: from the first byte · starttls: asked for and insisted on · none: a relay inside the school's own network
  encryption text not null check (encryption in ('tls', 'starttls', 'none')),
  username text not null default '',
  -- locked with the keyring as `mail-server/<school_id>`; null where the server asks for no password
  password_box bytea,
  from_address text not null,
  from_name text not null,
  reply_to text not null default '',
  per_minute int not null check (per_minute between 1 and 600),
  -- PEM of the authority that signed the server's certificate, where it is the school's own
  authority text not null default '',
  shared boolean not null default false,
  set_by uuid,
  set_at timestamptz not null,
  -- how it goes with it: when it last took a message, since when it takes none and why, and when it is tried again
  accepted_at timestamptz,
  failing_since timestamptz,
  failures int not null default 0,
  problem text not null default '',
  answer text not null default '',
  try_again_at timestamptz
);
select app.close('mail_server');
grant select, insert, update, delete on mail_server to gatepost_app;

-- One message to one person or address. Facts are ids, counts and times: no name and no words of anybody.
create table mail_message (
  school_id uuid not null references school (id),
  id uuid not null,
  -- asked twice with one key, sent once
  key text not null,
  person_id uuid,
  -- where it goes, or went when it was last tried
  address text not null default '',
  template text not null,
  facts jsonb not null default '{}',
  -- the secret of the link that it carries, locked with the keyring as `mail-message/<id>`; gone once it is settled
  link_box bytea,
  urgent boolean not null,
  state text not null check (state in ('queued', 'sending', 'sent', 'refused', 'bounced', 'given-up')),
  asked_at timestamptz not null,
  due_at timestamptz not null,
  give_up_at timestamptz not null,
  attempts int not null default 0,
  tried_at timestamptz,
  settled_at timestamptz,
  -- an earlier try may have got through though no answer came
  unsure boolean not null default false,
  -- the Message-ID, the same at every try, so that a mailbox knows a second copy for what it is
  message_id text not null default '',
  -- whose server it was tried with
  server_id uuid,
  problem text not null default '',
  answer text not null default '',
  retention text not null default 'mail',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, id),
  unique (school_id, key),
  foreign key (school_id, person_id) references person (school_id, id)
);
select app.close('mail_message');
grant select, insert, update on mail_message to gatepost_app;
create index mail_message_waiting on mail_message (school_id, urgent desc, due_at, id) where state in ('queued', 'sending');
create index mail_message_of on mail_message (school_id, person_id, settled_at);
create index mail_message_newest on mail_message (school_id, asked_at, id);
create index mail_message_pace on mail_message (server_id, tried_at);
create index mail_message_by_header on mail_message (school_id, message_id) where message_id <> '';

-- When somebody wants the digest. Who has not chosen gets it on school mornings.
create table mail_choice (
  school_id uuid not null,
  person_id uuid not null,
  digest text not null default 'daily' check (digest in ('daily', 'off')),
  -- HH:MM in the school's own zone
  digest_at text not null default '07:30' check (digest_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  school_days_only boolean not null default true,
  chosen_at timestamptz,
  -- the last day for which a digest was put together, or found to be empty
  digest_on date,
  primary key (school_id, person_id),
  foreign key (school_id, person_id) references person (school_id, id)
);
select app.close('mail_choice');
grant select, insert, update on mail_choice to gatepost_app;

-- A link that its holder asked for at the sign-in page: short-lived, and it takes no second factor away.
alter table invitation add column self_asked boolean not null default false;

-- The server that this school's mail goes out by: its own, else the one that the first school shares.
create function app.mail_server_in_use() returns setof mail_server
  language sql stable security definer set search_path = pg_catalog, public as $$
  select s.* from public.mail_server s
   where s.school_id = app.school()
      or (s.shared and s.school_id = (select first_school_id from public.installation)
          and app.school() is not null
          and not exists (select from public.mail_server own where own.school_id = app.school()))
$$;
revoke all on function app.mail_server_in_use() from public;
grant execute on function app.mail_server_in_use() to gatepost_app;

-- How many messages may be tried with the server in use now, all schools together: never more than per_minute within
-- any sixty seconds. The server's row is locked until the commit, so that two workers do not take one turn.
create function app.mail_turns(now_at timestamptz) returns table (turns int, again_at timestamptz)
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
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
end $$;
revoke all on function app.mail_turns(timestamptz) from public;
grant execute on function app.mail_turns(timestamptz) to gatepost_app;

-- How it went with the server in use. An empty problem is an accepted message. It is left alone for longer each time.
create function app.note_mail_server(now_at timestamptz, found_problem text, found_answer text) returns void
  language sql volatile security definer set search_path = pg_catalog, public as $$
  update public.mail_server s
     set accepted_at = case when found_problem = '' then now_at else s.accepted_at end,
         failing_since = case when found_problem = '' then null else coalesce(s.failing_since, now_at) end,
         failures = case when found_problem = '' then 0 else s.failures + 1 end,
         problem = found_problem,
         answer = found_answer,
         try_again_at = case when found_problem = '' then null
                             else now_at + interval '1 minute' * least(power(2, least(s.failures, 10)), 30) end
   where s.school_id = (select used.school_id from app.mail_server_in_use() used)
$$;
revoke all on function app.note_mail_server(timestamptz, text, text) from public;
grant execute on function app.note_mail_server(timestamptz, text, text) to gatepost_app;
