-- After a large list the planner must know of it at once: autovacuum would tell it a minute later, and until then every
-- check of a draft reads the whole roll. Only the owner of a table may analyse it, so this runs as that.
create function app.analyse_roll() returns void language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  analyze public.person, public.person_type, public.enrolment, public.name_key, public.external_id;
end $$;
revoke all on function app.analyse_roll() from public;
grant execute on function app.analyse_roll() to gatepost_app;
