-- Only people who work for the school sign in. A teacher who has left and is a parent still, or is entered as one later, is
-- somebody in the directory, and nobody at the door: neither with the login of then nor with an access token.
create function app.works_on(school uuid, person uuid, today date) returns boolean
  language sql stable set search_path = pg_catalog, public as $$
  select exists (select from public.person_type t
                  where t.school_id = school and t.person_id = person and t.type not in ('pupil', 'carer')
                    and t.starts_on <= today and (t.ends_on is null or t.ends_on >= today))
$$;
revoke all on function app.works_on(uuid, uuid, date) from public;

create or replace function app.persons_of_login(login uuid, now_at timestamptz) returns table (
  school_id uuid, school_name text, person_id uuid, name text, job_title text, roles text[], second_factor_roles text[])
  language sql stable security definer set search_path = pg_catalog, public as $$
  select p.school_id, s.name, p.id,
         coalesce(nullif(p.preferred_name, ''), p.first_name) || ' ' || p.last_name, p.job_title,
         app.person_roles(p.school_id, p.id, (now_at at time zone s.zone)::date), s.second_factor_roles
    from public.person p join public.school s on s.id = p.school_id
   where p.login_id = login and (p.ended_on is null or p.ended_on >= (now_at at time zone s.zone)::date)
     and app.works_on(p.school_id, p.id, (now_at at time zone s.zone)::date)
   order by s.name, p.id
$$;

create or replace function app.access_token(hash text, now_at timestamptz) returns table (
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
     and app.works_on(p.school_id, p.id, (now_at at time zone s.zone)::date)
$$;
