-- Promises and the work on them: private to the organisation until it publishes. Nothing here is ever deleted.

-- A reference from one row of an organisation to another carries the organisation, so that it can never cross to a neighbour.

create table organisation_profiles (
  organisation_id uuid primary key references organisations (id),
  statement text not null default '',
  version integer not null default 1,
  changed_on date not null
);
select kept_protect('organisation_profiles');

create table frameworks (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  -- `id@version`, as commitments and published entries name it.
  key text not null,
  content jsonb not null,
  imported_by text not null references users (id),
  imported_at timestamptz not null default now(),
  unique (organisation_id, key)
);
select kept_protect('frameworks');
revoke update, delete on frameworks from kept_app;

create table commitments (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  title text not null check (title <> ''),
  what text not null,
  why text not null,
  answerable text not null,
  answerable_name text not null default '',
  for_whom text not null,
  start_on date not null,
  due_on date not null check (due_on >= start_on),
  -- The latest row of commitment_statuses, kept beside it for lists.
  status text not null check (status in ('planned', 'under-way', 'stalled', 'did-not-work', 'done', 'dropped')),
  status_on date not null,
  -- The day from which the present words hold, and why they changed.
  changed_on date not null,
  change_reason text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  unique (organisation_id, id)
);
create index commitments_by_organisation on commitments (organisation_id, created_at, id);
select kept_protect('commitments');
revoke delete on commitments from kept_app;

create table commitment_recommendations (
  organisation_id uuid not null,
  commitment_id uuid not null,
  framework text not null,
  recommendation text not null,
  primary key (commitment_id, framework, recommendation),
  foreign key (organisation_id, commitment_id) references commitments (organisation_id, id)
);
create index commitment_recommendations_by_organisation on commitment_recommendations (organisation_id, framework, recommendation);
select kept_protect('commitment_recommendations');

create table commitment_statuses (
  id bigint generated always as identity primary key,
  organisation_id uuid not null,
  commitment_id uuid not null,
  status text not null check (status in ('planned', 'under-way', 'stalled', 'did-not-work', 'done', 'dropped')),
  reason text not null check (reason <> ''),
  effective_on date not null,
  user_id text not null references users (id),
  recorded_at timestamptz not null default now(),
  foreign key (organisation_id, commitment_id) references commitments (organisation_id, id)
);
create index commitment_statuses_by_commitment on commitment_statuses (commitment_id, id);
select kept_protect('commitment_statuses');
revoke update, delete on commitment_statuses from kept_app;

create table measures (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  commitment_id uuid not null,
  title text not null check (title <> ''),
  unit text not null,
  direction text not null check (direction in ('up', 'down')),
  baseline_value double precision,
  baseline_on date,
  target_value double precision,
  target_by date,
  indicator text,
  retired boolean not null default false,
  changed_on date not null,
  change_reason text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  unique (organisation_id, id),
  check ((baseline_value is null) = (baseline_on is null)),
  check ((target_value is null) = (target_by is null)),
  foreign key (organisation_id, commitment_id) references commitments (organisation_id, id)
);
create index measures_by_commitment on measures (commitment_id, created_at, id);
select kept_protect('measures');
revoke delete on measures from kept_app;

create table readings (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  measure_id uuid not null,
  read_on date not null,
  value double precision,
  numerator double precision,
  denominator double precision,
  confidence_interval jsonb,
  caveat text not null default '',
  note text not null default '',
  computed boolean not null default false,
  change_reason text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  unique (organisation_id, id),
  unique (measure_id, read_on),
  foreign key (organisation_id, measure_id) references measures (organisation_id, id)
);
select kept_protect('readings');
revoke delete on readings from kept_app;

create table milestones (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  commitment_id uuid not null,
  title text not null check (title <> ''),
  due_on date not null,
  met_on date,
  dropped boolean not null default false check (not (dropped and met_on is not null)),
  changed_on date not null,
  change_reason text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  unique (organisation_id, id),
  foreign key (organisation_id, commitment_id) references commitments (organisation_id, id)
);
create index milestones_by_commitment on milestones (commitment_id, due_on, id);
select kept_protect('milestones');
revoke delete on milestones from kept_app;

create table updates (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  commitment_id uuid not null,
  kind text not null check (kind in ('progress', 'setback', 'learning', 'change-of-course')),
  title text not null check (title <> ''),
  text text not null,
  content_note text not null default '',
  -- When it happened, apart from when it was written down.
  effective_on date not null,
  change_reason text not null default '',
  version integer not null default 1,
  recorded_at timestamptz not null default now(),
  unique (organisation_id, id),
  foreign key (organisation_id, commitment_id) references commitments (organisation_id, id)
);
create index updates_by_commitment on updates (commitment_id, effective_on desc, id);
select kept_protect('updates');
revoke delete on updates from kept_app;

create table evidence (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  commitment_id uuid not null,
  -- The reading it stands behind, if one.
  reading_id uuid,
  title text not null check (title <> ''),
  url text,
  file_name text,
  file_type text,
  file_size integer,
  file_sha256 text check (file_sha256 ~ '^[0-9a-f]{64}$'),
  -- Whether it goes out with the next publication. What is shown once stays shown, until it is withdrawn from the record.
  shared boolean not null,
  added_on date not null,
  created_by text not null references users (id),
  created_at timestamptz not null default now(),
  check ((url is null) <> (file_sha256 is null)),
  check ((file_sha256 is null) = (file_name is null) and (file_sha256 is null) = (file_type is null)
    and (file_sha256 is null) = (file_size is null)),
  foreign key (organisation_id, commitment_id) references commitments (organisation_id, id),
  foreign key (organisation_id, reading_id) references readings (organisation_id, id)
);
create index evidence_by_commitment on evidence (commitment_id, created_at, id);
select kept_protect('evidence');
revoke delete on evidence from kept_app;

-- Each change with what stood there before, written in the transaction of the change.
create table commitment_history (
  id bigint generated always as identity primary key,
  organisation_id uuid not null,
  commitment_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  before jsonb,
  after jsonb not null,
  reason text not null default '',
  changed_on date not null,
  user_id text not null references users (id),
  recorded_at timestamptz not null default now(),
  foreign key (organisation_id, commitment_id) references commitments (organisation_id, id)
);
create index commitment_history_by_commitment on commitment_history (commitment_id, id);
select kept_protect('commitment_history');
revoke update, delete on commitment_history from kept_app;
