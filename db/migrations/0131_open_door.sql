-- What comes through the open door keeps the promise of the day it came, and its writer may take it back.
alter table challenges add column answer_within integer, add column acknowledge_within integer,
  add column jurisdiction text, add column taken_back_on date;
alter table protected_challenges add column answer_within integer, add column acknowledge_within integer,
  add column jurisdiction text, add column taken_back_on date;

alter table clock_promises no force row level security;
alter table challenges no force row level security;
alter table protected_challenges no force row level security;
update challenges set
  answer_within = coalesce((select answer_within from clock_promises p where p.organisation_id = challenges.organisation_id), 30),
  acknowledge_within = coalesce((select acknowledge_within from clock_promises p where p.organisation_id = challenges.organisation_id), 5),
  jurisdiction = coalesce((select jurisdiction from clock_promises p where p.organisation_id = challenges.organisation_id), 'england_wales');
update protected_challenges set
  answer_within = coalesce((select answer_within from clock_promises p where p.organisation_id = protected_challenges.organisation_id), 30),
  acknowledge_within = coalesce((select acknowledge_within from clock_promises p where p.organisation_id = protected_challenges.organisation_id), 5),
  jurisdiction = coalesce((select jurisdiction from clock_promises p where p.organisation_id = protected_challenges.organisation_id), 'england_wales');
alter table protected_challenges force row level security;
alter table challenges force row level security;
alter table clock_promises force row level security;
alter table challenges alter column answer_within set not null, alter column acknowledge_within set not null,
  alter column jurisdiction set not null;
alter table protected_challenges alter column answer_within set not null, alter column acknowledge_within set not null,
  alter column jurisdiction set not null;

-- In the order in which they came, so that what is counted in public moves by three at a time.
alter table challenge_check_ins add column position bigint generated always as identity;

-- How the writer of a protected challenge asked to be reached, for the check-ins and nothing else. Sealed: the address can be
-- read with the installation's secret alone. Apart from every other table: no page reads it, and the row goes after the last message.
create table check_in_contacts (
  challenge_id uuid primary key,
  organisation_id uuid not null,
  sealed text not null,
  -- The last of the 30, 90 and 180 days that a message was queued for; 0 before any.
  asked_day integer not null default 0 check (asked_day in (0, 30, 90, 180)),
  foreign key (organisation_id, challenge_id) references protected_challenges (organisation_id, id)
);
alter table check_in_contacts enable row level security;
alter table check_in_contacts force row level security;
-- Whoever asks may leave an address or, with their code, take it away again; only the job that writes the messages reads one.
create policy writer_leaves on check_in_contacts for insert with check (organisation_id = kept_organisation());
create policy writer_finds on check_in_contacts for select using (
  organisation_id = kept_organisation()
  and exists (select 1 from protected_challenges own where own.id = challenge_id and own.code_hash = kept_case_hash()));
create policy writer_forgets on check_in_contacts for delete using (
  organisation_id = kept_organisation()
  and exists (select 1 from protected_challenges own where own.id = challenge_id and own.code_hash = kept_case_hash()));
create policy job_reads on check_in_contacts for select using (organisation_id = kept_organisation() and kept_jobs());
create policy job_notes on check_in_contacts for update
  using (organisation_id = kept_organisation() and kept_jobs()) with check (organisation_id = kept_organisation());
create policy forgotten on check_in_contacts for delete
  using (organisation_id = kept_organisation() and kept_jobs());

-- What the board has been told by mail: once each, and to reviewers alone.
create table board_notices (
  organisation_id uuid not null references organisations (id),
  user_id text not null references users (id) on delete cascade,
  key text not null,
  queued_on date not null,
  primary key (organisation_id, user_id, key)
);
select kept_protect('board_notices');
revoke update, delete on board_notices from kept_app;
