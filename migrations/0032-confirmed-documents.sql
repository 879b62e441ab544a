-- Documents read with the policy are confirmed one by one, each in its edition; a policy may ask again each school year.

-- Never changed and never removed: a new edition is a row of its own.
create table acknowledgement_reference (
  school_id uuid not null,
  person_id uuid not null,
  -- 'policy:' or 'guidance:', and its key in the register
  reference text not null,
  edition text not null,
  -- as it was shown
  title text not null,
  -- the exact words in which it was confirmed; kept beside those of signatures
  text_sha256 text not null,
  -- on paper: the day that stands on the sheet, and who recorded it
  confirmed_on date not null,
  confirmed_at timestamptz not null,
  recorded_by uuid,
  retention text not null default 'signature',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, person_id, reference, edition),
  foreign key (school_id, person_id) references person (school_id, id),
  foreign key (school_id, text_sha256) references signed_text (school_id, sha256),
  foreign key (school_id, recorded_by) references person (school_id, id)
);
select app.close('acknowledgement_reference');
grant select, insert on acknowledgement_reference to gatepost_app;

-- Once in each school year, which begins on the first of September.
drop index acknowledgement_once;
create unique index acknowledgement_once on acknowledgement
  (school_id, person_id, version_id, (extract(year from done_on) - (extract(month from done_on) < 9)::int))
  where outcome = 'confirmed';
