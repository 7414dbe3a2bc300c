-- Where a division's business clock stands still (rehearsals, training). No row or null: the clock runs.
create table business_clock (
  division text primary key,
  frozen_at timestamptz,
  changed_by text not null,
  changed_at timestamptz not null default clock_timestamp()
);

-- Events hold person ids; the names live here, where the law may erase them.
create table persons (
  person_id text not null,
  division text not null,
  display_name text,
  erased_at timestamptz,
  primary key (division, person_id)
);

call build_division_wall('business_clock');
call build_division_wall('persons');

grant select, insert, update on business_clock to quancheng_writer;
grant select, insert on persons to quancheng_writer;
grant update (display_name, erased_at) on persons to quancheng_writer;
grant select on business_clock, persons to quancheng_reader;
