-- Divisions are walls: a row belongs to one administrative division, and a connection sees only the division that its
-- transaction has named. The division tree (a city reading its districts) comes later and changes this file's successor only.

-- Puts the wall around a table that has a column `division`. Every room calls it for its own tables:
--   call build_division_wall('my_table');
-- Grants stay with the table, because they differ; the wall does not.
create procedure build_division_wall(walled regclass)
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
end
$$;
