-- References that only capitals tell apart are about to become one (0240). Where two payments have them already, both stay, with their
-- amounts: the later one gets a number behind its reference, and its note says what it was. Nothing differs where 0240 ran before.
alter table payments no force row level security;
do $$
declare
  later record;
  wanted text;
  number integer;
begin
  for later in
    select id, organisation_id, finance_reference from (
      select *, row_number() over (
        partition by organisation_id, lower(finance_reference) order by created_at, id) as place
      from payments) as placed
    where place > 1
    order by created_at, id
  loop
    number := 2;
    loop
      wanted := left(later.finance_reference, 80 - length(format(' (%s)', number))) || format(' (%s)', number);
      exit when not exists (
        select 1 from payments
        where organisation_id = later.organisation_id and lower(finance_reference) = lower(wanted));
      number := number + 1;
    end loop;
    update payments set
      finance_reference = wanted,
      note = concat_ws('. ', nullif(rtrim(note, '. '), ''),
        format('Its finance reference was “%s”, which only capitals told apart from another payment.', later.finance_reference))
    where id = later.id;
  end loop;
end
$$;
alter table payments force row level security;
