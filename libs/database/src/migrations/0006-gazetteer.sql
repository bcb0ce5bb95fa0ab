-- What told a place apart from others of its name, as the caller confirmed when asked.
alter table incident add column place_confirmed text;

-- Places that the centre keeps itself, from its own files: a new road import leaves them alone.
create table centre_place (
  id       bigint generated always as identity,
  source   text not null,
  kind     text not null,
  name     text not null,
  aliases  text[] not null,
  position geometry(Point, 4326) not null,
  constraint centre_place_pk primary key (id)
);
create index centre_place_source_ix on centre_place (source);

-- Grows with every change of them, so that a running server reads them again.
create table centre_place_version (
  only_one boolean not null default true,
  version  integer not null,
  constraint centre_place_version_pk primary key (only_one),
  constraint centre_place_version_only_one_ck check (only_one)
);
insert into centre_place_version (version) values (0);
