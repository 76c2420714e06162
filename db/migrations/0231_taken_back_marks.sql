-- Words that were taken back are gone. What stays is a mark that only the installation's secret can make of a text, so that a file that
-- still holds them does not bring them back.
create table taken_back_marks (
  organisation_id uuid not null references organisations (id),
  mark text not null,
  taken_back_on date not null,
  primary key (organisation_id, mark)
);
select kept_protect('taken_back_marks');
revoke update, delete on taken_back_marks from kept_app;
