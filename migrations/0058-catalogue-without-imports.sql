drop table catalogue.import_faults;
drop table catalogue.imports;
