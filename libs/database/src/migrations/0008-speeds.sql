-- What the centre's own drives taught: how long each kind of road takes at each hour, against its usual time. By class
-- and main road, not by edge, so that it outlives an import of new roads.
create table driven_cell (
  profile        text not null,
  road_class     text not null,
  corridor       text not null,
  hour           smallint not null,
  usual_seconds  double precision not null,
  driven_seconds double precision not null,
  driven_at      timestamptz not null,
  constraint driven_cell_pk primary key (profile, road_class, corridor, hour)
);

-- Every drive that was looked at, once: what it taught, or why it taught nothing. predicted_seconds is what the speeds
-- known before it would have said of the way it took.
create table learned_drive (
  mission_id        uuid not null,
  profile           text not null,
  departed_at       timestamptz not null,
  arrived_at        timestamptz not null,
  refused           text,
  usual_seconds     double precision,
  predicted_seconds double precision,
  driven_seconds    double precision,
  constraint learned_drive_pk primary key (mission_id),
  constraint learned_drive_mission_fk foreign key (mission_id) references mission (id)
);
create index learned_drive_arrived_ix on learned_drive (arrived_at);
create index mission_time_arrival_ix on mission_time (at) where etime = '06' and replaced_at is null;
