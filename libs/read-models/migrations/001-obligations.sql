-- Who owes what until when: the inbox, "why is it waiting" and the calendar feed read this one table.
create table obligation_view (
  stream             text not null,
  obligation_id      text not null,
  division           text not null,
  aggregate          text not null,
  object_id          text not null,
  stream_version     integer not null,
  projection_version integer not null,
  what               text not null,
  words              jsonb not null,
  holder_role        text not null,
  holder_unit        text not null,
  owner_unit         text not null,
  owner_department   text not null,
  since              date not null,
  due                date,
  legal_date         jsonb,
  clause             text not null,
  unblocked_by       jsonb not null,
  if_nobody_acts     jsonb not null,
  escalates_to       jsonb,
  reminded_at        timestamptz,
  lapsed             boolean not null,
  primary key (stream, obligation_id)
);
create index obligation_view_inbox on obligation_view (division, holder_role, due, stream);

call build_division_wall('obligation_view');
grant select, insert, delete on obligation_view to quancheng_writer;
grant select on obligation_view to quancheng_reader;
