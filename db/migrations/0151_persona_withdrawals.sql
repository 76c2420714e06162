-- What the makers of a persona took back. Copies that other organisations brought in from the open library go with it.

create table persona_withdrawals (
  organisation_id uuid not null references organisations (id),
  persona_id uuid not null,
  withdrawn_on date not null,
  primary key (organisation_id, persona_id),
  foreign key (organisation_id, persona_id) references personas (organisation_id, id)
);
select kept_protect('persona_withdrawals');
revoke update, delete on persona_withdrawals from kept_app;

-- The one way across the wall between organisations: for the organisation whose persona was taken back, copies of that
-- persona, and only to empty them.
create policy copies_of_what_was_taken_back on personas for select using (
  origin_id in (select persona_id from persona_withdrawals where organisation_id = kept_organisation())
);
create policy copies_are_emptied on personas for update
  using (origin_id in (select persona_id from persona_withdrawals where organisation_id = kept_organisation()))
  with check (
    origin_id in (select persona_id from persona_withdrawals where organisation_id = kept_organisation())
    and withdrawn_on is not null and needs = '[]' and strengths = '[]' and sources = '[]' and hopes = '' and provenance is null
  );
create index personas_by_origin on personas (origin_id) where origin_id is not null;

-- What was taken back before now: the words of its copies go too, and who made it.
alter table personas no force row level security;
alter table persona_withdrawals no force row level security;
insert into persona_withdrawals (organisation_id, persona_id, withdrawn_on)
  select organisation_id, id, withdrawn_on from personas where withdrawn_on is not null;
update personas set offered_on = null, provenance = null where withdrawn_on is not null;
update personas copy set
  title = 'A persona that was taken back', about = 'Its makers took it back.', strengths = '[]', hopes = '', needs = '[]',
  sources = '[]', provenance = null, change_reason = '', withdrawn_on = gone.withdrawn_on, changed_on = gone.withdrawn_on,
  version = copy.version + 1
  from persona_withdrawals gone where copy.origin_id = gone.persona_id;
alter table personas force row level security;
alter table persona_withdrawals force row level security;
