-- A letter that comes again and again says where mail programs can stop it (RFC 8058). Forgotten with the text.
alter table mails add column unsubscribe_url text;

-- The jobs ask one question over all organisations (whose hour has come, who owes the board an answer) instead of each in turn.
-- They read here, and write within one organisation as everybody does.
create policy jobs_ask on reminder_runs for select using (kept_jobs());
create policy jobs_ask on board_reviews for select using (kept_jobs());
create policy jobs_ask on board_answers for select using (kept_jobs());
create index board_reviews_owed on board_reviews (action_by) where action_by is not null;
