-- A unit that splits hands its files over project by project; an evaluation's list line says which project it judges.
alter table evaluation_view add column project_id text not null default '';
-- What is open in a unit, when it is reorganised.
create index project_view_unit on project_view (division, unit);
create index project_year_view_unit on project_year_view (division, unit);
create index evaluation_view_unit on evaluation_view (division, unit);
