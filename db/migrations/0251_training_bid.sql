-- A training plan belongs to a bid that is on file, or to a project by its name alone.

alter table training_plans add column bid_id uuid;
alter table training_plans add foreign key (organisation_id, bid_id) references bids (organisation_id, id);

-- What was tied by name is tied for good, where one bid alone carries that name.
alter table training_plans no force row level security;
alter table bids no force row level security;
update training_plans plan set bid_id = bid.id
  from bids bid
  where bid.organisation_id = plan.organisation_id and lower(trim(bid.title)) = lower(trim(plan.project))
    and not exists (
      select 1 from bids other where other.organisation_id = bid.organisation_id and other.id <> bid.id
        and lower(trim(other.title)) = lower(trim(bid.title))
    );
alter table training_plans force row level security;
alter table bids force row level security;
