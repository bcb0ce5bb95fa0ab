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
