-- A benchmark that came in by mistake, or that a better reading of its file replaced, is set aside: nothing is compared with it
-- any more, and it stays to be seen. What was released with it keeps its figures. Nothing else about it can be changed.

alter table recruitment_benchmarks add column set_aside_on date;
grant update (set_aside_on) on recruitment_benchmarks to kept_app;
