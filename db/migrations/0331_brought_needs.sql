-- A need in the words of a persona's makers came here with that persona. When the makers take it back, the need's words go too,
-- unless another persona here carries it. A need that the organisation wrote itself is its own and stays.

alter table own_needs add column brought boolean not null default false;
alter table own_needs add column withdrawn_on date;

-- The copy of another organisation may be the one that is emptied: this works in its row's organisation, and leaves the
-- transaction where it was. The application itself may change no need.
create function kept_forget_brought_needs() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  here text := coalesce(current_setting('kept.organisation_id', true), '');
begin
  perform set_config('kept.organisation_id', new.organisation_id::text, true);
  update own_needs own
    set title = 'A need that was taken back', met_by = 'Its makers took it back', seen_by = 'Its makers took it back',
      withdrawn_on = new.withdrawn_on
    where own.organisation_id = new.organisation_id and own.brought and own.withdrawn_on is null
      and exists (select 1 from jsonb_array_elements(old.needs) carried where carried ->> 'need' = own.id)
      and not exists (
        select 1 from personas other, jsonb_array_elements(other.needs) carried
        where other.organisation_id = new.organisation_id and carried ->> 'need' = own.id
      );
  perform set_config('kept.organisation_id', here, true);
  return null;
end
$$;
create trigger brought_needs_go after update of withdrawn_on on personas
  for each row when (old.withdrawn_on is null and new.withdrawn_on is not null)
  execute function kept_forget_brought_needs();

-- What came in before: needs that a persona from another library carries, and none that was made here.
alter table own_needs no force row level security;
alter table personas no force row level security;
update own_needs own set brought = true
  where exists (
    select 1 from personas one, jsonb_array_elements(one.needs) carried
    where one.organisation_id = own.organisation_id and one.imported_from <> '' and carried ->> 'need' = own.id
  ) and not exists (
    select 1 from personas one, jsonb_array_elements(one.needs) carried
    where one.organisation_id = own.organisation_id and one.imported_from = '' and carried ->> 'need' = own.id
  );
alter table own_needs force row level security;
alter table personas force row level security;
