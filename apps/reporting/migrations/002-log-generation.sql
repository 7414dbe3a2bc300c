-- The generation of the log that is counted. A later one begins when the record was put back to an earlier point.
create table reporting.log (
  the_one boolean primary key default true check (the_one),
  generation integer not null default 1
);
insert into reporting.log default values;
