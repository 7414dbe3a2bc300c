table business_clock row level security
  division text not null
  frozen_at timestamp with time zone
  changed_by text not null
  changed_at timestamp with time zone not null default clock_timestamp()
  constraint business_clock_pkey PRIMARY KEY (division)
  policy all_divisions_read for select to quancheng_reader, quancheng_writer using (current_setting('quancheng.division'::text, true) = '*'::text)
  policy below_read for select to quancheng_reader using ((division = current_setting('quancheng.below'::text, true)) AND ( SELECT reads_below() AS reads_below))
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
  policy below_read for select to quancheng_reader using ((division = current_setting('quancheng.below'::text, true)) AND ( SELECT reads_below() AS reads_below))
  policy own_division for all to quancheng_reader, quancheng_writer using (division = current_setting('quancheng.division'::text, true)) with check (division = current_setting('quancheng.division'::text, true))
  policy sequencer_passes for all to quancheng_sequencer using true with check true
  grant select to quancheng_reader
  grant insert, select to quancheng_writer

table divisions row level security
  division text not null
  parent text
  name text not null
  constraint divisions_pkey PRIMARY KEY (division)
  constraint parent_stands_above CHECK (((parent IS NULL) OR ((length(code_digits(parent)) < length(code_digits(division))) AND starts_with(division, code_digits(parent)))))
  policy all_divisions_read for select to quancheng_reader, quancheng_writer using (current_setting('quancheng.division'::text, true) = '*'::text)
  policy own_division for all to quancheng_reader, quancheng_writer using (division = current_setting('quancheng.division'::text, true)) with check (division = current_setting('quancheng.division'::text, true))
  policy sequencer_passes for all to quancheng_sequencer using true with check true
  policy tree_below for select to quancheng_reader, quancheng_writer using stands_above(current_setting('quancheng.division'::text, true), division)
  grant select to quancheng_reader
  grant insert, select, update to quancheng_writer

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
  policy below_read for select to quancheng_reader using ((division = current_setting('quancheng.below'::text, true)) AND ( SELECT reads_below() AS reads_below))
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
  policy below_read for select to quancheng_reader using ((division = current_setting('quancheng.below'::text, true)) AND ( SELECT reads_below() AS reads_below))
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
  done_at timestamp with time zone
  answer json
  constraint follow_ups_pkey PRIMARY KEY (id)
  CREATE INDEX follow_ups_mail ON public.follow_ups USING btree (target_stream, number) WHERE (done_at IS NULL)
  CREATE INDEX follow_ups_pending ON public.follow_ups USING btree (source_stream, number) WHERE (done_at IS NULL)
  policy all_divisions_read for select to quancheng_reader, quancheng_writer using (current_setting('quancheng.division'::text, true) = '*'::text)
  policy below_read for select to quancheng_reader using ((division = current_setting('quancheng.below'::text, true)) AND ( SELECT reads_below() AS reads_below))
  policy own_division for all to quancheng_reader, quancheng_writer using (division = current_setting('quancheng.division'::text, true)) with check (division = current_setting('quancheng.division'::text, true))
  policy sequencer_passes for all to quancheng_sequencer using true with check true
  grant select to quancheng_reader
  grant insert, select, update (answer), update (done_at) to quancheng_writer

table log_generation
  the_one boolean not null default true
  generation integer not null default 1
  recovered integer not null default 1
  constraint log_generation_generation_check CHECK ((generation > 0))
  constraint log_generation_pkey PRIMARY KEY (the_one)
  constraint log_generation_recovered_check CHECK ((recovered >= 0))
  constraint log_generation_the_one_check CHECK (the_one)
  grant select to quancheng_reader
  grant select, update (generation) to quancheng_sequencer
  grant select, update (recovered) to quancheng_writer

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
  email text
  phone text
  changed_by text
  changed_at timestamp with time zone
  constraint erased_means_nothing_left CHECK (((erased_at IS NULL) OR ((display_name IS NULL) AND (email IS NULL) AND (phone IS NULL))))
  constraint persons_pkey PRIMARY KEY (division, person_id)
  policy all_divisions_read for select to quancheng_reader, quancheng_writer using (current_setting('quancheng.division'::text, true) = '*'::text)
  policy below_read for select to quancheng_reader using ((division = current_setting('quancheng.below'::text, true)) AND ( SELECT reads_below() AS reads_below))
  policy own_division for all to quancheng_reader, quancheng_writer using (division = current_setting('quancheng.division'::text, true)) with check (division = current_setting('quancheng.division'::text, true))
  policy sequencer_passes for all to quancheng_sequencer using true with check true
  grant select to quancheng_reader
  grant insert, select, update (changed_at), update (changed_by), update (display_name), update (email), update (erased_at), update (phone) to quancheng_writer

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
  touched_at timestamp with time zone not null default clock_timestamp()
  constraint stream_begins_with_its_division CHECK ((stream = concat(division, '/', aggregate, '/', split_part(stream, '/'::text, 3))))
  constraint streams_pkey PRIMARY KEY (stream)
  constraint streams_version_check CHECK ((version > 0))
  policy all_divisions_read for select to quancheng_reader, quancheng_writer using (current_setting('quancheng.division'::text, true) = '*'::text)
  policy below_read for select to quancheng_reader using ((division = current_setting('quancheng.below'::text, true)) AND ( SELECT reads_below() AS reads_below))
  policy own_division for all to quancheng_reader, quancheng_writer using (division = current_setting('quancheng.division'::text, true)) with check (division = current_setting('quancheng.division'::text, true))
  policy sequencer_passes for all to quancheng_sequencer using true with check true
  grant select to quancheng_reader
  grant select to quancheng_sequencer
  grant insert, select, update (acknowledged_version), update (closed), update (stage), update (touched_at), update (version), update (wake_at) to quancheng_writer

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
  call open_wall_downwards(walled);
end
$procedure$

CREATE OR REPLACE FUNCTION public.code_digits(division text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ select regexp_replace(division, '^([0-9]{2})0{7}$|^([0-9]{4})0{5}$|^([0-9]{6})0{3}$', '\1\2\3') $function$

CREATE OR REPLACE FUNCTION public.erase_contact(person text, by_person text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  update persons set display_name = null, email = null, phone = null, erased_at = clock_timestamp(),
    changed_by = by_person, changed_at = clock_timestamp()
  where division = current_setting('quancheng.division', true) and person_id = person and erased_at is null;
end
$function$

CREATE OR REPLACE FUNCTION public.keep_contact(person text, its_name text, its_email text, its_phone text, by_person text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
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
$function$

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

CREATE OR REPLACE PROCEDURE public.open_wall_downwards(IN walled regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('create policy below_read on %s for select to quancheng_reader
    using (division = current_setting(''quancheng.below'', true) and (select reads_below()))', walled);
end
$procedure$

CREATE OR REPLACE FUNCTION public.reads_below()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$ select stands_above(current_setting('quancheng.division', true), current_setting('quancheng.below', true)) $function$

CREATE OR REPLACE FUNCTION public.stands_above(upper_one text, lower_one text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  with recursive above (division) as (
    select parent from divisions where division = lower_one
    union
    select divisions.parent from divisions join above using (division)
  )
  select exists (select from above where division = upper_one)
$function$
