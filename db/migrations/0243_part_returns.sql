-- A payment comes back in parts as well: several entries may name the same one. Together they never take back more than it was.
alter table payments drop constraint payments_organisation_id_reverses_key;
create index payments_by_reversed on payments (organisation_id, reverses) where reverses is not null;
