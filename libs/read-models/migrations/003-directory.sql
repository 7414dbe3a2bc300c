-- The directory by date. A period that has no last day is still running; a last day belongs to its period.
create table unit_view (
  division    text not null,
  unit        text not null,
  name        text not null,
  kind        text not null,
  department  text not null,
  valid_from  date not null,
  valid_until date,
  -- The units that went on with the work after the last day of the last period.
  successors  text[] not null,
  primary key (division, unit, valid_from)
);

create table post_view (
  division   text not null,
  person_id  text not null,
  role       text not null,
  post       text not null,
  unit       text not null,
  -- Of the unit, in these days: a unit that moves to another department begins another row.
  department text not null,
  held_from  date not null,
  held_until date,
  primary key (division, person_id, role, unit, held_from)
);
create index post_view_holders on post_view (division, role, unit);

create table delegation_view (
  division    text not null,
  delegation  text not null,
  from_person text not null,
  to_person   text not null,
  role        text not null,
  unit        text not null,
  -- 'all': acts and reads; 'read': reads alone.
  scope       text not null,
  valid_from  date not null,
  valid_until date not null,
  primary key (division, delegation)
);
create index delegation_view_to on delegation_view (division, to_person);

create table directory_view (
  stream             text primary key,
  division           text not null,
  id                 text not null,
  stream_version     integer not null,
  projection_version integer not null,
  stage              text not null,
  unit               text not null,
  department         text not null,
  updated_at         timestamptz not null,
  name               text not null,
  parent             text,
  units              integer not null,
  posts              integer not null
);

call build_division_wall('unit_view');
call build_division_wall('post_view');
call build_division_wall('delegation_view');
call build_division_wall('directory_view');
grant select, insert, update, delete on unit_view, post_view, delegation_view, directory_view to quancheng_writer;
grant select on unit_view, post_view, delegation_view, directory_view to quancheng_reader;
