-- What each division knows of the files that were handed in; the bytes stand in the storage under their sha256.
create table attachments (
  division    text not null,
  sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes  bigint not null check (size_bytes > 0),
  type        text not null,
  name        text not null,
  uploaded_by text not null,
  uploaded_at timestamptz not null default clock_timestamp(),
  primary key (division, sha256)
);

call build_division_wall('attachments');
-- Noted once, never changed: not by the API either, which does the noting.
grant select, insert on attachments to quancheng_reader, quancheng_writer;
