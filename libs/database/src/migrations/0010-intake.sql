-- Every version of every protocol that was ever in force: answers keep the meaning they were given under.
create table protocol (
  reason     text not null,
  version    integer not null,
  in_force   boolean not null,
  first_seen timestamptz not null,
  content    jsonb not null,
  constraint protocol_pk primary key (reason, version)
);
create unique index protocol_in_force_ux on protocol (reason) where in_force;

-- What the call form brings beside the facts: which questions were asked, what the caller was told, from which draft.
alter table incident add column protocol_version integer;
alter table incident add column instructions jsonb not null default '[]';
alter table incident add column draft_id uuid;
-- Incidents that look like the same event and are not, as a person said.
alter table incident add column apart_from uuid[] not null default '{}';

-- "Get ready", to the best vehicle of a call that is still being taken. It reserves nothing and names no patient.
create table prealert (
  id         uuid not null,
  draft_id   uuid not null,
  vehicle_id uuid not null,
  station_id uuid not null,
  reason     text not null,
  priority   smallint not null,
  ward       text,
  state      text not null,
  raised_at  timestamptz not null,
  raised_by  text not null,
  readied_at timestamptz,
  expires_at timestamptz not null,
  ended_at   timestamptz,
  constraint prealert_pk primary key (id),
  constraint prealert_vehicle_fk foreign key (vehicle_id) references vehicle (id),
  constraint prealert_station_fk foreign key (station_id) references station (id),
  constraint prealert_ended_ck check ((state in ('raised', 'readying')) = (ended_at is null))
);
create unique index prealert_one_per_draft_ux on prealert (draft_id) where state in ('raised', 'readying');
create index prealert_standing_ix on prealert (expires_at) where state in ('raised', 'readying');
