-- How a person is reached, beside the name: held here alone, so that the law may erase it and the id in the events stays.
alter table persons
  add column email text,
  add column phone text,
  add column changed_by text,
  add column changed_at timestamptz,
  add constraint erased_means_nothing_left check (erased_at is null or (display_name is null and email is null and phone is null));
grant update (email, phone, changed_by, changed_at) on persons to quancheng_writer;

-- The API reads; these two are the only things it may change. They stand in the owner's rights and therefore ask for the wall themselves.
create function keep_contact(person text, its_name text, its_email text, its_phone text, by_person text) returns void
  language plpgsql security definer set search_path = public
  as $$
declare
  own text := current_setting('quancheng.division', true);
begin
  if own is null or own !~ '^[0-9]{9}$' then
    raise insufficient_privilege using message = 'no division of one''s own is named';
  end if;
  insert into persons (person_id, division, display_name, email, phone, changed_by, changed_at)
  values (person, own, its_name, its_email, its_phone, by_person, clock_timestamp())
  on conflict (division, person_id) do update set display_name = excluded.display_name, email = excluded.email,
    phone = excluded.phone, erased_at = null, changed_by = excluded.changed_by, changed_at = excluded.changed_at;
end
$$;

create function erase_contact(person text, by_person text) returns void
  language plpgsql security definer set search_path = public
  as $$
begin
  update persons set display_name = null, email = null, phone = null, erased_at = clock_timestamp(),
    changed_by = by_person, changed_at = clock_timestamp()
  where division = current_setting('quancheng.division', true) and person_id = person and erased_at is null;
end
$$;
revoke execute on function keep_contact, erase_contact from public;
grant execute on function keep_contact, erase_contact to quancheng_reader, quancheng_writer;

-- Towns below a district, districts below a city. A division's code begins with the digits of everything above it, so no ring can form.
create function code_digits(division text) returns text
  language sql immutable
  as $$ select regexp_replace(division, '^([0-9]{2})0{7}$|^([0-9]{4})0{5}$|^([0-9]{6})0{3}$', '\1\2\3') $$;

create table divisions (
  division text primary key,
  parent text,
  name text not null,
  constraint parent_stands_above check (
    parent is null
    or (length(code_digits(parent)) < length(code_digits(division)) and starts_with(division, code_digits(parent)))
  )
);
alter table divisions enable row level security;
grant select, insert, update on divisions to quancheng_writer;
grant select on divisions to quancheng_reader;

-- In the owner's rights: whoever asks sees the answer, never the rows of a division that is not his.
create function stands_above(upper_one text, lower_one text) returns boolean
  language sql stable security definer set search_path = public
  as $$
  with recursive above (division) as (
    select parent from divisions where division = lower_one
    union
    select divisions.parent from divisions join above using (division)
  )
  select exists (select from above where division = upper_one)
$$;

-- Down one's own tree a reader sees the one division that he asked for, if the tree says that it is below his own. What he asks for
-- is a second setting: naming a division there opens nothing that the tree does not open, and nothing to write.
create function reads_below() returns boolean
  language sql stable
  as $$ select stands_above(current_setting('quancheng.division', true), current_setting('quancheng.below', true)) $$;

create policy own_division on divisions to quancheng_writer, quancheng_reader
  using (division = current_setting('quancheng.division', true))
  with check (division = current_setting('quancheng.division', true));
create policy all_divisions_read on divisions for select to quancheng_writer, quancheng_reader
  using (current_setting('quancheng.division', true) = '*');
create policy tree_below on divisions for select to quancheng_writer, quancheng_reader
  using (stands_above(current_setting('quancheng.division', true), division));
create policy sequencer_passes on divisions to quancheng_sequencer using (true) with check (true);

-- The subselects are asked once a statement, not once a row.
create procedure open_wall_downwards(walled regclass)
  language plpgsql
  as $$
begin
  execute format('create policy below_read on %s for select to quancheng_reader
    using (division = current_setting(''quancheng.below'', true) and (select reads_below()))', walled);
end
$$;

create or replace procedure build_division_wall(walled regclass)
  language plpgsql
  as $$
begin
  execute format('alter table %s enable row level security', walled);
  execute format('create policy own_division on %s to quancheng_writer, quancheng_reader
    using (division = current_setting(''quancheng.division'', true))
    with check (division = current_setting(''quancheng.division'', true))', walled);
  execute format('create policy all_divisions_read on %s for select to quancheng_writer, quancheng_reader
    using (current_setting(''quancheng.division'', true) = ''*'')', walled);
  execute format('create policy sequencer_passes on %s to quancheng_sequencer using (true) with check (true)', walled);
  call open_wall_downwards(walled);
end
$$;

-- Tables that stood before the tree, of every room.
do $$
declare
  standing regclass;
begin
  for standing in
    select polrelid::regclass from pg_policy
    where polname = 'own_division' and polrelid <> 'divisions'::regclass order by polrelid::regclass::text
  loop
    call open_wall_downwards(standing);
  end loop;
end
$$;
