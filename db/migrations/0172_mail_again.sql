-- Given-up mail keeps its text for 30 days, so that an owner can have it tried again. Its age is counted from then.
alter table mails add column tried_again_at timestamptz;
create index mails_given_up on mails (finished_at) where state = 'failed' and body is not null;
