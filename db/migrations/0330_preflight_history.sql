-- Every save of a preflight stays as it was, with who saved it: what stood there when it was decided can be read afterwards.

create table preflight_history (
  id bigint generated always as identity primary key,
  organisation_id uuid not null,
  session_id uuid not null,
  version integer not null check (version > 0),
  sheet jsonb not null,
  -- Ids of those who led it by then. A facilitator who was entered by mistake may be gone since.
  led_by jsonb not null,
  afterwards jsonb,
  changed_on date not null,
  -- Null for what stood there before earlier versions were kept.
  user_id text references users (id),
  recorded_at timestamptz not null default now(),
  unique (organisation_id, session_id, version),
  foreign key (organisation_id, session_id) references preflights (organisation_id, session_id)
);
select kept_protect('preflight_history');
revoke update, delete on preflight_history from kept_app;

-- What stands now is the first that is kept of the preflights begun before.
alter table preflights no force row level security;
alter table facilitator_sessions no force row level security;
alter table preflight_history no force row level security;
insert into preflight_history (organisation_id, session_id, version, sheet, led_by, afterwards, changed_on)
  select one.organisation_id, one.session_id, one.version, one.sheet,
    (select coalesce(jsonb_agg(led.facilitator_id), '[]') from facilitator_sessions led
      where led.organisation_id = one.organisation_id and led.session_id = one.session_id),
    one.afterwards, current_date
  from preflights one;
alter table preflights force row level security;
alter table facilitator_sessions force row level security;
alter table preflight_history force row level security;
