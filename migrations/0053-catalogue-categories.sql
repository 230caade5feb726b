-- Two people may be at a category at once.
alter table catalogue.categories add column version integer not null default 1;
