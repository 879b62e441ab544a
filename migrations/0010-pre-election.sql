-- Pre-election periods of the school's area, entered by hand: [{"election": "General election", "startsOn": "2029-04-02", "endsOn": "2029-05-03"}]
alter table school add column pre_election_periods jsonb not null default '[]';
