-- Facts of a road that profiles read (who may enter, how wide, which way), so that every kind of vehicle has its own
-- seconds; cost and reverse_cost stay those of an emergency run, for pgRouting and for looking at in QGIS.
alter table road_edge
  add column direction     text not null default 'both',
  add column max_speed_kmh double precision,
  add column width_metres  double precision,
  add column admits_car       boolean not null default true,
  add column admits_motorbike boolean not null default true,
  add column admits_emergency boolean not null default true;

create table road_turn (
  id               integer not null,
  from_edge        integer not null,
  via_vertex       integer not null,
  to_edge          integer not null,
  kind             text not null,
  motorbike_exempt boolean not null,
  constraint road_turn_pk primary key (id)
);

create table road_barrier (
  vertex integer not null,
  kind   text not null,
  constraint road_barrier_pk primary key (vertex)
);

-- Units of before 1 July 2025.
create table former_unit (
  id        integer not null,
  name      text not null,
  full_name text not null,
  level     text not null,
  within    text,
  geom      geometry(Geometry, 4326) not null,
  constraint former_unit_pk primary key (id)
);

alter table named_place add column street text;
