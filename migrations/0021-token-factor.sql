-- Has this login a second factor of its own, or an account at a provider whose people show one there? Asked for access
-- tokens, which come with no session that would say so.
create function app.has_second_factor(login uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select from sign_in.second_factor f where f.login_id = login and f.confirmed_at is not null)
      or exists (select from sign_in.passkey k where k.login_id = login)
      or exists (select from sign_in.identity i join public.identity_provider p on p.id = i.provider_id
                  where i.login_id = login and p.enabled and p.asks_second_step)
$$;
revoke all on function app.has_second_factor(uuid) from public;
grant execute on function app.has_second_factor(uuid) to gatepost_app;
