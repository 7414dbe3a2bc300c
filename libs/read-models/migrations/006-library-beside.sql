-- A declaration is held against the other requests of its department: by name, and by the papers they rest on.
alter table project_year_view add column policy_numbers text[] not null default '{}';
create index project_year_view_beside on project_year_view (division, department, fiscal_year);
create index project_year_view_project on project_year_view (division, project_id);
