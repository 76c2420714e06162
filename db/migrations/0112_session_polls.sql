-- A poll can be closed early, its tally moves in steps, and a link that was lost is replaced.

alter table session_polls add column closed_at timestamptz;
alter table session_poll_answers add column released jsonb;
alter table session_poll_answers add column carried boolean not null default false;

-- Polls that showed their tally go on showing what they showed.
alter table session_poll_answers no force row level security;
update session_poll_answers set released = choices
  where poll_id in (select poll_id from session_poll_answers group by poll_id having count(*) >= 3);
alter table session_poll_answers force row level security;
