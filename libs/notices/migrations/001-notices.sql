-- What a post is told of an event, written in the transaction that appends the event: nobody is told of what did not happen, and
-- nothing that happened is kept from whom it concerns.
create table notices (
  division     text not null,
  notice_id    text not null,
  number       bigint not null generated always as identity,
  event_id     uuid not null,
  stream       text not null,
  aggregate    text not null,
  object_id    text not null,
  event_type   text not null,
  -- The post it is addressed to; who holds it is found afterwards, for the business day of the event.
  role         text not null,
  unit         text not null,
  title        json not null,
  text         json not null,
  due          date,
  clause       text,
  -- Told by short message as well.
  urgent       boolean not null,
  training     boolean not null,
  told_at      timestamptz not null,
  addressed_at timestamptz,
  primary key (division, notice_id),
  unique (division, event_id, role, unit)
);
create index notices_of_post on notices (division, role, number desc);
create index notices_to_address on notices (division, number) where addressed_at is null;

-- One telling of one person over one channel. The row is there before anything is sent, and says 'sending' before the first byte
-- leaves: what is not known to have failed is never sent a second time by itself.
create table notice_deliveries (
  division      text not null,
  delivery_id   text not null,
  notice_id     text not null,
  event_id      uuid not null,
  person_id     text not null,
  -- The holder of the post, where the person is told in his stead.
  acting_for    text,
  channel       text not null check (channel in ('inbox', 'mail', 'sms')),
  state         text not null check (state in ('waiting', 'sending', 'sent', 'uncertain', 'refused', 'no-address')),
  planned_at    timestamptz not null default clock_timestamp(),
  attempts      integer not null default 0,
  next_at       timestamptz,
  sending_since timestamptz,
  settled_at    timestamptz,
  -- What the other side, or the way to it, said last.
  answer        text,
  read_at       timestamptz,
  resent_by     text,
  resend_reason text,
  resend_key    text,
  primary key (division, delivery_id),
  unique (division, event_id, person_id, channel)
);
create index notice_deliveries_of_notice on notice_deliveries (division, notice_id);
create index notice_deliveries_waiting on notice_deliveries (division, next_at) where state = 'waiting';
create index notice_deliveries_sending on notice_deliveries (division, sending_since) where state = 'sending';

call build_division_wall('notices');
call build_division_wall('notice_deliveries');
grant select, insert on notices to quancheng_writer;
grant update (addressed_at) on notices to quancheng_writer;
grant select, insert, update on notice_deliveries to quancheng_writer;
grant select on notices, notice_deliveries to quancheng_reader;

-- That somebody has read what he was told is no event, and the one thing of a notice that a reader may write. It stands in the owner's
-- rights and therefore asks for the wall itself. Who is told only through his post gets his row now.
create function mark_notice_read(notice text, delivery text, person text) returns void
  language sql security definer set search_path = public
  as $$
  insert into notice_deliveries as told
    (division, delivery_id, notice_id, event_id, person_id, channel, state, settled_at, read_at)
  select division, delivery, notice_id, event_id, person, 'inbox', 'sent', clock_timestamp(), clock_timestamp()
  from notices where division = current_setting('quancheng.division', true) and notice_id = notice
  on conflict (division, event_id, person_id, channel) do update set read_at = coalesce(told.read_at, excluded.read_at)
$$;
revoke execute on function mark_notice_read from public;
grant execute on function mark_notice_read to quancheng_reader, quancheng_writer;
