-- Who signs in the place of somebody who is away, and whose words a draft has that was begun from another draft.

-- the holder of the role in `capacity` who was away; null where the signer holds it
alter table signature add column standing_in_for uuid;
alter table signature add foreign key (school_id, standing_in_for) references person (school_id, id);
create index signature_standing_in_for on signature (school_id, standing_in_for);

-- those who wrote the draft that this one was begun from: they are its authors too
alter table policy_draft add column words_by uuid[] not null default '{}';
