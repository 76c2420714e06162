-- Payments that take another one back, files on their way into the books, and the figures that an organisation publishes.

alter table payments add unique (organisation_id, id);
-- Each payment can be reversed once; who reads the books sees both, and why.
alter table payments add column reverses uuid;
alter table payments add column note text not null default '';
alter table payments add unique (organisation_id, reverses);
alter table payments add foreign key (organisation_id, reverses) references payments (organisation_id, id);
alter table payments add check (reverses is null or amount_pence < 0);

-- The rows of an uploaded file between its upload and its import. Removed when it is imported, or a day later.
create table pay_imports (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  kind text not null check (kind in ('payments', 'budget')),
  fund_id uuid,
  file_name text not null,
  rows jsonb not null,
  created_at timestamptz not null default now(),
  unique (organisation_id, id),
  foreign key (organisation_id, fund_id) references funds (organisation_id, id),
  check ((kind = 'budget') = (fund_id is not null))
);
create index pay_imports_by_day on pay_imports (organisation_id, created_at);
select kept_protect('pay_imports');

-- Figures of a period as they were prepared for the public, with the protected tables that they came from.
create table pay_summaries (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  prepared_on date not null,
  content jsonb not null,
  releases jsonb not null default '[]',
  reason text not null default '',
  created_at timestamptz not null default now(),
  unique (organisation_id, from_on, until_on)
);
select kept_protect('pay_summaries');
revoke delete on pay_summaries from kept_app;
