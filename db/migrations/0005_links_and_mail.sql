-- What waits to be mailed, and addresses that let their holder do one thing without an account.

-- A transactional outbox: the row appears with the change that it tells about, or not at all.
-- The text may carry secrets (a reset, an invitation), so it is emptied once the message has been handed over or given up.
create table mails (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid references organisations (id),
  kind text not null,
  recipient text not null,
  subject text not null,
  body text,
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed')),
  attempts integer not null default 0,
  due_at timestamptz not null default now(),
  last_error text,
  once_key text unique,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  check ((state = 'queued') = (finished_at is null)),
  check (state <> 'queued' or body is not null)
);
create index mails_due on mails (due_at) where state = 'queued';
create index mails_by_organisation on mails (organisation_id, created_at);
select kept_protect('mails');

-- A password reset belongs to no organisation: anybody may queue such a message, only the postman reads it.
create policy personal_mail on mails for insert with check (organisation_id is null);

-- Set by app/jobs/mail.ts and by the local outbox alone.
create function kept_postman() returns boolean
  language sql stable parallel safe
  return coalesce(current_setting('kept.postman', true), '') = 'on';
create policy postman on mails using (kept_postman()) with check (kept_postman());
revoke delete on mails from kept_app;

create table private_links (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  purpose text not null check (purpose ~ '^[a-z]+(-[a-z]+)*$'),
  subject_id text not null,
  token_hash text not null unique,
  meta jsonb not null default '{}',
  expires_at timestamptz not null,
  revoked_at timestamptz,
  used_at timestamptz,
  created_at timestamptz not null default now()
);
create index private_links_by_subject on private_links (organisation_id, purpose, subject_id);
select kept_protect('private_links');
create policy holder_reads on private_links for select using (token_hash = kept_link_hash());
