-- Signing in through a provider that a school has already: Google Workspace, Microsoft Entra, any that speaks OpenID Connect.

create table identity_provider (
  school_id uuid not null references school (id),
  id uuid not null,
  kind text not null check (kind in ('google', 'microsoft', 'other')),
  -- what the button says after "Sign in with"
  label text not null,
  issuer text not null default '',
  client_id text not null default '',
  -- the client secret, locked with the installation's key; null until somebody has typed it
  secret_box bytea,
  -- the day the provider lets it die on; null = not known, or never
  secret_expires_on date,
  -- whose people may come: domains of Google Workspace, or of e-mail addresses
  domains text[] not null default '{}',
  -- the directory of Microsoft Entra whose people may come
  tenant text not null default '',
  -- its people show a second factor there, so that Gatepost asks for none
  asks_second_step boolean not null default false,
  -- of the first school only: people of every school may come by it
  shared boolean not null default false,
  created_at timestamptz not null,
  -- the newest try of an administrator, and what came back: {"came": true, "email": …} or {"came": false, "message": …}
  tried_at timestamptz,
  tried_by uuid,
  trial jsonb,
  -- a try has succeeded with what stands here now
  proven boolean not null default false,
  enabled boolean not null default false check (not enabled or proven),
  primary key (school_id, id),
  foreign key (school_id, tried_by) references person (school_id, id)
);
select app.close('identity_provider');
grant select, insert, update, delete on identity_provider to gatepost_app;
create index identity_provider_by_id on identity_provider (id);
create index identity_provider_tried_by on identity_provider (school_id, tried_by);

-- An account at a provider that is joined to a login. `subject` is the name that the issuer never gives to anybody else.
create table sign_in.identity (
  issuer text not null,
  subject text not null,
  login_id uuid not null references sign_in.login (id) on delete cascade,
  provider_id uuid not null,
  -- as the provider said it when they were joined: for the person to know it by
  email text not null,
  linked_at timestamptz not null,
  last_used_at timestamptz not null,
  primary key (issuer, subject)
);
create index identity_of on sign_in.identity (login_id);

-- By which provider a session began; one that began with a password has no row.
create table sign_in.provider_session (
  session_id uuid primary key references sign_in.session (id) on delete cascade,
  provider_id uuid not null,
  -- whose provider it was: the session is good for that school alone; null = a shared one
  only_school uuid
);

-- Ways back from a provider that were taken already: none works twice.
create table sign_in.used_return (
  state_sha256 text primary key,
  expires_at timestamptz not null
);
create index used_return_by_end on sign_in.used_return (expires_at);

grant select, insert, update, delete on sign_in.identity, sign_in.provider_session, sign_in.used_return to gatepost_sign_in;
grant usage on schema app to gatepost_sign_in;

-- What sign-in must know of a provider to speak with it. Only a provider of the first school can be shared.
create function app.identity_provider(wanted uuid) returns table (
  id uuid, school_id uuid, school_name text, kind text, label text, issuer text, client_id text, secret_box bytea,
  domains text[], tenant text, asks_second_step boolean, shared boolean, enabled boolean)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select p.id, p.school_id, s.name, p.kind, p.label, p.issuer, p.client_id, p.secret_box, p.domains, p.tenant,
         p.asks_second_step, p.shared and exists (select from public.installation i where i.first_school_id = p.school_id),
         p.enabled
    from public.identity_provider p join public.school s on s.id = p.school_id
   where p.id = wanted
$$;
revoke all on function app.identity_provider(uuid) from public;
grant execute on function app.identity_provider(uuid) to gatepost_sign_in;

-- What the sign-in page offers.
create function app.offered_providers() returns table (
  id uuid, school_id uuid, school_name text, label text, shared boolean)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select p.id, p.school_id, s.short_name, p.label,
         p.shared and exists (select from public.installation i where i.first_school_id = p.school_id)
    from public.identity_provider p join public.school s on s.id = p.school_id
   where p.enabled
   order by 5 desc, s.short_name, p.label, p.id
$$;
revoke all on function app.offered_providers() from public;
grant execute on function app.offered_providers() to gatepost_sign_in;

-- Did this session begin at a provider whose people show a second factor there? No row: it began with a password.
create function app.provider_of_session(session uuid) returns table (asks_second_step boolean, only_school uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce((select p.asks_second_step and p.enabled from public.identity_provider p where p.id = v.provider_id), false),
         v.only_school
    from sign_in.provider_session v
   where v.session_id = session
$$;
revoke all on function app.provider_of_session(uuid) from public;
grant execute on function app.provider_of_session(uuid) to gatepost_app;

-- Invitations that are open for a proven e-mail address, wherever they are from.
create function app.open_invitations_of(mailbox text, now_at timestamptz) returns table (school_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select i.school_id, i.id
    from public.person p
    join public.invitation i on i.school_id = p.school_id and i.person_id = p.id
    join public.school s on s.id = p.school_id
   where lower(p.email) = lower(mailbox) and p.login_id is null
     and (p.ended_on is null or p.ended_on >= (now_at at time zone s.zone)::date)
     and i.purpose = 'join' and i.used_at is null and i.withdrawn_at is null and i.expires_at > now_at
   order by i.created_at, i.id
$$;
revoke all on function app.open_invitations_of(text, timestamptz) from public;
grant execute on function app.open_invitations_of(text, timestamptz) to gatepost_app;
