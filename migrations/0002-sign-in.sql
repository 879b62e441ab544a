-- Sign-in: logins, passwords, sessions, second factors, and how often somebody has guessed.
-- The first four tables have the shape better-auth reads and writes; a test holds them against it. A login belongs to
-- the installation, not to a school, so these tables have no school and no row policy: only gatepost_sign_in sees them.

create schema sign_in;
grant usage on schema sign_in to gatepost_sign_in;

-- Somebody who can sign in. Who they are to a school is said by `person`.
create table sign_in.login (
  id uuid primary key,
  -- trimmed and in lower case
  email text not null unique,
  email_verified boolean not null,
  name text not null,
  image text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

-- One way in: a password now (provider `credential`); the other columns are for an outside identity provider.
create table sign_in.credential (
  id uuid primary key,
  login_id uuid not null references sign_in.login (id) on delete cascade,
  provider_id text not null,
  account_id text not null,
  -- scrypt$<log2 of cost>$<block size>$<parallel>$<salt>$<key>
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index credential_of on sign_in.credential (login_id);

-- Somebody signed in on one device. Ends by signing out, by a new password, or at expires_at at the latest.
create table sign_in.session (
  id uuid primary key,
  login_id uuid not null references sign_in.login (id) on delete cascade,
  -- SHA-256 of what the cookie holds: whoever reads this table can sign in as nobody
  token text not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  updated_at timestamptz not null,
  ip_address text,
  user_agent text,
  -- when the password was last given in this session
  password_at timestamptz not null,
  -- when a second factor was last shown in this session
  factor_at timestamptz
);
create index session_of on sign_in.session (login_id);
create index session_by_end on sign_in.session (expires_at);

-- A right password that still waits for its second factor.
create table sign_in.challenge (
  id uuid primary key,
  -- SHA-256 of what the cookie holds
  identifier text not null unique,
  login_id text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index challenge_by_end on sign_in.challenge (expires_at);

-- An authenticator app (TOTP, RFC 6238).
create table sign_in.second_factor (
  login_id uuid primary key references sign_in.login (id) on delete cascade,
  -- the seed, locked with the installation's key
  seed_box bytea not null,
  started_at timestamptz not null,
  -- null until a first right code shows that the app has the seed
  confirmed_at timestamptz,
  -- the newest half-minute a code was taken for: neither it nor an older one is taken again
  last_step bigint
);

-- Guesses at a password or a code. Whom and from where is kept as a keyed digest only.
create table sign_in.guess (
  about text not null check (about in ('login', 'login-from', 'address', 'factor')),
  subject bytea not null,
  address bytea not null,
  failures int not null,
  last_at timestamptz not null,
  locked_until timestamptz,
  -- when this login last signed in from this address: it then stays open for the owner while others guess elsewhere
  succeeded_at timestamptz,
  primary key (about, subject, address)
);
create index guess_by_time on sign_in.guess (last_at);

grant select, insert, update, delete on all tables in schema sign_in to gatepost_sign_in;

-- Whose session is this? The one thing the rest of Gatepost may ask, once for every request.
-- plpgsql keeps its plan between calls on every supported server; an SQL function does so only from 18 on.
create function app.session(token_sha256 text, now_at timestamptz) returns table (
  session_id uuid, login_id uuid, email text, created_at timestamptz, expires_at timestamptz, password_at timestamptz,
  factor_at timestamptz, has_second_factor boolean)
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return query
    select s.id, s.login_id, l.email, s.created_at, s.expires_at, s.password_at, s.factor_at, f.confirmed_at is not null
      from sign_in.session s
      join sign_in.login l on l.id = s.login_id
      left join sign_in.second_factor f on f.login_id = s.login_id
     where s.token = token_sha256 and s.expires_at > now_at;
end $$;
revoke all on function app.session(text, timestamptz) from public;
grant execute on function app.session(text, timestamptz) to gatepost_app;
