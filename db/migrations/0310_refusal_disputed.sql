-- Whoever asked may say that the ground on which they were refused is wrong. How many do is counted in public.
alter table challenges add column refusal_disputed_on date;
alter table challenges add constraint challenges_disputed_when_refused check (refusal_disputed_on is null or ground is not null);
