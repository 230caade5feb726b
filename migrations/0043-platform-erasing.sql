-- What is append-only stays so, but for the one purpose that the law puts above it: a transaction that erases somebody says so.
create or replace function platform.refuse_change() returns trigger language plpgsql as $$
begin
  if current_setting('purveyor.erasing', true) = 'yes' then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  raise exception '%.% is append-only', tg_table_schema, tg_table_name;
end $$;
