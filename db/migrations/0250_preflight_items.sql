-- Large print and interpreters are two items now, and so are the phone and another channel. What was said of both stays said
-- of each.

alter table preflights no force row level security;
alter table preflight_templates no force row level security;
alter table preflight_decisions no force row level security;

create function kept_split_items(items jsonb) returns jsonb language sql immutable as $$
  select items - 'other-formats' - 'other-channels'
    || case when items ? 'other-formats'
         then jsonb_build_object('large-print', items -> 'other-formats', 'interpreters', items -> 'other-formats')
         else '{}' end
    || case when items ? 'other-channels'
         then jsonb_build_object('phone', items -> 'other-channels', 'other-channel', items -> 'other-channels')
         else '{}' end
$$;
create function kept_split_item(item text) returns text[] language sql immutable as $$
  select case item
    when 'other-formats' then array['large-print', 'interpreters']
    when 'other-channels' then array['phone', 'other-channel']
    else array[item] end
$$;

update preflights set sheet = jsonb_set(sheet, '{items}', kept_split_items(sheet -> 'items'));
update preflight_templates set sheet = jsonb_set(sheet, '{items}', kept_split_items(sheet -> 'items'));
update preflights set afterwards = jsonb_set(afterwards, '{notAsPlanned}', (
    select coalesce(jsonb_agg(item), '[]')
    from jsonb_array_elements_text(afterwards -> 'notAsPlanned') old, unnest(kept_split_item(old)) item
  )) where afterwards is not null;
update preflight_decisions set reasons = kept_split_items(reasons), findings = (
    select coalesce(jsonb_agg(old || jsonb_build_object('item', item)), '[]')
    from jsonb_array_elements(findings) old, unnest(kept_split_item(old ->> 'item')) item
  );

drop function kept_split_items(jsonb);
drop function kept_split_item(text);
alter table preflights force row level security;
alter table preflight_templates force row level security;
alter table preflight_decisions force row level security;
