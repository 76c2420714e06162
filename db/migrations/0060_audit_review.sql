-- Self-audit rounds with several voices, and the board that answers for what they show.

-- Instruments that an organisation imported; the built-in one lives in seeds/instruments.
create table audit_instruments (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  key text not null,
  version text not null,
  content jsonb not null,
  imported_at timestamptz not null default now(),
  unique (organisation_id, key, version)
);
select kept_protect('audit_instruments');
revoke update, delete on audit_instruments from kept_app;

create table audit_rounds (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  title text not null,
  -- The whole instrument as it was asked: a later version never changes what people answered.
  instrument jsonb not null,
  opens_on date not null,
  closes_on date not null check (closes_on >= opens_on),
  closed_at timestamptz,
  -- What of it the public may see: question ids.
  published_questions jsonb not null default '[]',
  published_on date,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  unique (organisation_id, id)
);
create index audit_rounds_by_day on audit_rounds (organisation_id, opens_on desc, id);
select kept_protect('audit_rounds');

-- One place for an answerer: a voice and nothing about the person. The private link points here.
create table audit_seats (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  round_id uuid not null,
  voice text not null check (voice in ('team', 'board', 'co-producers', 'partners')),
  link_id uuid references private_links (id),
  answered_at timestamptz,
  created_at timestamptz not null default now(),
  unique (organisation_id, id),
  foreign key (organisation_id, round_id) references audit_rounds (organisation_id, id)
);
create index audit_seats_by_round on audit_seats (organisation_id, round_id);
select kept_protect('audit_seats');

create table audit_answers (
  organisation_id uuid not null references organisations (id),
  seat_id uuid not null,
  question text not null,
  level text not null check (level in ('not-started', 'talking', 'trying', 'practised', 'owned', 'unknown')),
  evidence text not null default '',
  evidence_on date,
  note text not null default '',
  primary key (seat_id, question),
  foreign key (organisation_id, seat_id) references audit_seats (organisation_id, id)
);
select kept_protect('audit_answers');

create table board_meetings (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  held_on date not null,
  title text not null,
  created_at timestamptz not null default now(),
  unique (organisation_id, held_on)
);
select kept_protect('board_meetings');

-- A reviewer's question or decision on one commitment, bound to what was seen. Nothing edits it; a later one follows it.
create table board_reviews (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  commitment_id uuid not null,
  seen text not null check (seen ~ '^[0-9a-f]{64}$'),
  decision text not null check (decision in ('question', 'accept', 'return', 'require-action', 'escalate')),
  text text not null,
  action_by date,
  conflict text not null default '',
  decided_on date not null,
  reviewer_id text references users (id) on delete set null,
  publish boolean not null default false,
  created_at timestamptz not null default now(),
  unique (organisation_id, id),
  foreign key (organisation_id, commitment_id) references commitments (organisation_id, id)
);
create index board_reviews_by_commitment on board_reviews (organisation_id, commitment_id, created_at desc);
select kept_protect('board_reviews');
revoke update, delete on board_reviews from kept_app;

-- The answer that the organisation owes to a question or a required action.
create table board_answers (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  review_id uuid not null,
  text text not null,
  answered_on date not null,
  answered_by text references users (id) on delete set null,
  created_at timestamptz not null default now(),
  unique (organisation_id, review_id),
  foreign key (organisation_id, review_id) references board_reviews (organisation_id, id)
);
select kept_protect('board_answers');
revoke update, delete on board_answers from kept_app;

create table board_settings (
  organisation_id uuid primary key references organisations (id),
  four_eyes boolean not null default false,
  next_meeting_on date,
  version integer not null default 1
);
select kept_protect('board_settings');
