-- Teaching and support staff: what sort of staff somebody is, with its own dates beside those of being staff at all. Whoever was
-- entered as staff before stays that; whether they teach is then simply not said yet.
alter table person_type drop constraint person_type_type_check;
alter table person_type add constraint person_type_type_check
  check (type in ('pupil', 'staff', 'teaching', 'support', 'supply', 'governor', 'volunteer', 'contractor', 'carer', 'visitor'));
