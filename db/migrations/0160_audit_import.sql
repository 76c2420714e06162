-- Past audit rounds that come from a file, and invitations that are made once however often the form is sent.

-- When a round was brought in from a file; null for one that was held here.
alter table audit_rounds add column imported_on date;

-- What a file would add, between its upload and its import: no names, no labels of people. Removed when it is imported, or a day later.
create table audit_imports (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  file_name text not null,
  plan jsonb not null,
  created_at timestamptz not null default now(),
  unique (organisation_id, id)
);
create index audit_imports_by_day on audit_imports (organisation_id, created_at);
select kept_protect('audit_imports');

-- One sending of the invitation form. The page makes the id, so that the same form sent twice is recognised.
create table audit_invitations (
  organisation_id uuid not null references organisations (id),
  id uuid not null,
  round_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, round_id) references audit_rounds (organisation_id, id)
);
select kept_protect('audit_invitations');
revoke update, delete on audit_invitations from kept_app;
