-- What people said and what came of it. Nothing here is ever deleted: an unanswered thing cannot be made to disappear.
-- No row names a person. What a person answers over a private link hangs on the link, and the link on nobody.

create table clock_promises (
  organisation_id uuid primary key references organisations (id),
  acknowledge_within integer not null check (acknowledge_within > 0),
  answer_within integer not null check (answer_within >= acknowledge_within),
  jurisdiction text not null check (jurisdiction in ('england_wales', 'northern_ireland', 'scotland')),
  changed_on date not null,
  change_reason text not null default '',
  version integer not null default 1
);
select kept_protect('clock_promises');
revoke delete on clock_promises from kept_app;

create table feedback_sources (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  kind text not null check (kind in ('open-form', 'session', 'story', 'survey', 'other')),
  title text not null check (title <> ''),
  held_on date not null,
  people integer not null check (people > 0),
  created_at timestamptz not null default now(),
  unique (organisation_id, id)
);
create index feedback_sources_by_organisation on feedback_sources (organisation_id, held_on desc, id);
select kept_protect('feedback_sources');
revoke delete on feedback_sources from kept_app;

create table loops (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  source_id uuid not null,
  words text not null,
  in_their_words boolean not null,
  by_whom text not null,
  people integer not null check (people > 0),
  asked_for text not null default '',
  sensitivity text not null check (sensitivity in ('open', 'careful', 'confidential')),
  words_use text not null check (words_use in ('as-said', 'in-summary', 'not-published')),
  summary text not null default '',
  said_on date not null,
  received_on date not null check (received_on >= said_on),
  -- The promise as it stood on the day this was received.
  acknowledge_within integer not null,
  answer_within integer not null,
  jurisdiction text not null,
  acknowledged_on date,
  -- Somebody took their words back and nobody has rewritten them since.
  taken_back_on date,
  -- How often published words had been withdrawn when these were written: older words are never published again.
  words_step integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  unique (organisation_id, id),
  foreign key (organisation_id, source_id) references feedback_sources (organisation_id, id)
);
create index loops_by_organisation on loops (organisation_id, received_on desc, id desc);
select kept_protect('loops');
revoke delete on loops from kept_app;

create table loop_pauses (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  loop_id uuid not null,
  from_on date not null,
  to_on date check (to_on >= from_on),
  reason text not null check (length(trim(reason)) >= 10),
  created_at timestamptz not null default now(),
  foreign key (organisation_id, loop_id) references loops (organisation_id, id)
);
create index loop_pauses_by_loop on loop_pauses (organisation_id, loop_id, from_on);
create unique index loop_pauses_one_open on loop_pauses (loop_id) where to_on is null;
select kept_protect('loop_pauses');
revoke delete on loop_pauses from kept_app;

create table loop_answers (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  loop_id uuid not null,
  content jsonb not null,
  answered_on date not null,
  -- Why it replaced the answer before; empty for the first.
  why text not null default '',
  position integer not null,
  created_at timestamptz not null default now(),
  unique (organisation_id, id),
  unique (loop_id, position),
  foreign key (organisation_id, loop_id) references loops (organisation_id, id)
);
select kept_protect('loop_answers');
revoke update, delete on loop_answers from kept_app;

create table loop_reports (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  loop_id uuid not null,
  answer_id uuid not null,
  told_on date not null,
  channels text[] not null,
  told integer not null check (told > 0),
  of integer not null check (of >= told),
  created_at timestamptz not null default now(),
  foreign key (organisation_id, loop_id) references loops (organisation_id, id),
  foreign key (organisation_id, answer_id) references loop_answers (organisation_id, id)
);
create index loop_reports_by_loop on loop_reports (organisation_id, loop_id, told_on);
select kept_protect('loop_reports');
revoke update, delete on loop_reports from kept_app;

-- What a participant answers. Whoever holds the link may change it while the link is open.
create table loop_voices (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  loop_id uuid not null,
  link_id uuid not null unique references private_links (id),
  answer_id uuid not null,
  reflects text not null check (reflects in ('yes', 'partly', 'no')),
  changed text not null check (changed in ('yes', 'partly', 'no', 'too-early')),
  comment text not null default '',
  comment_use text not null check (comment_use in ('organisation', 'board', 'public')),
  channel text,
  foreign key (organisation_id, loop_id) references loops (organisation_id, id),
  foreign key (organisation_id, answer_id) references loop_answers (organisation_id, id)
);
create index loop_voices_by_loop on loop_voices (organisation_id, loop_id);
select kept_protect('loop_voices');
revoke delete on loop_voices from kept_app;

-- Each change with who made it; never the words that people took back.
create table loop_history (
  id bigint generated always as identity primary key,
  organisation_id uuid not null,
  loop_id uuid not null,
  kind text not null,
  detail jsonb not null default '{}',
  user_id text references users (id),
  happened_on date not null,
  recorded_at timestamptz not null default now(),
  foreign key (organisation_id, loop_id) references loops (organisation_id, id)
);
create index loop_history_by_loop on loop_history (organisation_id, loop_id, id);
select kept_protect('loop_history');
revoke update, delete on loop_history from kept_app;

create table attestation_rounds (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  commitment_id uuid not null,
  opened_on date not null,
  closes_on date not null check (closes_on > opened_on),
  -- As many as private links were made when it was opened.
  invited integer not null check (invited > 0),
  affected integer check (affected > 0),
  how_chosen text not null,
  created_at timestamptz not null default now(),
  unique (organisation_id, id),
  foreign key (organisation_id, commitment_id) references commitments (organisation_id, id)
);
create index attestation_rounds_by_commitment on attestation_rounds (organisation_id, commitment_id, opened_on);
select kept_protect('attestation_rounds');
revoke update, delete on attestation_rounds from kept_app;

create table attestation_answers (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  round_id uuid not null,
  link_id uuid not null unique references private_links (id),
  verdict text not null check (verdict in ('kept', 'partly', 'not-kept', 'cannot-tell')),
  comment text not null default '',
  comment_use text not null check (comment_use in ('organisation', 'board', 'public')),
  foreign key (organisation_id, round_id) references attestation_rounds (organisation_id, id)
);
create index attestation_answers_by_round on attestation_answers (organisation_id, round_id);
select kept_protect('attestation_answers');
revoke delete on attestation_answers from kept_app;

-- What came through the open door. The code finds the row, the passphrase opens it; both are kept as hashes.
create table challenges (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  code_hash text not null unique,
  passphrase_hash text not null,
  commitment_id uuid,
  kind text not null check (kind in ('ask', 'challenge')),
  words text not null,
  words_use text not null check (words_use in ('as-said', 'in-summary', 'not-published')),
  received_on date not null,
  ground text,
  refusal_note text,
  moderated_on date,
  loop_id uuid,
  unique (organisation_id, id),
  check ((ground is null) = (refusal_note is null)),
  check (not (ground is not null and loop_id is not null)),
  foreign key (organisation_id, commitment_id) references commitments (organisation_id, id),
  foreign key (organisation_id, loop_id) references loops (organisation_id, id)
);
create index challenges_by_organisation on challenges (organisation_id, received_on, id);
select kept_protect('challenges');
revoke delete on challenges from kept_app;

-- In a table of their own, so that no list that the team reads can hold one by mistake.
create table protected_challenges (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  code_hash text not null unique,
  passphrase_hash text not null,
  words text not null,
  received_on date not null,
  answer text,
  answered_on date,
  unique (organisation_id, id),
  check ((answer is null) = (answered_on is null))
);
select kept_protect('protected_challenges');
revoke delete on protected_challenges from kept_app;

create table challenge_check_ins (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  challenge_id uuid not null,
  day integer not null check (day in (30, 90, 180)),
  happened text not null check (happened in ('no', 'yes', 'rather-not-say')),
  words text not null default '',
  answered_on date not null,
  unique (challenge_id, day),
  foreign key (organisation_id, challenge_id) references protected_challenges (organisation_id, id)
);
select kept_protect('challenge_check_ins');
revoke update, delete on challenge_check_ins from kept_app;

-- A case is looked up before anybody knows whose it is: by the hash of its code, and no other way.
create function kept_case_hash() returns text
  language sql stable parallel safe
  return nullif(current_setting('kept.case_hash', true), '');
create policy holder_reads on challenges for select using (code_hash = kept_case_hash());
create policy holder_reads on protected_challenges for select using (code_hash = kept_case_hash());
