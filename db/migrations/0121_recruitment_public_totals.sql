-- Where an exact total of a round is public already, rounding it protects nobody: its figures are then exact or hidden.
-- Null: they are rounded. Otherwise the stages whose total is public, and where it stands.
alter table recruitment_rounds add column public_totals jsonb;
alter table recruitment_round_changes drop constraint recruitment_round_changes_kind_check;
alter table recruitment_round_changes add constraint recruitment_round_changes_kind_check
  check (kind in ('opened', 'revised', 'counted', 'released', 'public_totals'));
