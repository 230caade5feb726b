update orders.orders set quote = quote - '{region,taxIncluded,discount,discounts}'::text[] where discount = 0 and tax_included;
