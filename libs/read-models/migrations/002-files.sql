-- One row a file, replaced in the append transaction. Every list page reads one of these four tables.
create table project_view (
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
  nature             text not null,
  term               text not null,
  planned_end        date,
  completed_on       date,
  taken_over         boolean not null
);

create table project_year_view (
  stream             text primary key,
  division           text not null,
  id                 text not null,
  stream_version     integer not null,
  projection_version integer not null,
  stage              text not null,
  unit               text not null,
  department         text not null,
  updated_at         timestamptz not null,
  project_id         text not null,
  name               text not null,
  fiscal_year        integer not null,
  requested_fen      bigint,
  control_fen        bigint,
  approved_fen       bigint,
  paid_fen           bigint not null,
  grade              text,
  disclosed          text,
  cut_percent        text,
  overdue            boolean not null
);

create table evaluation_view (
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
  road               text,
  due                date,
  submitted_on       date,
  late               boolean not null,
  score              text,
  grade              text,
  result_version     integer
);

create table budget_year_view (
  stream             text primary key,
  division           text not null,
  id                 text not null,
  stream_version     integer not null,
  projection_version integer not null,
  stage              text not null,
  unit               text not null,
  department         text not null,
  updated_at         timestamptz not null,
  fiscal_year        integer not null,
  enrolled           integer not null,
  approved           integer not null
);

create index project_year_view_list on project_year_view (division, fiscal_year, stage, id);

call build_division_wall('project_view');
call build_division_wall('project_year_view');
call build_division_wall('evaluation_view');
call build_division_wall('budget_year_view');
grant select, insert, update, delete on project_view, project_year_view, evaluation_view, budget_year_view to quancheng_writer;
grant select on project_view, project_year_view, evaluation_view, budget_year_view to quancheng_reader;
