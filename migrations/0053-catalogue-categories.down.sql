alter table catalogue.categories drop column version;
