-- Who is to be called back: one row per number as long as it waits.
create table call_back (
  id                   uuid not null,
  state                text not null,
  cause                text not null,
  phone                text,
  phone_raw            text not null,
  queue                text,
  ring_count           integer not null,
  first_rang_at        timestamptz not null,
  last_rang_at         timestamptz not null,
  longest_wait_seconds double precision not null,
  tries                jsonb not null,
  ending               text,
  note                 text not null,
  settled_at           timestamptz,
  settled_by           text,
  call_id              uuid,
  incident_id          uuid,
  constraint call_back_pk primary key (id),
  constraint call_back_call_fk foreign key (call_id) references call (id) deferrable initially deferred,
  constraint call_back_incident_fk foreign key (incident_id) references incident (id),
  constraint call_back_settled_ck check ((state = 'settled') = (ending is not null and settled_at is not null))
);
create unique index call_back_waiting_ux on call_back (phone) where state = 'waiting';

-- One call as the exchange sees it. It has ended somewhere when it has a call or a call-back.
create table ring (
  id               uuid not null,
  pbx              text not null,
  exchange_call_id text not null,
  state            text not null,
  phone            text,
  phone_raw        text not null,
  queue            text,
  extension        text,
  rang_at          timestamptz not null,
  received_at      timestamptz not null,
  answered_at      timestamptz,
  ended_at         timestamptz,
  abandoned        boolean not null,
  recording_id     text,
  taken_by         text,
  taken_by_id      uuid,
  taken_at         timestamptz,
  call_id          uuid,
  call_back_id     uuid,
  constraint ring_pk primary key (id),
  constraint ring_exchange_ux unique (pbx, exchange_call_id),
  -- The ring is answered before its call is written, in the same transaction.
  constraint ring_call_fk foreign key (call_id) references call (id) deferrable initially deferred,
  constraint ring_call_back_fk foreign key (call_back_id) references call_back (id)
);
create index ring_open_ix on ring (rang_at) where call_id is null and call_back_id is null;
create index ring_rang_ix on ring (rang_at);
create index ring_phone_ix on ring (phone, rang_at);
create index call_phone_ix on call (phone, received_at);

-- Numbers that called for nothing before: said beside the number, for a while.
create table caller_mark (
  id        uuid not null,
  phone     text not null,
  because   text not null,
  marked_by text not null,
  marked_at timestamptz not null,
  until     timestamptz not null,
  ended_at  timestamptz,
  ended_by  text,
  constraint caller_mark_pk primary key (id)
);
create unique index caller_mark_phone_ux on caller_mark (phone) where ended_at is null;

-- Where a caller's telephone said it was.
create table phone_position (
  id              uuid not null,
  source          text not null,
  -- The telephone, call or incident it is of: one open position each.
  subject         text not null,
  phone           text,
  at              geography(Point, 4326) not null,
  accuracy_metres double precision,
  fixed_at        timestamptz not null,
  received_at     timestamptz not null,
  -- When the call began, as the telephone says; the time of the fix where it does not.
  called_at       timestamptz not null,
  ring_id         uuid,
  call_id         uuid,
  incident_id     uuid,
  until           timestamptz not null,
  ended_at        timestamptz,
  constraint phone_position_pk primary key (id),
  constraint phone_position_ring_fk foreign key (ring_id) references ring (id),
  constraint phone_position_call_fk foreign key (call_id) references call (id) deferrable initially deferred,
  constraint phone_position_incident_fk foreign key (incident_id) references incident (id)
);
create unique index phone_position_open_ux on phone_position (source, subject) where ended_at is null;

-- Who looked at whose data. Not part of the journal: it names the person looked at, and may be erased.
create table access_log (
  id         uuid not null,
  at         timestamptz not null,
  account_id uuid,
  actor      text not null,
  actor_role text not null,
  what       text not null,
  subject    text not null,
  constraint access_log_pk primary key (id)
);
create index access_log_at_ix on access_log (at);
create index access_log_subject_ix on access_log (subject, at);
