-- The school's calendar: one line for each term, holiday, INSET day and closure, imported calendars, newer bank holidays.

create table calendar_line (
  school_id uuid not null references school (id),
  id uuid not null,
  kind text not null check (kind in ('term', 'holiday', 'inset', 'closure')),
  name text not null,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  -- which event of an imported calendar it is; null = entered by hand
  event_key text,
  primary key (school_id, id),
  unique (school_id, event_key)
);
select app.close('calendar_line');
grant select, insert, update, delete on calendar_line to gatepost_app;

insert into calendar_line (school_id, id, kind, name, starts_on, ends_on)
  select school_id, id, 'term', name, starts_on, ends_on from school_term;
insert into calendar_line (school_id, id, kind, name, starts_on, ends_on)
  select school_id, gen_random_uuid(),
         case when reason ~* 'inset|training' then 'inset' when reason ~* 'half.?term|holiday' then 'holiday' else 'closure' end,
         reason, closed_on, coalesce(closed_until, closed_on)
    from school_closure;
drop table school_term;
drop table school_closure;

-- Where a calendar comes from, what came of looking there last, and the file that waits until somebody has looked at it.
create table calendar_source (
  school_id uuid primary key references school (id),
  -- https only; may hold a secret part, so only those who keep the calendar see it
  address text,
  asked_at timestamptz,
  fetched_at timestamptz,
  outcome text check (outcome in ('same', 'changed', 'failed')),
  -- why it failed, in plain words
  problem text not null default '',
  waiting bytea,
  waiting_name text not null default '',
  waiting_since timestamptz,
  -- what the events of imported calendars are, where somebody has put the guess right: {"event": "inset"}
  choices jsonb not null default '{}',
  taken_at timestamptz
);
select app.close('calendar_source');
grant select, insert, update on calendar_source to gatepost_app;

-- A newer list of bank holidays than the one that Gatepost brings: {"scotland": [{"date": "2029-01-01", "title": "…"}], …}
create table bank_holiday_list (
  school_id uuid primary key references school (id),
  divisions jsonb not null,
  known_until date not null,
  read_at timestamptz not null
);
select app.close('bank_holiday_list');
grant select, insert, update on bank_holiday_list to gatepost_app;
