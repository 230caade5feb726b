drop table recommendations.imported_orders;
