-- Blank cards with incident numbers of their own, and drills on paper.
create table paper_card (
  number       text not null,
  allocated_at timestamptz not null,
  allocated_by text not null,
  entered_at   timestamptz,
  incident_id  uuid,
  voided_at    timestamptz,
  void_because text,
  constraint paper_card_pk primary key (number),
  constraint paper_card_incident_fk foreign key (incident_id) references incident (id),
  constraint paper_card_used_once_ck check (entered_at is null or voided_at is null),
  constraint paper_card_entered_ck check ((entered_at is null) = (incident_id is null))
);

create table paper_drill (
  id               uuid not null,
  begun_at         timestamptz not null,
  begun_by         text not null,
  ended_at         timestamptz,
  sheet_at         timestamptz,
  cards            integer not null,
  first_card_at    timestamptz,
  last_entered_at  timestamptz,
  constraint paper_drill_pk primary key (id)
);
create unique index paper_drill_open_ux on paper_drill ((ended_at is null)) where ended_at is null;
