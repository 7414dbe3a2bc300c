table business_clock row level security
  division text not null
  frozen_at timestamp with time zone
  changed_by text not null
  changed_at timestamp with time zone not null default clock_timestamp()
  constraint business_clock_pkey PRIMARY KEY (division)
  policy all_divisions_read for select to quancheng_reader, quancheng_writer using (current_setting('quancheng.division'::text, true) = '*'::text)
  policy own_division for all to quancheng_reader, quancheng_writer using (division = current_setting('quancheng.division'::text, true)) with check (division = current_setting('quancheng.division'::text, true))
  policy sequencer_passes for all to quancheng_sequencer using true with check true
  grant select to quancheng_reader
  grant insert, select, update to quancheng_writer

table commands row level security
  division text not null
  command_id text not null
  stream text not null
  actor text not null
  request_hash text not null
  answer json not null
  recorded_at timestamp with time zone not null default clock_timestamp()
  constraint commands_pkey PRIMARY KEY (division, command_id)
  policy all_divisions_read for select to quancheng_reader, quancheng_writer using (current_setting('quancheng.division'::text, true) = '*'::text)
  policy own_division for all to quancheng_reader, quancheng_writer using (division = current_setting('quancheng.division'::text, true)) with check (division = current_setting('quancheng.division'::text, true))
  policy sequencer_passes for all to quancheng_sequencer using true with check true
  grant select to quancheng_reader
  grant insert, select to quancheng_writer

table events row level security
  event_id uuid not null
  stream text not null
  version integer not null
  division text not null
  type text not null
  data text
  meta text not null
  salt bytea
  commitment bytea not null
  happened_on date not null
  recorded_at timestamp with time zone not null
  training boolean not null
  constraint event_belongs_to_the_division_of_its_stream CHECK (starts_with(stream, (division || '/'::text)))
  constraint events_commitment_check CHECK ((length(commitment) = 32))
  constraint events_event_id_key UNIQUE (event_id)
  constraint events_pkey PRIMARY KEY (stream, version)
  constraint events_version_check CHECK ((version > 0))
  constraint withheld_data_leaves_no_salt CHECK (((data IS NOT NULL) OR (salt IS NULL)))
  policy all_divisions_read for select to quancheng_reader, quancheng_writer using (current_setting('quancheng.division'::text, true) = '*'::text)
  policy own_division for all to quancheng_reader, quancheng_writer using (division = current_setting('quancheng.division'::text, true)) with check (division = current_setting('quancheng.division'::text, true))
  policy sequencer_passes for all to quancheng_sequencer using true with check true
  grant select to quancheng_reader
  grant select to quancheng_sequencer
  grant insert, select to quancheng_writer

table feed row level security
  seq bigint not null
  event_id uuid not null
  division text not null
  hash bytea not null
  constraint feed_event_id_key UNIQUE (event_id)
  constraint feed_hash_check CHECK ((length(hash) = 32))
  constraint feed_pkey PRIMARY KEY (seq)
  constraint feed_seq_check CHECK ((seq > 0))
  policy all_divisions_read for select to quancheng_reader, quancheng_writer using (current_setting('quancheng.division'::text, true) = '*'::text)
  policy own_division for all to quancheng_reader, quancheng_writer using (division = current_setting('quancheng.division'::text, true)) with check (division = current_setting('quancheng.division'::text, true))
  policy sequencer_passes for all to quancheng_sequencer using true with check true
  grant select to quancheng_reader
  grant insert, select to quancheng_sequencer

table feed_head
  the_one boolean not null default true
  seq bigint not null
  hash bytea not null
  constraint feed_head_pkey PRIMARY KEY (the_one)
  constraint feed_head_the_one_check CHECK (the_one)
  grant select to quancheng_reader
  grant select, update to quancheng_sequencer

table feed_queue
  queue_id bigint not null generated always as identity
  event_id uuid not null
  constraint feed_queue_pkey PRIMARY KEY (queue_id)
  grant delete, select to quancheng_sequencer
  grant insert to quancheng_writer

table follow_ups row level security
  id text not null
  number bigint not null generated always as identity
  division text not null
  source_stream text not null
  source_event uuid not null
  target_stream text not null
  command json not null
  due_at timestamp with time zone
  done_at timestamp with time zone
  answer json
  constraint follow_ups_pkey PRIMARY KEY (id)
  CREATE INDEX follow_ups_mail ON public.follow_ups USING btree (target_stream, number) WHERE (done_at IS NULL)
  CREATE INDEX follow_ups_pending ON public.follow_ups USING btree (source_stream, number) WHERE (done_at IS NULL)
  policy all_divisions_read for select to quancheng_reader, quancheng_writer using (current_setting('quancheng.division'::text, true) = '*'::text)
  policy own_division for all to quancheng_reader, quancheng_writer using (division = current_setting('quancheng.division'::text, true)) with check (division = current_setting('quancheng.division'::text, true))
  policy sequencer_passes for all to quancheng_sequencer using true with check true
  grant select to quancheng_reader
  grant insert, select, update (answer), update (done_at) to quancheng_writer

table migrations
  room text not null
  number integer not null
  file text not null
  checksum text not null
  applied_at timestamp with time zone not null default clock_timestamp()
  constraint migrations_pkey PRIMARY KEY (room, number)

table persons row level security
  person_id text not null
  division text not null
  display_name text
  erased_at timestamp with time zone
  constraint persons_pkey PRIMARY KEY (division, person_id)
  policy all_divisions_read for select to quancheng_reader, quancheng_writer using (current_setting('quancheng.division'::text, true) = '*'::text)
  policy own_division for all to quancheng_reader, quancheng_writer using (division = current_setting('quancheng.division'::text, true)) with check (division = current_setting('quancheng.division'::text, true))
  policy sequencer_passes for all to quancheng_sequencer using true with check true
  grant select to quancheng_reader
  grant insert, select, update (display_name), update (erased_at) to quancheng_writer

table relay_cursor
  name text not null
  seq bigint not null
  constraint relay_cursor_pkey PRIMARY KEY (name)
  grant select to quancheng_reader
  grant insert, select, update to quancheng_sequencer

table streams with (fillfactor=70) row level security
  stream text not null
  division text not null
  aggregate text not null
  version integer not null
  stage text
  wake_at timestamp with time zone
  closed boolean not null default false
  acknowledged_version integer not null default 0
  constraint stream_begins_with_its_division CHECK ((stream = concat(division, '/', aggregate, '/', split_part(stream, '/'::text, 3))))
  constraint streams_pkey PRIMARY KEY (stream)
  constraint streams_version_check CHECK ((version > 0))
  policy all_divisions_read for select to quancheng_reader, quancheng_writer using (current_setting('quancheng.division'::text, true) = '*'::text)
  policy own_division for all to quancheng_reader, quancheng_writer using (division = current_setting('quancheng.division'::text, true)) with check (division = current_setting('quancheng.division'::text, true))
  policy sequencer_passes for all to quancheng_sequencer using true with check true
  grant select to quancheng_reader
  grant select to quancheng_sequencer
  grant insert, select, update (acknowledged_version), update (closed), update (stage), update (version), update (wake_at) to quancheng_writer

CREATE OR REPLACE PROCEDURE public.build_division_wall(IN walled regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %s enable row level security', walled);
  execute format('create policy own_division on %s to quancheng_writer, quancheng_reader
    using (division = current_setting(''quancheng.division'', true))
    with check (division = current_setting(''quancheng.division'', true))', walled);
  execute format('create policy all_divisions_read on %s for select to quancheng_writer, quancheng_reader
    using (current_setting(''quancheng.division'', true) = ''*'')', walled);
  execute format('create policy sequencer_passes on %s to quancheng_sequencer using (true) with check (true)', walled);
end
$procedure$

CREATE OR REPLACE FUNCTION public.open_stream(wanted text, its_division text)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
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
$function$
