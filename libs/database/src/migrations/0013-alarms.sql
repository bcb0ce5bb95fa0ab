-- Alarms as they were raised, acknowledged and ended; and who sat at a console for how long, to divide them by.
create table alarm (
  id              uuid not null,
  cause           text not null,
  kind            text not null,
  grade           text not null,
  incident_id     uuid,
  vehicle_id      uuid,
  station_id      uuid,
  raised_at       timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by text,
  ended_at        timestamptz,
  constraint alarm_pk primary key (id),
  constraint alarm_incident_fk foreign key (incident_id) references incident (id),
  constraint alarm_vehicle_fk foreign key (vehicle_id) references vehicle (id),
  constraint alarm_station_fk foreign key (station_id) references station (id),
  constraint alarm_acknowledged_ck check ((acknowledged_at is null) = (acknowledged_by is null))
);
-- One alarm for one cause, however many servers watch.
create unique index alarm_open_cause_ux on alarm (cause) where ended_at is null;
create index alarm_raised_ix on alarm (raised_at);

create table desk_hour (
  hour       timestamptz not null,
  account_id uuid not null,
  minutes    integer not null,
  constraint desk_hour_pk primary key (hour, account_id),
  constraint desk_hour_account_fk foreign key (account_id) references account (id)
);
