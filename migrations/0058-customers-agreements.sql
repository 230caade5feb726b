-- Who has agreed to what, as they have said it last: other modules may join it.
create view customers.agreements as
  select visitor_id, purpose from (
    select distinct on (visitor_id, purpose) visitor_id, purpose, is_given
    from customers.consents order by visitor_id, purpose, id desc) said
  where is_given;
