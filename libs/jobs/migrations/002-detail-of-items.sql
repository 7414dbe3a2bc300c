-- What a reader is told of an item besides, whatever becomes of it: of a paper its file, its changes and how its cells were read.
alter table job_items add column detail json;
