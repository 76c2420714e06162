-- Which money is for which promise: one fund may serve several promises, and a promise may draw on several funds.
create table commitment_funds (
  organisation_id uuid not null references organisations (id),
  commitment_id uuid not null,
  fund_id uuid not null,
  primary key (organisation_id, commitment_id, fund_id),
  foreign key (organisation_id, commitment_id) references commitments (organisation_id, id),
  foreign key (organisation_id, fund_id) references funds (organisation_id, id)
);
create index commitment_funds_by_fund on commitment_funds (organisation_id, fund_id);
select kept_protect('commitment_funds');
