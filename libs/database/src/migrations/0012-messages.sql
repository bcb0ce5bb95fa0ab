-- Words between the room and a vehicle. The words are personal data: they stand here and never in the journal.
create table message (
  id              uuid not null,
  vehicle_id      uuid not null,
  incident_id     uuid,
  sender          text not null,
  quick           text,
  text            text not null,
  asks_answer     boolean not null,
  state           text not null,
  sent_at         timestamptz not null,
  sent_by         text not null,
  shown_at        timestamptz,
  acknowledged_at timestamptz,
  acknowledged_by text,
  filed_at        timestamptz,
  constraint message_pk primary key (id),
  constraint message_vehicle_fk foreign key (vehicle_id) references vehicle (id),
  constraint message_incident_fk foreign key (incident_id) references incident (id),
  constraint message_words_ck check (quick is not null or text <> '')
);
create index message_board_ix on message (vehicle_id, sent_at) where filed_at is null;
create index message_incident_ix on message (incident_id) where incident_id is not null;

-- A crew in danger. Only the room ends it, and says why.
create table distress (
  id          uuid not null,
  vehicle_id  uuid not null,
  incident_id uuid,
  position    geography(Point, 4326),
  state       text not null,
  raised_at   timestamptz not null,
  raised_by   text not null,
  ended_at    timestamptz,
  ended_by    text,
  end_reason  text,
  end_text    text,
  constraint distress_pk primary key (id),
  constraint distress_vehicle_fk foreign key (vehicle_id) references vehicle (id),
  constraint distress_incident_fk foreign key (incident_id) references incident (id),
  constraint distress_ended_ck check ((state = 'open') = (ended_at is null)),
  constraint distress_reason_ck check ((state = 'open') = (end_reason is null))
);
create unique index distress_open_ux on distress (vehicle_id) where state = 'open';

-- One incident with many patients: who leads, where vehicles report first, what was said of it.
create table mass_casualty (
  incident_id     uuid not null,
  declared_at     timestamptz not null,
  declared_by     text not null,
  ended_at        timestamptz,
  ended_by        text,
  staging         geography(Point, 4326),
  staging_words   text not null,
  command_post    text not null,
  report          jsonb not null,
  constraint mass_casualty_pk primary key (incident_id),
  constraint mass_casualty_incident_fk foreign key (incident_id) references incident (id)
);

-- Everybody hurt there, one row each. One counted in error is struck, never deleted.
create table casualty (
  id          uuid not null,
  incident_id uuid not null,
  number      integer not null,
  tag         text not null,
  state       text not null,
  mission_id  uuid,
  vehicle_id  uuid,
  hospital_id uuid,
  counted_at  timestamptz not null,
  counted_by  text not null,
  constraint casualty_pk primary key (id),
  constraint casualty_incident_fk foreign key (incident_id) references incident (id),
  constraint casualty_mission_fk foreign key (mission_id) references mission (id),
  constraint casualty_vehicle_fk foreign key (vehicle_id) references vehicle (id),
  constraint casualty_hospital_fk foreign key (hospital_id) references hospital (id),
  constraint casualty_number_ux unique (incident_id, number)
);

-- A ride that was ordered for a time: it waits until a vehicle must leave for it.
alter table incident add column due_at timestamptz;
alter table incident add column start_at timestamptz;
alter table incident add column destination_id uuid;
alter table incident add constraint incident_destination_fk foreign key (destination_id) references hospital (id);
create index incident_scheduled_ix on incident (due_at) where state = 'scheduled';

-- What one shift of the room leaves to the next. Lines are only added.
create table shift_log_entry (
  id              uuid not null,
  shift_starts_at timestamptz not null,
  kind            text not null,
  at              timestamptz not null,
  by              text not null,
  text            text not null,
  facts           jsonb,
  constraint shift_log_entry_pk primary key (id)
);
create index shift_log_entry_shift_ix on shift_log_entry (shift_starts_at, at);
create unique index shift_log_entry_facts_ux on shift_log_entry (shift_starts_at) where kind = 'facts';
create unique index shift_log_entry_received_ux on shift_log_entry (shift_starts_at, by) where kind = 'received';
