-- Money for people who take part. Amounts are whole pence. A reference stands for a person; no name, no benefit is stored.

create table funds (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  title text not null,
  kind text not null check (kind in ('ring-fenced', 'project', 'seed', 'grant')),
  source text not null,
  restrictions text not null default '',
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  amount_pence bigint not null check (amount_pence >= 0),
  carried_over_pence bigint not null default 0 check (carried_over_pence >= 0),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  unique (organisation_id, id)
);
select kept_protect('funds');

create table fund_lines (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  fund_id uuid not null,
  purpose text not null,
  title text not null,
  amount_pence bigint not null check (amount_pence >= 0),
  created_at timestamptz not null default now(),
  unique (organisation_id, id),
  foreign key (organisation_id, fund_id) references funds (organisation_id, id)
);
create index fund_lines_by_fund on fund_lines (organisation_id, fund_id);
select kept_protect('fund_lines');

-- Moving money, and leave to overspend, are recorded decisions: nothing edits or removes them.
create table fund_decisions (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  fund_id uuid not null,
  kind text not null check (kind in ('move', 'overspend')),
  from_line uuid,
  to_line uuid,
  amount_pence bigint not null check (amount_pence > 0),
  reason text not null check (length(trim(reason)) >= 10),
  decided_on date not null,
  decided_by text references users (id) on delete set null,
  created_at timestamptz not null default now(),
  foreign key (organisation_id, fund_id) references funds (organisation_id, id),
  foreign key (organisation_id, from_line) references fund_lines (organisation_id, id),
  foreign key (organisation_id, to_line) references fund_lines (organisation_id, id),
  check (from_line is distinct from to_line),
  check (kind = 'move' or (to_line is not null and from_line is null))
);
create index fund_decisions_by_fund on fund_decisions (organisation_id, fund_id);
select kept_protect('fund_decisions');
revoke update, delete on fund_decisions from kept_app;

create table bids (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  title text not null,
  funder text not null,
  amount_pence bigint not null check (amount_pence >= 0),
  stage text not null,
  question_fixed_on date,
  submitted_on date,
  co_production_pence bigint not null default 0 check (co_production_pence >= 0),
  training_pence bigint not null default 0 check (training_pence >= 0),
  what_changed text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  unique (organisation_id, id)
);
select kept_protect('bids');

create table pay_rates (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  kind text not null check (kind in ('real-living-wage', 'national-living-wage', 'own', 'comparator')),
  title text not null,
  place text not null check (place in ('uk', 'london')),
  role text not null default '',
  activity text not null default '',
  pence_per_hour integer not null check (pence_per_hour >= 0),
  from_on date not null,
  until_on date check (until_on >= from_on),
  source text not null,
  created_at timestamptz not null default now()
);
select kept_protect('pay_rates');

-- What the organisation enters about the cost of its own staff, for the parity gap: no person, a grade.
create table staff_costs (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  title text not null,
  salary_pence bigint not null check (salary_pence > 0),
  on_costs_percent numeric(5, 2) not null check (on_costs_percent between 0 and 100),
  hours_per_week numeric(4, 1) not null check (hours_per_week > 0 and hours_per_week <= 80),
  weeks_per_year numeric(4, 1) not null check (weeks_per_year > 0 and weeks_per_year <= 52),
  from_on date not null,
  created_at timestamptz not null default now()
);
select kept_protect('staff_costs');

create table offers (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  line_id uuid not null,
  bid_id uuid,
  reference text not null check (position('@' in reference) = 0),
  role text not null,
  community text not null default '',
  place text not null check (place in ('uk', 'london')),
  offered_on date not null,
  held_on date not null,
  time jsonb not null,
  expenses_pence bigint not null default 0 check (expenses_pence >= 0),
  expenses_timing text not null check (expenses_timing in ('before', 'on-the-day', 'after')),
  low_income boolean not null default false,
  timing text not null check (timing in ('before', 'on-the-day', 'after')),
  promised_by date not null,
  choice text,
  agreed_fee_pence bigint check (agreed_fee_pence >= 0),
  advice_offered boolean not null default false,
  -- Fee and expenses that it binds on its line, kept beside it so that a line's position is one sum.
  bound_pence bigint not null check (bound_pence >= 0),
  confirmed_on date,
  not_received_on date,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  unique (organisation_id, id),
  foreign key (organisation_id, line_id) references fund_lines (organisation_id, id),
  foreign key (organisation_id, bid_id) references bids (organisation_id, id)
);
create index offers_by_line on offers (organisation_id, line_id);
create index offers_by_day on offers (organisation_id, held_on desc, id);
select kept_protect('offers');

create table payments (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  line_id uuid not null,
  offer_id uuid,
  kind text not null check (kind in ('fee', 'expenses', 'other')),
  amount_pence bigint not null check (amount_pence <> 0),
  paid_on date not null,
  method text not null default '',
  -- The finance system's own reference: the same payment imported twice is one payment.
  finance_reference text not null,
  created_at timestamptz not null default now(),
  unique (organisation_id, finance_reference),
  foreign key (organisation_id, line_id) references fund_lines (organisation_id, id),
  foreign key (organisation_id, offer_id) references offers (organisation_id, id)
);
create index payments_by_line on payments (organisation_id, line_id);
create index payments_by_offer on payments (organisation_id, offer_id);
create index payments_by_day on payments (organisation_id, paid_on desc, id);
select kept_protect('payments');
-- A payment that was wrong is reversed by another one; the first stays.
revoke update, delete on payments from kept_app;

-- How many took part in a session or month, so that "never offered" can be told from "declined".
create table pay_turnouts (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  held_on date not null,
  title text not null,
  took_part integer not null check (took_part between 0 and 100000),
  created_at timestamptz not null default now(),
  unique (organisation_id, held_on, title)
);
select kept_protect('pay_turnouts');
