-- Orders of the shop that was before: by their names there, so that none comes twice.
create table recommendations.imported_orders (
  name text primary key check (length(name) between 1 and 100)
);
