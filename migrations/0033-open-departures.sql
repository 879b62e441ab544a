-- Everybody's Today asks which departures wait: few do, and the settled ones are never removed.
create index departure_unsettled on departure (school_id, id) where outcome is null or outcome = 'questioned';
