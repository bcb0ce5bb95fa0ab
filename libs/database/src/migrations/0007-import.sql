-- An import writes the new region beside the one that is served, in short transactions, and changes places with it in
-- one. What was served before stays in region_former until the next import, so that an import can be taken back.
create schema region_next;
create schema region_former;

-- Who is importing: at most one. Whoever is killed beats no more, and the next import takes over and clears up.
create table region_import (
  only_one   boolean not null default true,
  claim      uuid not null,
  host       text not null,
  pid        integer not null,
  source     text not null,
  started_at timestamptz not null,
  beat_at    timestamptz not null,
  constraint region_import_pk primary key (only_one),
  constraint region_import_only_one_ck check (only_one)
);

-- Every named place is asked for the ward it lies in.
create index ward_geom_ix on ward using gist (geom);
create index former_unit_geom_ix on former_unit using gist (geom);

-- What an area was before 1 July 2025, beside its ward of today; a station stands in both.
alter table incident add column former_unit text;
alter table station
  add column ward        text,
  add column former_unit text;
