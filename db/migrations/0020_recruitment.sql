-- Recruitment rounds as counts of people by stage; no row is about one person. The counts are the organisation's own: the
-- public sees `released`, which was made from tables that passed the rules for small counts.

create table recruitment_rounds (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  title text not null check (title <> ''),
  body text not null check (body in ('leading_team', 'coproduction_group', 'board')),
  opened_on date not null,
  closed_on date check (closed_on >= opened_on),
  scheme text not null check (scheme in ('ew-2021', 'gss-18', 'scotland-2022', 'ni-2021')),
  practice jsonb not null,
  counts jsonb not null,
  international jsonb,
  other jsonb,
  intersections jsonb,
  released jsonb,
  change_reason text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  unique (organisation_id, id)
);
create index recruitment_rounds_by_day on recruitment_rounds (organisation_id, opened_on desc, id);
select kept_protect('recruitment_rounds');
revoke delete on recruitment_rounds from kept_app;

create table recruitment_round_changes (
  id bigint generated always as identity primary key,
  organisation_id uuid not null,
  round_id uuid not null,
  kind text not null check (kind in ('opened', 'revised', 'counted', 'released')),
  before jsonb,
  after jsonb not null,
  user_id text not null references users (id),
  changed_on date not null,
  recorded_at timestamptz not null default now(),
  foreign key (organisation_id, round_id) references recruitment_rounds (organisation_id, id)
);
create index recruitment_round_changes_by_round on recruitment_round_changes (organisation_id, round_id, id);
select kept_protect('recruitment_round_changes');
revoke update, delete on recruitment_round_changes from kept_app;

-- Whom rounds are compared with. National totals are built in and have no row.
create table recruitment_benchmarks (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  kind text not null check (kind in ('served', 'area')),
  scheme text not null check (scheme in ('ew-2021', 'gss-18', 'scotland-2022', 'ni-2021')),
  place text not null check (place <> ''),
  source text not null check (source <> ''),
  described_on date not null,
  counts jsonb not null,
  created_at timestamptz not null default now(),
  unique (organisation_id, id)
);
create index recruitment_benchmarks_by_day on recruitment_benchmarks (organisation_id, described_on desc, id);
select kept_protect('recruitment_benchmarks');
revoke update, delete on recruitment_benchmarks from kept_app;

-- Everything about people that was ever released, with the exact counts it was made from, so that a later release never
-- unmasks an earlier one. Private for ever; nothing edits or removes it, or the promise made with it could not be kept.
create table disclosure_releases (
  id bigint generated always as identity primary key,
  organisation_id uuid not null references organisations (id),
  series text not null check (series <> ''),
  as_of date not null,
  release jsonb not null,
  released_at timestamptz not null default now()
);
create index disclosure_releases_by_series on disclosure_releases (organisation_id, series, id);
select kept_protect('disclosure_releases');
revoke update, delete on disclosure_releases from kept_app;
