-- The region: one import replaces all of it in one transaction. Tables are plain enough for pgRouting and QGIS.
create table region (
  version     integer generated always as identity,
  name        text not null,
  demonstration boolean not null,
  attribution text not null,
  source      text not null,
  imported_at timestamptz not null,
  -- [west, south, east, north] of the road network
  bounds      double precision[] not null,
  report      jsonb not null,
  constraint region_pk primary key (version)
);

create table road_vertex (
  id       integer not null,
  position geometry(Point, 4326) not null,
  constraint road_vertex_pk primary key (id)
);

-- One row per stretch between two junctions. cost and reverse_cost are seconds of the emergency profile along and
-- against the line, -1 where nobody may drive: the columns pgRouting asks for.
create table road_edge (
  id            integer not null,
  way_id        bigint not null,
  source        integer not null,
  target        integer not null,
  cost          double precision not null,
  reverse_cost  double precision not null,
  length_metres double precision not null,
  road_class    text not null,
  link          boolean not null,
  roundabout    boolean not null,
  bridge        boolean not null,
  name          text,
  ref           text,
  geom          geometry(LineString, 4326) not null,
  constraint road_edge_pk primary key (id)
);
create index road_edge_geom_ix on road_edge using gist (geom);
create index road_edge_source_ix on road_edge (source);
create index road_edge_target_ix on road_edge (target);

create table map_feature (
  id    integer not null,
  layer text not null,
  kind  text not null,
  name  text,
  rank  integer not null,
  geom  geometry(Geometry, 4326) not null,
  constraint map_feature_pk primary key (id)
);

create table ward (
  code      text not null,
  name      text not null,
  full_name text not null,
  geom      geometry(Geometry, 4326) not null,
  constraint ward_pk primary key (code)
);

create table named_place (
  id       integer not null,
  kind     text not null,
  name     text not null,
  aliases  text[] not null,
  position geometry(Point, 4326) not null,
  ward     text,
  constraint named_place_pk primary key (id)
);
