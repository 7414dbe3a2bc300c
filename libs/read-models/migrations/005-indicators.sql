-- The indicator library, one line a division in the lists and one row an indicator for the search.
create table indicator_library_view (
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
  indicators         integer not null
);

create table indicator_view (
  division    text not null,
  code        text not null,
  scope       text not null,
  industry    text,
  department  text,
  kind        text not null,
  name        text not null,
  measure     text,
  valid_from  date not null,
  valid_until date,
  -- Everything that is searched, in one width and case; and its pairs of neighbouring characters, for words nobody separates.
  words       text not null,
  pairs       text[] not null,
  entry       jsonb not null,
  primary key (division, code)
);
create index indicator_view_pairs on indicator_view using gin (pairs);

-- What approved goals aim at: one row an indicator of a project-year.
create table indicator_goal_view (
  division        text not null,
  project_year_id text not null,
  row             text not null,
  fiscal_year     integer not null,
  unit            text not null,
  department      text not null,
  library_id      text,
  name            text not null,
  measure         text,
  direction       text not null,
  target          text not null,
  primary key (division, project_year_id, row)
);
create index indicator_goal_view_library on indicator_goal_view (division, library_id);
create index indicator_goal_view_name on indicator_goal_view (division, name);

-- What confirmed evaluations of a single year found.
create table indicator_actual_view (
  division        text not null,
  project_year_id text not null,
  row             text not null,
  evaluation_id   text not null,
  -- A line under another name is another indicator, whatever its row.
  name            text not null,
  actual          text not null,
  met             boolean,
  primary key (division, project_year_id, row)
);

call build_division_wall('indicator_library_view');
call build_division_wall('indicator_view');
call build_division_wall('indicator_goal_view');
call build_division_wall('indicator_actual_view');
grant select, insert, update, delete on indicator_library_view, indicator_view, indicator_goal_view, indicator_actual_view
  to quancheng_writer;
grant select on indicator_library_view, indicator_view, indicator_goal_view, indicator_actual_view to quancheng_reader;
