-- Work on many files at once: previewed, confirmed with a reason, carried out item by item. The job is the record; its run is a
-- disposable cache, like that of a stream.
create table jobs (
  division     text not null,
  job_id       text not null,
  kind         text not null,
  state        text not null check (state in ('opened', 'refused', 'previewed', 'confirmed', 'running', 'done', 'cancelled')),
  made_by      json not null,
  request_hash text not null,
  parameters   json not null,
  file_sha256  text,
  file_name    text,
  -- Why the file as a whole was not taken.
  refusal      json,
  notes        json not null default '[]',
  confirmed_by json,
  confirm_key  text,
  reason       text,
  cancelled_by text,
  created_at   timestamptz not null default clock_timestamp(),
  previewed_at timestamptz,
  confirmed_at timestamptz,
  finished_at  timestamptz,
  primary key (division, job_id),
  constraint confirmed_with_a_reason check (confirmed_at is null or (reason is not null and confirmed_by is not null))
);
create index jobs_latest on jobs (division, created_at desc, job_id);

create table job_items (
  division text not null,
  job_id   text not null,
  -- Of the file, as the office program counts; of a selection, its place in it.
  row      integer not null,
  key      text not null,
  what     json not null,
  -- 'ok' is still to be done.
  state    text not null check (state in ('fault', 'untouched', 'ok', 'done', 'refused')),
  -- Items of one stroke are one command, or one after another on one stream.
  stroke   integer,
  stream   text,
  piece    json,
  -- Name, mail and telephone of a person on their way to the table of persons; gone when the item is settled.
  contact  json,
  faults   json not null default '[]',
  result   json,
  primary key (division, job_id, row)
);
create index job_items_to_do on job_items (division, job_id, stroke) where state = 'ok';

call build_division_wall('jobs');
call build_division_wall('job_items');
grant select, insert, update on jobs to quancheng_writer;
grant select, insert, update, delete on job_items to quancheng_writer;
grant select on jobs, job_items to quancheng_reader;
