-- What is reminded of, who wants to hear of it, and how the looking went.

-- Set by app/jobs/reminders.ts alone.
create function kept_jobs() returns boolean
  language sql stable parallel safe
  return coalesce(current_setting('kept.jobs', true), '') = 'on';

-- A due item once noticed: its key is unique, so that it is noticed once whoever looks and however often.
create table reminders (
  organisation_id uuid not null references organisations (id),
  key text not null,
  kind text not null,
  due_on date not null,
  noticed_on date not null,
  created_at timestamptz not null default now(),
  primary key (organisation_id, key)
);
select kept_protect('reminders');
revoke update, delete on reminders from kept_app;

-- One row for each organisation: whoever holds it is looking. Owners see how it went.
create table reminder_runs (
  organisation_id uuid primary key references organisations (id),
  checked_on date,
  found integer not null default 0,
  attempts integer not null default 0,
  retry_at timestamptz not null default now(),
  last_error text,
  finished_at timestamptz
);
select kept_protect('reminder_runs');

-- Each person's own. The quiet days are dates and nothing else: what they are is nobody's business.
create table reminder_choices (
  organisation_id uuid not null references organisations (id),
  user_id text not null references users (id) on delete cascade,
  digest text not null default 'weekly' check (digest in ('weekly', 'never')),
  quiet_on jsonb not null default '[]',
  primary key (organisation_id, user_id)
);
select kept_protect('reminder_choices');
-- Not even an owner reads another person's.
create policy own_choice on reminder_choices as restrictive
  using (user_id = kept_user() or kept_jobs()) with check (user_id = kept_user());
