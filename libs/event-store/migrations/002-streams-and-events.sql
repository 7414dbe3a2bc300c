create table streams (
  stream text primary key,
  division text not null,
  aggregate text not null,
  version integer not null check (version > 0),
  stage text,
  -- When the workflow of this stream has to wake next; the sweep nudges it when that moment has passed.
  wake_at timestamptz,
  closed boolean not null default false,
  -- The version that the workflow has last confirmed to know. Behind `version` means: the store is ahead.
  acknowledged_version integer not null default 0,
  constraint stream_begins_with_its_division check (stream = concat(division, '/', aggregate, '/', split_part(stream, '/', 3)))
) with (fillfactor = 70);
-- The row is rewritten with every command: the free part of each page keeps that update inside the page, without touching the
-- index. That is also why no index holds version, acknowledged_version or wake_at: the sweep reads the table through.

-- No foreign key to streams: append holds the lock on that row, so the check would find what is already known.
create table events (
  event_id uuid not null unique,
  stream text not null,
  version integer not null check (version > 0),
  division text not null,
  type text not null,
  -- Canonical JSON as it was hashed. Null when it has been withheld or erased by law; the commitment stays.
  data text,
  meta text not null,
  salt bytea,
  commitment bytea not null check (length(commitment) = 32),
  happened_on date not null,
  recorded_at timestamptz not null,
  training boolean not null,
  primary key (stream, version),
  constraint event_belongs_to_the_division_of_its_stream check (starts_with(stream, division || '/')),
  constraint withheld_data_leaves_no_salt check (data is not null or salt is null)
);

-- The answer is `json`, not `jsonb`: it must come back as it was given, and jsonb refuses NUL and lone surrogates.
create table commands (
  division text not null,
  command_id text not null,
  stream text not null,
  actor text not null,
  request_hash text not null,
  answer json not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (division, command_id)
);

-- Commands that one stream owes another. Written with the event that causes them, sent by the workflow afterwards.
create table follow_ups (
  id text primary key,
  number bigint not null generated always as identity,
  division text not null,
  source_stream text not null,
  source_event uuid not null,
  target_stream text not null,
  command json not null,
  due_at timestamptz,
  done_at timestamptz,
  answer json
);
create index follow_ups_pending on follow_ups (source_stream, number) where done_at is null;

-- Names the division of the transaction, locks the stream and answers its version. A stream that nobody has written is version 0 and
-- gets its row with its first event, so that a refused command leaves nothing; until then those who create it wait for one another
-- at a lock of its name. One statement, because each statement of the short transaction costs about a tenth of it.
create function open_stream(wanted text, its_division text) returns integer
  language plpgsql
  as $$
declare
  found_version integer;
begin
  perform set_config('quancheng.division', its_division, true);
  select version into found_version from streams where stream = wanted for update;
  if found then
    return found_version;
  end if;
  perform pg_advisory_xact_lock(hashtextextended(wanted, 0));
  select version into found_version from streams where stream = wanted for update;
  return coalesce(found_version, 0);
end
$$;

call build_division_wall('streams');
call build_division_wall('events');
call build_division_wall('commands');
call build_division_wall('follow_ups');

-- Corrections are events: nobody but the owner may change or remove one.
grant select, insert on events, commands to quancheng_writer;
grant select, insert on streams, follow_ups to quancheng_writer;
grant update (version, stage, wake_at, closed, acknowledged_version) on streams to quancheng_writer;
grant update (done_at, answer) on follow_ups to quancheng_writer;
grant select on streams, events to quancheng_sequencer;
grant select on streams, events, commands, follow_ups to quancheng_reader;
