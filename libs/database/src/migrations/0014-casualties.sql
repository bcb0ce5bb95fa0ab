-- A patient's vehicle is that of its mission.
alter table casualty drop constraint casualty_vehicle_fk;
alter table casualty drop column vehicle_id;
