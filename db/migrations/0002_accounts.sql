-- People, how they prove who they are, and the organisations they belong to.

-- better-auth's four tables. They belong to no organisation: a person may be a member of several.
-- What reads them is db/ and app/http/auth.server.ts alone.
create table users (
  id text primary key default gen_random_uuid()::text,
  name text not null check (name <> ''),
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table sign_ins (
  id text primary key default gen_random_uuid()::text,
  user_id text not null references users (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sign_ins_by_user on sign_ins (user_id);

create table credentials (
  id text primary key default gen_random_uuid()::text,
  user_id text not null references users (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index credentials_by_user on credentials (user_id);

create table verifications (
  id text primary key default gen_random_uuid()::text,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verifications_by_identifier on verifications (identifier);

-- How often something was tried, counted here so that several processes of the app count together.
create table rate_limits (
  key text primary key,
  points integer not null,
  expire timestamptz
);
create index rate_limits_by_expiry on rate_limits (expire);

-- Public facts about each tenant: anybody may read them; only the organisation itself changes them, nothing deletes them.
create table organisations (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  name text not null check (name <> ''),
  kind text not null check (kind in ('university', 'nhs', 'council', 'charity', 'other')),
  region text not null,
  demonstration boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now()
);
alter table organisations enable row level security;
alter table organisations force row level security;
create policy anybody_reads on organisations for select using (true);
create policy own_organisation_insert on organisations for insert with check (id = kept_organisation());
create policy own_organisation_update on organisations for update
  using (id = kept_organisation()) with check (id = kept_organisation());
revoke delete on organisations from kept_app;

create table memberships (
  organisation_id uuid not null references organisations (id),
  user_id text not null references users (id),
  role text not null check (role in ('owner', 'editor', 'reviewer')),
  created_at timestamptz not null default now(),
  primary key (organisation_id, user_id)
);
create index memberships_by_user on memberships (user_id);
select kept_protect('memberships');
create policy own_memberships on memberships for select using (user_id = kept_user());

create table invitations (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  email text not null check (email = lower(email)),
  role text not null check (role in ('owner', 'editor', 'reviewer')),
  token_hash text not null unique,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  invited_by text not null references users (id),
  created_at timestamptz not null default now()
);
create index invitations_by_organisation on invitations (organisation_id, created_at);
select kept_protect('invitations');

-- SHA-256 of the secret in the address that somebody opened, or null. Whoever holds the secret may read the one row it opens.
create function kept_link_hash() returns text
  language sql stable parallel safe
  return nullif(current_setting('kept.link_hash', true), '');
create policy holder_reads on invitations for select using (token_hash = kept_link_hash());

-- What was changed about an organisation and its members, by whom. Never changed, never deleted.
create table organisation_history (
  id bigint generated always as identity primary key,
  organisation_id uuid not null references organisations (id),
  at timestamptz not null default now(),
  user_id text references users (id),
  kind text not null,
  detail jsonb not null default '{}'
);
create index organisation_history_by_organisation on organisation_history (organisation_id, id);
select kept_protect('organisation_history');
revoke update, delete on organisation_history from kept_app;
