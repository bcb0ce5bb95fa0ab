-- The order in which the junctions of the road network are contracted, least important first: 32-bit little-endian
-- integers. Computed at import, because it takes seconds; everything else of the hierarchy follows from it in a moment.
create table road_order (
  id        boolean not null default true,
  junctions bytea not null,
  constraint road_order_pk primary key (id),
  constraint road_order_one_ck check (id)
);
