-- A benchmark may count people by religion, gender, disability or age as well as by ethnic group, and may say when it is to be
-- looked at again: the people served change.
alter table recruitment_benchmarks drop constraint recruitment_benchmarks_scheme_check;
alter table recruitment_benchmarks add constraint recruitment_benchmarks_scheme_check check (scheme in (
  'ew-2021', 'gss-18', 'scotland-2022', 'ni-2021', 'age_band', 'disability', 'gender', 'religion'));
alter table recruitment_benchmarks add column look_again_on date check (look_again_on > described_on);
