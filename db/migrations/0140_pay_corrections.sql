-- What became of an offer: terms that were put right, a withdrawal, a choice. Each stays as it was said; nothing edits it.

alter table offers add column withdrawn_on date;

create table offer_events (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  offer_id uuid not null,
  kind text not null check (kind in ('changed', 'withdrawn', 'chosen', 'received')),
  -- The person by their link, or a member: on the person's word where it is a choice.
  said_by text not null check (said_by in ('person', 'member')),
  member text references users (id) on delete set null,
  was jsonb not null default '{}',
  now jsonb not null default '{}',
  reason text not null default '',
  happened_on date not null default ((now() at time zone 'Europe/London')::date),
  created_at timestamptz not null default now(),
  foreign key (organisation_id, offer_id) references offers (organisation_id, id)
);
create index offer_events_by_offer on offer_events (organisation_id, offer_id, created_at);
select kept_protect('offer_events');
revoke update, delete on offer_events from kept_app;

-- Comparators come from files too.
alter table pay_imports drop constraint pay_imports_kind_check;
alter table pay_imports add constraint pay_imports_kind_check check (kind in ('payments', 'budget', 'rates'));

-- 36.25 hours and 44.4 weeks are kept as they are written.
alter table staff_costs alter column hours_per_week type numeric(5, 2);
alter table staff_costs alter column weeks_per_year type numeric(5, 2);
