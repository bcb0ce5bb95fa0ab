-- What a search asks for beyond the reason, and the mission whose vehicle it is to replace.
alter table vehicle_request add column needs text[] not null default '{}';
alter table vehicle_request add column replaces uuid constraint vehicle_request_replaces_fk references mission (id);
create index vehicle_request_replaces_ix on vehicle_request (replaces) where replaces is not null;

-- Another station where a vehicle stands by for now.
alter table vehicle add column standby_station_id uuid constraint vehicle_standby_station_fk references station (id);

-- A better vehicle for an incident whose help is on its way: suggested, then taken, left or lapsed, and kept.
create table suggestion (
  id                 uuid not null,
  incident_id        uuid not null,
  mission_id         uuid not null,
  vehicle_id         uuid not null,
  better_vehicle_id  uuid not null,
  state              text not null,
  eta_seconds        double precision not null,
  better_eta_seconds double precision not null,
  gain_seconds       double precision not null,
  free_in_seconds    double precision,
  made_at            timestamptz not null,
  expires_at         timestamptz not null,
  answered_by        text,
  answered_at        timestamptz,
  constraint suggestion_pk primary key (id),
  constraint suggestion_incident_fk foreign key (incident_id) references incident (id),
  constraint suggestion_mission_fk foreign key (mission_id) references mission (id),
  constraint suggestion_vehicle_fk foreign key (vehicle_id) references vehicle (id),
  constraint suggestion_better_vehicle_fk foreign key (better_vehicle_id) references vehicle (id)
);
-- One at a time for each job, and no vehicle in two: whichever server thinks of it first.
create unique index suggestion_open_mission_ux on suggestion (mission_id) where state = 'open';
create unique index suggestion_open_vehicle_ux on suggestion (better_vehicle_id) where state = 'open';
create index suggestion_mission_ix on suggestion (mission_id);

-- What a hospital last said it has room for; one row each, its history is in the journal.
create table capacity (
  hospital_id uuid not null,
  states      jsonb not null,
  note        text not null,
  set_by      text not null,
  set_at      timestamptz not null,
  expires_at  timestamptz not null,
  constraint capacity_pk primary key (hospital_id),
  constraint capacity_hospital_fk foreign key (hospital_id) references hospital (id)
);
