create extension if not exists postgis;
-- Only needed for TRAVEL_TIMES=pgrouting; the product's own road search does not use it.
create extension if not exists pgrouting;
