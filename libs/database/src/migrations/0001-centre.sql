-- The centre: who owns what, who works where, what was called in, who was asked, who drove, and the journal of it all.
create extension if not exists postgis;

-- Owners, hospitals, stations, vehicles ---------------------------------------------------------------------------
create table owner (
  id   uuid not null,
  code text not null,
  name text not null,
  constraint owner_pk primary key (id),
  constraint owner_code_ux unique (code)
);

create table hospital (
  id           uuid not null,
  code         text not null,
  owner_id     uuid not null,
  name         text not null,
  position     geography(Point, 4326) not null,
  capabilities text[] not null,
  constraint hospital_pk primary key (id),
  constraint hospital_code_ux unique (code),
  constraint hospital_owner_fk foreign key (owner_id) references owner (id)
);

create table station (
  id         uuid not null,
  code       text not null,
  owner_id   uuid not null,
  name       text not null,
  short_name text not null,
  position   geography(Point, 4326) not null,
  phone      text,
  constraint station_pk primary key (id),
  constraint station_code_ux unique (code),
  constraint station_owner_fk foreign key (owner_id) references owner (id)
);

create table vehicle (
  id                    uuid not null,
  call_sign             text not null,
  level                 text not null,
  station_id            uuid not null,
  equipment             text[] not null,
  duty                  text not null,
  duty_since            timestamptz not null,
  out_of_service_reason text,
  constraint vehicle_pk primary key (id),
  constraint vehicle_call_sign_ux unique (call_sign),
  constraint vehicle_station_fk foreign key (station_id) references station (id)
);

-- People -----------------------------------------------------------------------------------------------------------
create table account (
  id            uuid not null,
  login         text not null,
  name          text not null,
  role          text not null,
  password_hash text not null,
  station_id    uuid,
  crew_duty     text,
  active        boolean not null,
  constraint account_pk primary key (id),
  constraint account_login_ux unique (login),
  constraint account_station_fk foreign key (station_id) references station (id)
);

create table refresh_token (
  token_hash  bytea not null,
  account_id  uuid not null,
  family      uuid not null,
  issued_at   timestamptz not null,
  expires_at  timestamptz not null,
  replaced_at timestamptz,
  revoked_at  timestamptz,
  constraint refresh_token_pk primary key (token_hash),
  constraint refresh_token_account_fk foreign key (account_id) references account (id)
);
create index refresh_token_family_ix on refresh_token (family);

create table shift (
  id         uuid not null,
  vehicle_id uuid not null,
  starts_at  timestamptz not null,
  ends_at    timestamptz not null,
  ended_at   timestamptz,
  constraint shift_pk primary key (id),
  constraint shift_vehicle_fk foreign key (vehicle_id) references vehicle (id)
);
create unique index shift_one_per_vehicle_ux on shift (vehicle_id) where ended_at is null;

create table shift_member (
  shift_id   uuid not null,
  account_id uuid not null,
  duty       text not null,
  active     boolean not null,
  constraint shift_member_pk primary key (shift_id, account_id),
  constraint shift_member_shift_fk foreign key (shift_id) references shift (id),
  constraint shift_member_account_fk foreign key (account_id) references account (id)
);
create unique index shift_member_one_shift_ux on shift_member (account_id) where active;

-- Positions --------------------------------------------------------------------------------------------------------
-- A phone or tracker that reports for one vehicle; its key is the only credential these protocols have.
create table tracker (
  device_id  text not null,
  vehicle_id uuid not null,
  key_hash   bytea not null,
  constraint tracker_pk primary key (device_id),
  constraint tracker_vehicle_fk foreign key (vehicle_id) references vehicle (id)
);

create table vehicle_position (
  vehicle_id      uuid not null,
  at              geography(Point, 4326) not null,
  fixed_at        timestamptz not null,
  received_at     timestamptz not null,
  speed_mps       double precision,
  heading_degrees double precision,
  accuracy_metres double precision,
  device_id       text not null,
  constraint vehicle_position_pk primary key (vehicle_id),
  constraint vehicle_position_vehicle_fk foreign key (vehicle_id) references vehicle (id)
);

create table position_history (
  id              bigint generated always as identity,
  vehicle_id      uuid not null,
  at              geography(Point, 4326) not null,
  fixed_at        timestamptz not null,
  received_at     timestamptz not null,
  speed_mps       double precision,
  heading_degrees double precision,
  accuracy_metres double precision,
  device_id       text not null,
  outcome         text not null,
  why             text,
  constraint position_history_pk primary key (id)
);
create index position_history_vehicle_ix on position_history (vehicle_id, fixed_at);

-- Calls and incidents ----------------------------------------------------------------------------------------------
-- Numbers run by day and kind; the row is locked while a number is given, so none is given twice or skipped.
create table day_number (
  kind text not null,
  day  text not null,
  last integer not null,
  constraint day_number_pk primary key (kind, day)
);

create table incident (
  id              uuid not null,
  number          text not null,
  version         integer not null,
  state           text not null,
  case_type       text not null,
  reason          text not null,
  priority        smallint not null,
  priority_reason text,
  answers         jsonb not null,
  address         text not null,
  access          text,
  position        geography(Point, 4326),
  place_source    text not null,
  ward            text,
  patient_count   integer not null,
  patients        jsonb not null,
  caller_phone    text,
  caller_name     text not null,
  -- The legal ground for holding health data without consent (urgent care); never empty.
  legal_basis     text not null,
  received_at     timestamptz not null,
  opened_at       timestamptz not null,
  opened_by       text not null,
  closed_at       timestamptz,
  close_reason    text,
  merged_into     uuid,
  constraint incident_pk primary key (id),
  constraint incident_number_ux unique (number),
  constraint incident_merged_into_fk foreign key (merged_into) references incident (id)
);
create index incident_open_ix on incident (opened_at) where state <> 'closed';
create index incident_closed_ix on incident (closed_at) where state = 'closed';

-- home_incident_id remembers where a record belonged before a merge, so that a merge can be taken back.
create table call (
  id               uuid not null,
  number           text not null,
  state            text not null,
  received_at      timestamptz not null,
  taken_by         text not null,
  phone            text,
  phone_raw        text not null,
  caller_name      text not null,
  incident_id      uuid,
  home_incident_id uuid,
  outcome          text,
  outcome_note     text,
  ended_at         timestamptz,
  constraint call_pk primary key (id),
  constraint call_number_ux unique (number),
  constraint call_incident_fk foreign key (incident_id) references incident (id),
  constraint call_outcome_ck check ((state = 'ended') = (outcome is not null)),
  constraint call_linked_ck check ((state = 'linked') = (incident_id is not null))
);
create index call_incident_ix on call (incident_id);

create table note (
  id               uuid not null,
  incident_id      uuid not null,
  home_incident_id uuid,
  at               timestamptz not null,
  by               text not null,
  text             text not null,
  constraint note_pk primary key (id),
  constraint note_incident_fk foreign key (incident_id) references incident (id)
);
create index note_incident_ix on note (incident_id);

-- Sending help -----------------------------------------------------------------------------------------------------
create table vehicle_request (
  id               uuid not null,
  incident_id      uuid not null,
  home_incident_id uuid,
  state            text not null,
  level            text not null,
  parallel         integer not null,
  -- Vehicles the dispatcher wants asked before the recommendation takes over, and those not to be asked again.
  wanted           uuid[] not null,
  override         jsonb,
  -- The recommendation as it stood at the moment of the decision.
  shown            jsonb,
  opened_at        timestamptz not null,
  opened_by        text not null,
  constraint vehicle_request_pk primary key (id),
  constraint vehicle_request_incident_fk foreign key (incident_id) references incident (id)
);
create index vehicle_request_incident_ix on vehicle_request (incident_id);

create table mission (
  id               uuid not null,
  incident_id      uuid not null,
  home_incident_id uuid,
  request_id       uuid not null,
  vehicle_id       uuid not null,
  shift_id         uuid,
  state            text not null,
  since            timestamptz not null,
  ordered_because  text,
  hospital_id      uuid,
  outcome          text,
  cancel_reason    text,
  eta_seconds      double precision,
  active           boolean not null,
  constraint mission_pk primary key (id),
  constraint mission_incident_fk foreign key (incident_id) references incident (id),
  constraint mission_request_fk foreign key (request_id) references vehicle_request (id),
  constraint mission_vehicle_fk foreign key (vehicle_id) references vehicle (id),
  constraint mission_shift_fk foreign key (shift_id) references shift (id),
  constraint mission_hospital_fk foreign key (hospital_id) references hospital (id),
  constraint mission_active_ck check (active = (state in
    ('notified','acknowledged','en_route','on_scene','at_patient','left_scene','at_hospital','handed_over')))
);
-- Double dispatch is impossible, not checked (invariant I1).
create unique index mission_one_per_vehicle_ux on mission (vehicle_id) where active;
create index mission_incident_ix on mission (incident_id);

create table mission_member (
  mission_id uuid not null,
  account_id uuid not null,
  active     boolean not null,
  constraint mission_member_pk primary key (mission_id, account_id),
  constraint mission_member_mission_fk foreign key (mission_id) references mission (id),
  constraint mission_member_account_fk foreign key (account_id) references account (id)
);
create unique index mission_member_one_mission_ux on mission_member (account_id) where active;

create table mission_time (
  id          uuid not null,
  mission_id  uuid not null,
  etime       text not null,
  at          timestamptz not null,
  device_at   timestamptz,
  received_at timestamptz not null,
  source      text not null,
  by          text not null,
  because     text,
  replaced_at timestamptz,
  constraint mission_time_pk primary key (id),
  constraint mission_time_mission_fk foreign key (mission_id) references mission (id)
);
create unique index mission_time_current_ux on mission_time (mission_id, etime) where replaced_at is null;

create table offer (
  id             uuid not null,
  request_id     uuid not null,
  incident_id    uuid not null,
  mission_id     uuid not null,
  vehicle_id     uuid not null,
  station_id     uuid not null,
  state          text not null,
  turn           integer not null,
  eta_seconds    double precision,
  offered_at     timestamptz not null,
  expires_at     timestamptz not null,
  answered_at    timestamptz,
  answered_by    text,
  refusal_reason text,
  refusal_text   text,
  constraint offer_pk primary key (id),
  constraint offer_mission_ux unique (mission_id),
  constraint offer_turn_ux unique (request_id, turn),
  constraint offer_request_fk foreign key (request_id) references vehicle_request (id),
  constraint offer_incident_fk foreign key (incident_id) references incident (id),
  constraint offer_mission_fk foreign key (mission_id) references mission (id),
  constraint offer_vehicle_fk foreign key (vehicle_id) references vehicle (id),
  constraint offer_station_fk foreign key (station_id) references station (id)
);
create index offer_open_ix on offer (expires_at) where state = 'open';
create index offer_incident_ix on offer (incident_id);

-- The journal ------------------------------------------------------------------------------------------------------
-- One row per change, numbered without gaps in the order of commits (the head row is locked until the commit), each
-- carrying the hash of the one before. It holds ids, states and times, never a name, a number or an address.
create table journal (
  n           bigint not null,
  at          timestamptz not null,
  kind        text not null,
  call_id     uuid,
  incident_id uuid,
  mission_id  uuid,
  vehicle_id  uuid,
  actor_id    uuid,
  actor       text not null,
  actor_role  text not null,
  command_id  uuid not null,
  facts       jsonb not null,
  prev_hash   bytea not null,
  hash        bytea not null,
  constraint journal_pk primary key (n)
);
create index journal_incident_ix on journal (incident_id, n);
create index journal_at_ix on journal (at);

create table journal_head (
  one   boolean not null,
  -- Changes when a backup is restored: a screen with a cursor of another epoch starts anew.
  epoch uuid not null,
  n     bigint not null,
  hash  bytea not null,
  constraint journal_head_pk primary key (one),
  constraint journal_head_one_ck check (one)
);
insert into journal_head (one, epoch, n, hash) values (true, gen_random_uuid(), 0, decode(repeat('00', 32), 'hex'));

-- A command and its answer, stored in the transaction that had its effect: the same id again gets the same answer.
create table command (
  id        uuid not null,
  name      text not null,
  body_hash bytea not null,
  actor_id  uuid,
  at        timestamptz not null,
  refused   boolean not null,
  answer    jsonb,
  constraint command_pk primary key (id)
);
create index command_at_ix on command (at);
