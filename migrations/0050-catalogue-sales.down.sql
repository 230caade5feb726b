alter table catalogue.prices drop column sale_id;
drop table catalogue.sales;
