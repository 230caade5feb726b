drop index catalogue.pictures_by_key;
alter table catalogue.products drop column status;
drop table catalogue.import_faults;
drop table catalogue.imports;
