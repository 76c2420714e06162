-- The second pair of eyes on everything that is published, and an order of decisions that no clock can turn round.

-- Instants can run backwards when a clock is put right; a counter cannot. Rows that are there are counted as they lie, which is
-- the order in which they were written: nothing updates or deletes them.
alter table board_reviews add column number bigint not null generated always as identity;

-- A reviewer's word on something for the public that is no commitment: the statement, an audit round, a loop, a session.
create table board_clearances (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  number bigint not null generated always as identity,
  -- As in the public record: `audit-round:<id>`.
  subject text not null,
  -- Fingerprint of exactly what was read.
  seen text not null check (seen ~ '^[0-9a-f]{64}$'),
  decision text not null check (decision in ('accept', 'return')),
  text text not null,
  conflict text not null default '',
  decided_on date not null,
  reviewer_id text references users (id) on delete set null,
  created_at timestamptz not null default now(),
  unique (organisation_id, id)
);
create index board_clearances_by_subject on board_clearances (organisation_id, subject, number desc);
select kept_protect('board_clearances');
revoke update, delete on board_clearances from kept_app;
