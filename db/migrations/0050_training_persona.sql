-- Personas made with communities, checks against them, facilitators' training, the handout, and the preflight of a session.

create table personas (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  title text not null,
  about text not null,
  strengths jsonb not null default '[]',
  hopes text not null default '',
  needs jsonb not null default '[]',
  sources jsonb not null default '[]',
  -- Who made it and on what terms; null while it is a draft.
  provenance jsonb,
  example boolean not null default false,
  -- From the day on which the organisation meant it for the public.
  offered_on date,
  withdrawn_on date,
  -- Where it came from, when it was read from another installation's library.
  imported_from text not null default '',
  origin_id uuid,
  change_reason text not null default '',
  changed_on date not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  unique (organisation_id, id),
  unique (organisation_id, origin_id),
  check (offered_on is null or (provenance is not null and imported_from = ''))
);
create index personas_by_title on personas (organisation_id, title, id);
select kept_protect('personas');
revoke delete on personas from kept_app;

-- Needs that an organisation adds to the vocabulary. Kept for ever: personas and past checks name them.
create table own_needs (
  organisation_id uuid not null references organisations (id),
  id text not null,
  area text not null,
  title text not null,
  met_by text not null,
  seen_by text not null,
  primary key (organisation_id, id)
);
select kept_protect('own_needs');
revoke update, delete on own_needs from kept_app;

create table need_checks (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  subject text not null check (subject in ('session', 'recruitment-round', 'survey', 'venue')),
  -- The thing itself, when its room is here.
  subject_id uuid,
  title text not null,
  everyone boolean not null,
  created_at timestamptz not null default now(),
  unique (organisation_id, id)
);
create index need_checks_by_day on need_checks (organisation_id, created_at desc, id);
create index need_checks_by_subject on need_checks (organisation_id, subject_id, created_at desc);
select kept_protect('need_checks');
revoke update, delete on need_checks from kept_app;

create table need_check_personas (
  organisation_id uuid not null references organisations (id),
  check_id uuid not null,
  persona_id uuid not null,
  primary key (check_id, persona_id),
  foreign key (organisation_id, check_id) references need_checks (organisation_id, id),
  foreign key (organisation_id, persona_id) references personas (organisation_id, id)
);
select kept_protect('need_check_personas');
revoke update, delete on need_check_personas from kept_app;

-- Every walk through the matrix stays as it was found.
create table need_check_rounds (
  id bigint primary key generated always as identity,
  organisation_id uuid not null references organisations (id),
  check_id uuid not null,
  checked_on date not null,
  answers jsonb not null,
  created_at timestamptz not null default now(),
  foreign key (organisation_id, check_id) references need_checks (organisation_id, id)
);
create index need_check_rounds_by_check on need_check_rounds (organisation_id, check_id, id);
select kept_protect('need_check_rounds');
revoke update, delete on need_check_rounds from kept_app;

-- A working name or a reference. What a person's background is has no place here.
create table facilitators (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  label text not null,
  basis text not null check (basis in ('internal', 'external')),
  recommended_by text not null default '',
  left_on date,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  unique (organisation_id, id)
);
select kept_protect('facilitators');

create table facilitator_sessions (
  organisation_id uuid not null references organisations (id),
  facilitator_id uuid not null,
  session_id uuid not null,
  primary key (facilitator_id, session_id),
  foreign key (organisation_id, session_id) references sessions (organisation_id, id),
  foreign key (organisation_id, facilitator_id) references facilitators (organisation_id, id)
);
create index facilitator_sessions_by_session on facilitator_sessions (organisation_id, session_id);
select kept_protect('facilitator_sessions');

create table courses (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  title text not null,
  provider text not null,
  topics jsonb not null,
  hours double precision not null check (hours > 0),
  cost_pence bigint not null check (cost_pence >= 0),
  designed_by text not null,
  lived_experience_paid text not null check (lived_experience_paid in ('yes', 'no', 'not-known')),
  valid_months integer not null check (valid_months between 1 and 60),
  created_at timestamptz not null default now(),
  unique (organisation_id, id)
);
select kept_protect('courses');
revoke delete on courses from kept_app;

create table completions (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  facilitator_id uuid not null,
  course_id uuid not null,
  completed_on date not null,
  evidence text not null default '',
  changes jsonb not null default '[]',
  created_at timestamptz not null default now(),
  unique (organisation_id, id),
  unique (facilitator_id, course_id, completed_on),
  foreign key (organisation_id, facilitator_id) references facilitators (organisation_id, id),
  foreign key (organisation_id, course_id) references courses (organisation_id, id)
);
create index completions_by_facilitator on completions (organisation_id, facilitator_id);
select kept_protect('completions');
revoke delete on completions from kept_app;

create table training_plans (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  title text not null,
  -- The project it belongs to, and the money it is paid from.
  project text not null,
  fund_line_id uuid,
  planned_pence bigint not null check (planned_pence >= 0),
  planned_by date not null,
  created_at timestamptz not null default now(),
  unique (organisation_id, id),
  foreign key (organisation_id, fund_line_id) references fund_lines (organisation_id, id)
);
select kept_protect('training_plans');
revoke delete on training_plans from kept_app;

create table training_spends (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  plan_id uuid not null,
  amount_pence bigint not null check (amount_pence > 0),
  spent_on date not null,
  note text not null default '',
  created_at timestamptz not null default now(),
  foreign key (organisation_id, plan_id) references training_plans (organisation_id, id)
);
create index training_spends_by_plan on training_spends (organisation_id, plan_id);
select kept_protect('training_spends');
revoke update, delete on training_spends from kept_app;

-- Each saved handout is a version of its own: a session keeps the one it was given.
create table handouts (
  organisation_id uuid not null references organisations (id),
  number integer not null check (number > 0),
  content jsonb not null,
  agreed_with text not null,
  change_reason text not null default '',
  saved_on date not null,
  created_at timestamptz not null default now(),
  primary key (organisation_id, number)
);
select kept_protect('handouts');
revoke update, delete on handouts from kept_app;

create table preflight_templates (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  title text not null,
  based_on uuid,
  sheet jsonb not null,
  created_at timestamptz not null default now(),
  unique (organisation_id, id),
  unique (organisation_id, title),
  foreign key (organisation_id, based_on) references preflight_templates (organisation_id, id)
);
select kept_protect('preflight_templates');

create table preflights (
  organisation_id uuid not null references organisations (id),
  session_id uuid not null,
  sheet jsonb not null,
  -- What happened, who could not come, what to change.
  afterwards jsonb,
  version integer not null default 1,
  primary key (organisation_id, session_id),
  foreign key (organisation_id, session_id) references sessions (organisation_id, id)
);
select kept_protect('preflights');

create table preflight_decisions (
  id bigint primary key generated always as identity,
  organisation_id uuid not null references organisations (id),
  session_id uuid not null,
  outcome text not null check (outcome in ('go', 'go-with-reasons', 'not-yet')),
  reasons jsonb not null,
  findings jsonb not null,
  decided_on date not null,
  created_at timestamptz not null default now(),
  foreign key (organisation_id, session_id) references preflights (organisation_id, session_id)
);
create index preflight_decisions_by_session on preflight_decisions (organisation_id, session_id, id desc);
select kept_protect('preflight_decisions');
revoke update, delete on preflight_decisions from kept_app;

-- For the open library, which reads across organisations.
create index record_entries_of_personas on record_entries (subject, index) where kind = 'persona';
