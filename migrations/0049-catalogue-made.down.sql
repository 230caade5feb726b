drop table catalogue.removed_pictures;
alter table catalogue.products drop column made_with;
