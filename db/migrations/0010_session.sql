-- Sessions: planned co-production meetings, checked against the faith calendar. Private to the organisation until it publishes.

create table sessions (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  title text not null check (title <> ''),
  purpose text not null,
  communities text not null default '',
  -- Tradition ids; empty when anybody may come.
  traditions text[] not null default '{}',
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  breaks jsonb not null default '[]',
  online boolean not null,
  venue text not null default '' check (online or venue <> ''),
  place text not null default '',
  facilities text[] not null default '{}',
  catering boolean not null,
  dishes jsonb not null default '[]',
  separate_serving boolean not null default false,
  status text not null default 'planned' check (status in ('planned', 'held', 'called-off')),
  -- Whether the public may read when it was and what it met, never who came.
  shared boolean not null default false,
  changed_on date not null,
  change_reason text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  unique (organisation_id, id)
);
create index sessions_by_time on sessions (organisation_id, starts_at desc, id);
select kept_protect('sessions');
revoke delete on sessions from kept_app;

-- What a session met when it was last saved, and why that was accepted. A change of the session adds rows and closes the
-- old ones by their version; nothing is edited.
create table session_conflicts (
  id bigint generated always as identity primary key,
  organisation_id uuid not null,
  session_id uuid not null,
  session_version integer not null,
  tradition text not null,
  observance text not null,
  name text not null,
  kept_on date not null,
  severity text not null check (severity in ('serious', 'moderate', 'note')),
  accepted_reason text not null default '',
  user_id text not null references users (id),
  recorded_at timestamptz not null default now(),
  check (severity <> 'serious' or length(trim(accepted_reason)) >= 10),
  foreign key (organisation_id, session_id) references sessions (organisation_id, id)
);
create index session_conflicts_by_session on session_conflicts (organisation_id, session_id, session_version);
select kept_protect('session_conflicts');
revoke update, delete on session_conflicts from kept_app;

create table session_history (
  id bigint generated always as identity primary key,
  organisation_id uuid not null,
  session_id uuid not null,
  kind text not null,
  before jsonb,
  after jsonb not null,
  changed_on date not null,
  user_id text not null references users (id),
  recorded_at timestamptz not null default now(),
  foreign key (organisation_id, session_id) references sessions (organisation_id, id)
);
create index session_history_by_session on session_history (organisation_id, session_id, id);
select kept_protect('session_history');
revoke update, delete on session_history from kept_app;

-- A date that a community announced, or a custom of the place, as an owner heard it and from where.
create table calendar_announcements (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  tradition text not null,
  observance text not null,
  kept_on date not null,
  authority text not null check (authority <> ''),
  source text not null check (source <> ''),
  recorded_on date not null,
  withdrawn boolean not null default false,
  user_id text not null references users (id),
  created_at timestamptz not null default now()
);
create index calendar_announcements_by_day on calendar_announcements (organisation_id, kept_on);
select kept_protect('calendar_announcements');
revoke delete on calendar_announcements from kept_app;

create table school_holidays (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  name text not null check (name <> ''),
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  created_at timestamptz not null default now()
);
create index school_holidays_by_day on school_holidays (organisation_id, starts_on);
select kept_protect('school_holidays');

-- A few times put to participants. Each answers through a private link; an answer belongs to a link, not to a person.
create table session_polls (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  title text not null check (title <> ''),
  slots jsonb not null,
  closes_on date not null,
  links integer not null check (links > 0),
  user_id text not null references users (id),
  created_at timestamptz not null default now(),
  unique (organisation_id, id)
);
create index session_polls_by_time on session_polls (organisation_id, created_at desc, id);
select kept_protect('session_polls');
revoke delete on session_polls from kept_app;

create table session_poll_answers (
  organisation_id uuid not null,
  poll_id uuid not null,
  link_id uuid not null references private_links (id),
  choices jsonb not null,
  answered_at timestamptz not null default now(),
  primary key (poll_id, link_id),
  foreign key (organisation_id, poll_id) references session_polls (organisation_id, id)
);
select kept_protect('session_poll_answers');
