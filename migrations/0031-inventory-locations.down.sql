drop view inventory.availability cascade;
create view inventory.availability as
  select variant_id, on_hand - held as available from inventory.stock_levels;

alter table inventory.stock_levels
  drop column low_at,
  drop column backordered,
  drop column backorder_limit,
  drop column restocked_on;
drop table inventory.defaults, inventory.stock_hold_parts;
alter table inventory.stock_holds
  drop column waiting,
  drop column waiting_since,
  drop column country,
  drop column reference;
drop index inventory.stock_movements_of_reference;
alter table inventory.stock_movements
  drop constraint stock_movements_reason,
  drop column form_key,
  drop column note,
  drop column location_id;
drop table inventory.location_levels, inventory.locations;
