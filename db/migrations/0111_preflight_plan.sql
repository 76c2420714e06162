-- What a decision was about, part by part, so that it shows when the plan changes afterwards.

alter table preflight_decisions add column plan jsonb not null default '{}';
