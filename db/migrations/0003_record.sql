-- The public record: one append-only Merkle log per organisation. Everybody may read all of it, an organisation may add to its own,
-- and nobody may change or remove what is there, the owner of the tables included.

create function record_refuse() returns trigger
  language plpgsql
as $$
begin
  raise exception 'The public record only grows: % on % is refused.', lower(tg_op), tg_table_name
    using errcode = 'restrict_violation';
end
$$;

-- Anybody reads; only the organisation of the transaction adds.
create function record_protect(target regclass) returns void
  language plpgsql
as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy anybody_reads on %s for select using (true)', target);
  execute format('create policy own_organisation_adds on %s for insert with check (organisation_id = kept_organisation())', target);
  execute format('create trigger never_truncated before truncate on %s for each statement execute function record_refuse()', target);
end
$$;

-- The head of each log. Publishers lock this row, so that they append one after another.
create table record_logs (
  organisation_id uuid primary key references organisations (id),
  slug text not null unique,
  -- Host and slug, fixed when the log begins: it is what checkpoints are signed for, also after the installation has moved.
  origin text not null unique,
  size integer not null default 0 check (size >= 0),
  -- The roots of the complete subtrees along the right edge, 32 bytes each, largest first: all that the log needs to grow.
  frontier bytea not null default '',
  last_recorded_at timestamptz,
  check (octet_length(frontier) % 32 = 0)
);
select record_protect('record_logs');
create policy own_organisation_grows on record_logs for update
  using (organisation_id = kept_organisation()) with check (organisation_id = kept_organisation());

create function record_log_only_grows() returns trigger
  language plpgsql
as $$
begin
  if new.organisation_id <> old.organisation_id or new.slug <> old.slug or new.origin <> old.origin or new.size < old.size then
    raise exception 'A log keeps its name and never shrinks.' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger only_grows before update on record_logs for each row execute function record_log_only_grows();

-- Tells every process of the application, once the publication is committed, that what it remembers of this journey is old.
create function record_log_has_grown() returns trigger
  language plpgsql
as $$
begin
  perform pg_notify('kept_record', new.slug);
  return null;
end
$$;
create trigger has_grown after update of size on record_logs for each row execute function record_log_has_grown();
create trigger never_deleted before delete on record_logs for each statement execute function record_refuse();

-- Which key signs each log from which size on. The log itself says it too, in an entry of the kind `signing-key`.
create table record_keys (
  organisation_id uuid not null references record_logs (organisation_id),
  from_size integer not null check (from_size >= 0),
  verifier_key text not null,
  primary key (organisation_id, from_size)
);
select record_protect('record_keys');
create trigger never_changed before update or delete on record_keys for each statement execute function record_refuse();

-- `entry` is the text that the log hashes; kind and subject are read out of it, so that they cannot say anything else.
create table record_entries (
  organisation_id uuid not null references record_logs (organisation_id),
  index integer not null check (index >= 0),
  entry text not null,
  kind text not null generated always as (entry::jsonb ->> 'kind') stored,
  subject text not null generated always as (entry::jsonb ->> 'subject') stored,
  -- The number of the earlier entry whose words this one withdraws.
  withdraws integer check (withdraws < index),
  primary key (organisation_id, index),
  unique (organisation_id, withdraws)
);
create index record_entries_by_kind on record_entries (organisation_id, kind, index);
select record_protect('record_entries');
create trigger never_changed before update or delete on record_entries for each statement execute function record_refuse();

-- The words, beside the log and not in it.
create table record_bodies (
  organisation_id uuid not null,
  index integer not null,
  -- Canonical JSON.
  body text not null,
  salt bytea not null check (octet_length(salt) = 32),
  primary key (organisation_id, index),
  foreign key (organisation_id, index) references record_entries (organisation_id, index)
);
select record_protect('record_bodies');
create policy own_organisation_withdraws on record_bodies for delete using (organisation_id = kept_organisation());
create trigger never_changed before update on record_bodies for each statement execute function record_refuse();

create function record_body_needs_withdrawal() returns trigger
  language plpgsql
as $$
begin
  if not exists (
    select 1 from record_entries where organisation_id = old.organisation_id and withdraws = old.index
  ) then
    raise exception 'The words of entry % can only go together with an entry that withdraws them.', old.index
      using errcode = 'restrict_violation';
  end if;
  return old;
end
$$;
create trigger only_withdrawn before delete on record_bodies for each row execute function record_body_needs_withdrawal();

create function record_withdrawal_needs_deletion() returns trigger
  language plpgsql
as $$
begin
  if exists (
    select 1 from record_bodies where organisation_id = new.organisation_id and index = new.withdraws
  ) then
    raise exception 'Entry % withdraws the words of entry %, and they are still there.', new.index, new.withdraws
      using errcode = 'restrict_violation';
  end if;
  return null;
end
$$;
create constraint trigger words_are_gone after insert on record_entries
  deferrable initially deferred for each row when (new.withdraws is not null)
  execute function record_withdrawal_needs_deletion();

-- The hashes that tiles are made of. Level 0 holds the leaves, level 1 the roots of each 256 entries, level 2 of each 65,536.
create table record_nodes (
  organisation_id uuid not null references record_logs (organisation_id),
  level smallint not null check (level between 0 and 63),
  index integer not null check (index >= 0),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (organisation_id, level, index)
);
select record_protect('record_nodes');
create trigger never_changed before update or delete on record_nodes for each statement execute function record_refuse();

-- Signed once for each size, so that two different heads of one size cannot be.
create table record_checkpoints (
  organisation_id uuid not null references record_logs (organisation_id),
  size integer not null check (size > 0),
  note text not null,
  -- Signed by the old key and the new one.
  handover boolean not null default false,
  primary key (organisation_id, size)
);
select record_protect('record_checkpoints');
create trigger never_changed before update or delete on record_checkpoints for each statement execute function record_refuse();

-- A projection for searching: one row for each organisation that has introduced itself, rebuilt from the record at will.
create table record_directory (
  organisation_id uuid primary key references record_logs (organisation_id),
  slug text not null,
  name text not null,
  kind text not null,
  region text not null,
  demonstration boolean not null,
  commitments integer not null,
  first_recorded_at timestamptz not null,
  last_recorded_at timestamptz not null
);
create index record_directory_by_name on record_directory (lower(name), slug);
alter table record_directory enable row level security;
alter table record_directory force row level security;
create policy anybody_reads on record_directory for select using (true);
create policy own_organisation_adds on record_directory for insert with check (organisation_id = kept_organisation());
create policy own_organisation_changes on record_directory for update
  using (organisation_id = kept_organisation()) with check (organisation_id = kept_organisation());
create policy own_organisation_removes on record_directory for delete using (organisation_id = kept_organisation());

revoke truncate on record_logs, record_keys, record_entries, record_bodies, record_nodes, record_checkpoints from kept_app;
