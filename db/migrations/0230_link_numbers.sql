-- Every private link of a loop or an attestation has a number, printed on its letter: a link that is lost is made anew under the same
-- number, the one before stops working, and one number is one voice. Links from before get theirs here.
alter table private_links no force row level security;
with numbered as (
  select id, coalesce(
    (select max((other.meta->>'number')::int) from private_links other
     where other.purpose = mine.purpose and other.subject_id = mine.subject_id
       and other.organisation_id = mine.organisation_id and other.meta ? 'number'), 0)
    + row_number() over (partition by organisation_id, purpose, subject_id order by created_at, id) as number
  from private_links mine
  where purpose in ('answer-loop', 'attest') and not meta ? 'number'
)
update private_links set meta = meta || jsonb_build_object('number', numbered.number)
from numbered where numbered.id = private_links.id;
alter table private_links force row level security;
