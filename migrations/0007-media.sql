-- Pictures: the cleaned bytes are in the file store under their address; here is what is known of them.

create table media (
  school_id uuid not null references school (id),
  id uuid not null,
  -- where the file store keeps it
  address text not null,
  thumbnail_address text not null,
  -- SHA-256 of the re-encoded bytes: what an approval binds to
  sha256 text not null,
  content_type text not null,
  bytes int not null,
  width int not null,
  height int not null,
  original_name text not null default '',
  added_by uuid not null,
  added_at timestamptz not null,
  -- "this could be illegal or compromising": no door opens it, nothing deletes it
  quarantined_at timestamptz,
  quarantined_by uuid,
  retention text not null default 'media',
  lawful_basis text not null default 'public-task',
  hold boolean not null default false,
  primary key (school_id, id),
  foreign key (school_id, added_by) references person (school_id, id)
);
select app.close('media');
grant select, insert, update on media to gatepost_app;
create index media_by_bytes on media (school_id, sha256);
