-- What each person adds to a period's sums, so that figures are not made anew when only a few people's pay has changed. Private.
alter table pay_summaries add column basis jsonb not null default '{}';
