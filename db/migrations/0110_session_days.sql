-- Sessions over several days: the same hours on each of them, or straight through, the nights included.

alter table sessions add column daily boolean not null default false;
