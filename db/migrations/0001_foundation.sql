-- What every later migration stands on: the application's rights, the lock between organisations, and the installation's own settings.
-- The role kept_app exists before this runs (db/open.server.ts makes it): the application connects as it and owns nothing.

grant usage on schema public to kept_app;

-- Whatever the owner makes from now on, the application may use. A table that must not change revokes again in its own migration.
alter default privileges in schema public grant select, insert, update, delete on tables to kept_app;
alter default privileges in schema public grant usage, select on sequences to kept_app;

-- The organisation of this transaction, or null. A setting that was made `local` reads as '' once its transaction has ended.
create function kept_organisation() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('kept.organisation_id', true), '')::uuid;

-- The signed-in person of this transaction, or null.
create function kept_user() returns text
  language sql stable parallel safe
  return nullif(current_setting('kept.user_id', true), '');

-- The second lock between organisations: in a protected table a transaction sees and writes its own organisation's rows only.
-- Forced, so that the tables' owner is held by it as well; a migration that must touch rows of a protected table says so.
create function kept_protect(target regclass) returns void
  language plpgsql
as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy own_organisation on %s using (organisation_id = kept_organisation()) with check (organisation_id = kept_organisation())',
    target);
end
$$;

-- Facts about the installation as a whole, one row each: how it began, for instance.
create table installation (
  name text primary key,
  value jsonb not null,
  set_at timestamptz not null default now()
);
