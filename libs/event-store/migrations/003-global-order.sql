-- Committed events waiting for their global number. `queue_id` orders them; it is no number of anything, and it has gaps. A row lives
-- for some milliseconds and no division can read it, so the event's division is not repeated here.
create table feed_queue (
  queue_id bigint generated always as identity primary key,
  event_id uuid not null
);

-- The last number given and its hash: one row for the whole store, so it has no division. Its lock is the fence of all sequencers.
create table feed_head (
  the_one boolean primary key default true check (the_one),
  seq bigint not null,
  hash bytea not null
);
insert into feed_head (seq, hash) values (0, decode(repeat('00', 32), 'hex'));

create table feed (
  seq bigint primary key check (seq > 0),
  event_id uuid not null unique,
  division text not null,
  hash bytea not null check (length(hash) = 32)
);

-- How far a relay has carried the feed. It belongs to the relay, not to a division.
create table relay_cursor (
  name text primary key,
  seq bigint not null
);

call build_division_wall('feed');

grant insert on feed_queue to quancheng_writer;
grant select, delete on feed_queue to quancheng_sequencer;
grant select, update on feed_head to quancheng_sequencer;
grant select, insert on feed to quancheng_sequencer;
grant select, insert, update on relay_cursor to quancheng_sequencer;
grant select on feed, feed_head, relay_cursor to quancheng_reader;
