-- Who a login is in a school today: name, types, responsibilities (also as deputy while the holder is away) and
-- authority over accounts. Read afresh for every request. One row per school where the login belongs.
create function app.person_roles(school uuid, person uuid, today date) returns text[]
  language sql stable security definer set search_path = pg_catalog, public as $$
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
$$;
revoke all on function app.person_roles(uuid, uuid, date) from public;
grant execute on function app.person_roles(uuid, uuid, date) to gatepost_app;

create function app.persons_of_login(login uuid, now_at timestamptz) returns table (
  school_id uuid, school_name text, person_id uuid, name text, job_title text, roles text[], second_factor_roles text[])
  language sql stable security definer set search_path = pg_catalog, public as $$
  select p.school_id, s.name, p.id,
         coalesce(nullif(p.preferred_name, ''), p.first_name) || ' ' || p.last_name, p.job_title,
         app.person_roles(p.school_id, p.id, (now_at at time zone s.zone)::date), s.second_factor_roles
    from public.person p join public.school s on s.id = p.school_id
   where p.login_id = login and (p.ended_on is null or p.ended_on >= (now_at at time zone s.zone)::date)
   order by s.name, p.id
$$;
revoke all on function app.persons_of_login(uuid, timestamptz) from public;
grant execute on function app.persons_of_login(uuid, timestamptz) to gatepost_app;

create function app.access_token(hash text, now_at timestamptz) returns table (
  school_id uuid, id uuid, scopes text[], login_id uuid, person_id uuid, name text, job_title text, roles text[])
  language sql stable security definer set search_path = pg_catalog, public as $$
  select k.school_id, k.id, k.scopes, p.login_id, p.id,
         coalesce(nullif(p.preferred_name, ''), p.first_name) || ' ' || p.last_name, p.job_title,
         app.person_roles(p.school_id, p.id, (now_at at time zone s.zone)::date)
    from public.access_token k
    join public.person p on p.school_id = k.school_id and p.id = k.person_id
    join public.school s on s.id = p.school_id
   where k.token_sha256 = hash and k.revoked_at is null and k.expires_at > now_at
     and (p.ended_on is null or p.ended_on >= (now_at at time zone s.zone)::date)
$$;
revoke all on function app.access_token(text, timestamptz) from public;
grant execute on function app.access_token(text, timestamptz) to gatepost_app;
