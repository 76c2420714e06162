-- A reference in other capitals is the same payment, also when two people record it at the same moment.
create unique index payments_by_reference on payments (organisation_id, lower(finance_reference));
