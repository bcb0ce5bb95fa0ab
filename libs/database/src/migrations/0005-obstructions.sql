-- What stands in the roads right now. It counts for travel times while it is open, and ends by itself.
create table obstruction (
  id           uuid not null,
  kind         text not null,
  shape        jsonb not null,
  direction    text not null,
  depth        text,
  passage      text not null,
  slowdown     double precision not null,
  streets      text[] not null,
  state        text not null,
  source       text not null,
  reported_at  timestamptz not null,
  reported_by  text not null,
  vehicle_id   uuid,
  confirmed_at timestamptz not null,
  until        timestamptz not null,
  ended_at     timestamptz,
  note         text not null,
  constraint obstruction_pk primary key (id),
  constraint obstruction_vehicle_fk foreign key (vehicle_id) references vehicle (id),
  constraint obstruction_ended_ck check ((state = 'open') = (ended_at is null))
);
create index obstruction_open_ix on obstruction (until) where state = 'open';
