-- When the row was last written: the sweep leaves alone what is being worked on. No index holds it, like the columns beside it.
alter table streams add column touched_at timestamptz not null default clock_timestamp();
grant update (touched_at) on streams to quancheng_writer;

-- What is owed is owed at once: a command for a later moment is a duty of the stream that it concerns.
alter table follow_ups drop column due_at;

-- A store that was put back to an earlier point gives the same numbers to other events. Each time that is noticed a new generation
-- of the log begins, which every published event names. `recovered` is the generation for which every run was compared with the store.
create table log_generation (
  the_one boolean primary key default true check (the_one),
  generation integer not null default 1 check (generation > 0),
  recovered integer not null default 1 check (recovered >= 0)
);
insert into log_generation default values;
grant select on log_generation to quancheng_writer, quancheng_sequencer, quancheng_reader;
grant update (generation) on log_generation to quancheng_sequencer;
grant update (recovered) on log_generation to quancheng_writer;
