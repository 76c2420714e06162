-- Each person chooses what they hear of, and how: in the list alone, by a weekly letter, or at once.

alter table reminder_choices drop constraint reminder_choices_digest_check;
alter table reminder_choices
  add constraint reminder_choices_digest_check check (digest in ('weekly', 'at-once', 'never')),
  -- 1 is Monday, 7 Sunday, as ISO 8601 counts.
  add column weekday smallint not null default 1 check (weekday between 1 and 7),
  -- The kinds somebody does not want: a kind that comes later is heard of until they say otherwise.
  add column without jsonb not null default '[]';

-- Which week's letter has been thought about for whom, whether anything was due or not: a letter belongs to its day.
create table reminder_letters (
  organisation_id uuid not null references organisations (id),
  user_id text not null references users (id) on delete cascade,
  week_on date not null,
  primary key (organisation_id, user_id)
);
select kept_protect('reminder_letters');
create policy jobs_letters on reminder_letters as restrictive using (kept_jobs()) with check (kept_jobs());

-- What has been told to whom at once: the key is unique, so that each is told once.
create table reminder_told (
  organisation_id uuid not null references organisations (id),
  user_id text not null references users (id) on delete cascade,
  key text not null,
  primary key (organisation_id, user_id, key)
);
select kept_protect('reminder_told');
create policy jobs_told on reminder_told as restrictive using (kept_jobs()) with check (kept_jobs());
revoke update, delete on reminder_told from kept_app;
