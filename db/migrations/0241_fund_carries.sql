-- Money that one fund hands on to the next. A recorded decision: nothing edits or removes it, and neither fund counts it twice.
create table fund_carries (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  from_fund uuid not null,
  to_fund uuid not null,
  amount_pence bigint not null check (amount_pence > 0),
  reason text not null check (length(trim(reason)) >= 10),
  decided_on date not null,
  decided_by text references users (id) on delete set null,
  created_at timestamptz not null default now(),
  foreign key (organisation_id, from_fund) references funds (organisation_id, id),
  foreign key (organisation_id, to_fund) references funds (organisation_id, id),
  check (from_fund <> to_fund)
);
create index fund_carries_from on fund_carries (organisation_id, from_fund);
create index fund_carries_to on fund_carries (organisation_id, to_fund);
select kept_protect('fund_carries');
revoke update, delete on fund_carries from kept_app;
