-- Pages without an account, each for one caller and one incident. The secret in the address is not kept, only its hash.
create table caller_link (
  id             uuid not null,
  secret_hash    bytea not null,
  incident_id    uuid,
  draft_id       uuid,
  phone          text,
  created_at     timestamptz not null,
  created_by     text not null,
  expires_at     timestamptz not null,
  ended_at       timestamptz,
  opened_count   integer not null,
  last_opened_at timestamptz,
  delivery       text not null,
  delivery_at    timestamptz,
  delivery_failure text,
  left_at        timestamptz,
  constraint caller_link_pk primary key (id),
  constraint caller_link_incident_fk foreign key (incident_id) references incident (id),
  constraint caller_link_about_ck check (incident_id is not null or draft_id is not null)
);
create unique index caller_link_secret_ux on caller_link (secret_hash);
create index caller_link_incident_ix on caller_link (incident_id) where ended_at is null;
-- One page for one call form, whoever asks for it; for an incident the lock on its row sees to that.
create unique index caller_link_draft_ux on caller_link (draft_id) where ended_at is null;
