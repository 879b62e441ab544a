-- Passkeys and recovery codes, sessions that end by themselves, sign-ins from strange places, access ended at once.

-- A passkey (WebAuthn): its public half, so nothing in here lets anybody in.
create table sign_in.passkey (
  id uuid primary key,
  login_id uuid not null references sign_in.login (id) on delete cascade,
  -- base64url, as browsers name it
  credential_id text not null unique,
  -- COSE
  public_key bytea not null,
  -- of authenticators that count: one that does not go up was copied
  counter bigint not null,
  -- how the browser reached it: internal, usb, nfc, ble, hybrid
  transports text[] not null,
  -- kept with an account of Apple, Google or a password manager, and so on more than one device
  synced boolean not null,
  -- what its owner calls it
  name text not null,
  added_at timestamptz not null,
  used_at timestamptz
);
create index passkey_of on sign_in.passkey (login_id);

-- Challenges of passkeys carry their own end and signature; once answered they lie here until that end, so that none is answered twice.
create table sign_in.spent_challenge (
  sha256 text primary key,
  expires_at timestamptz not null
);
create index spent_challenge_by_end on sign_in.spent_challenge (expires_at);

-- Codes for the day when telephone and passkeys are lost. Each works once.
create table sign_in.recovery_code (
  login_id uuid not null references sign_in.login (id) on delete cascade,
  -- scrypt of the code
  digest bytea not null,
  -- the same for all codes that were made together
  salt bytea not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (login_id, digest)
);

-- Where somebody has signed in before: keyed digests of kind of device and network, so that the places themselves are not kept.
create table sign_in.known_place (
  login_id uuid not null references sign_in.login (id) on delete cascade,
  digest bytea not null,
  seen_at timestamptz not null,
  primary key (login_id, digest)
);

grant select, insert, update, delete on sign_in.passkey, sign_in.spent_challenge, sign_in.recovery_code, sign_in.known_place
  to gatepost_sign_in;

-- When a password was set with a recovery link and nobody has signed in since.
alter table sign_in.login add column recovered_at timestamptz;

-- When the session was last used, to the minute.
alter table sign_in.session add column used_at timestamptz;
update sign_in.session set used_at = updated_at;
alter table sign_in.session alter column used_at set not null;

alter table school
  -- since when each of second_factor_roles is one: {"headteacher": "2026-11-20"}
  add column second_factor_since jsonb not null default '{}',
  -- how long somebody who comes to hold such a role may go on without
  add column second_factor_grace_days int not null default 0 check (second_factor_grace_days between 0 and 30),
  -- a session ends when it was not used for so long …
  add column session_idle_minutes int not null default 720 check (session_idle_minutes between 15 and 1440),
  -- … and after so many days at the latest
  add column session_days int not null default 7 check (session_days between 1 and 30),
  -- the school's own addresses, such as 198.51.100.0/24
  add column networks text[] not null default '{}';

-- When an administrator ended this person's access; null again once they have joined anew.
alter table person add column access_ended_at timestamptz;

-- How long sessions of a login live: the strictest of the schools where it belongs.
create function sign_in.session_limits(login uuid) returns table (idle interval, whole interval)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select make_interval(mins => coalesce(min(s.session_idle_minutes), 720)), make_interval(days => coalesce(min(s.session_days), 7))
    from public.person p join public.school s on s.id = p.school_id
   where p.login_id = login
$$;
revoke all on function sign_in.session_limits(uuid) from public;
grant execute on function sign_in.session_limits(uuid) to gatepost_sign_in;

-- Whose session is this? As before, and: not one that was left alone too long, and with which second factors there are.
drop function app.session(text, timestamptz);
create function app.session(token_sha256 text, now_at timestamptz) returns table (
  session_id uuid, login_id uuid, email text, created_at timestamptz, expires_at timestamptz, used_at timestamptz,
  password_at timestamptz, factor_at timestamptz, has_app boolean, passkeys text[])
  language plpgsql stable security definer set search_path = pg_catalog as $$
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
end $$;
revoke all on function app.session(text, timestamptz) from public;
grant execute on function app.session(text, timestamptz) to gatepost_app;

-- The day from which this person may do nothing without a second factor: of each role that needs one, the later of
-- when it was given and when the rule was made, and the days of grace. Null for whoever holds no such role.
create function app.second_factor_due(school uuid, person uuid, today date) returns date
  language sql stable security definer set search_path = pg_catalog, public as $$
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
$$;
revoke all on function app.second_factor_due(uuid, uuid, date) from public;
grant execute on function app.second_factor_due(uuid, uuid, date) to gatepost_app;

-- Signs the login of a person of the school acted in out everywhere. Part of ending their access, and in its transaction.
create function app.end_sessions_of(person uuid) returns int
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  login uuid := (select p.login_id from public.person p where p.school_id = app.school() and p.id = person);
  ended int;
begin
  delete from sign_in.challenge c where c.login_id = login::text;
  delete from sign_in.session s where s.login_id = login;
  get diagnostics ended = row_count;
  return ended;
end $$;
revoke all on function app.end_sessions_of(uuid) from public;
grant execute on function app.end_sessions_of(uuid) to gatepost_app;
