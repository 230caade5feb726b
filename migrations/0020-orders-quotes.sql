-- Orders of before had nothing taken off, and their tax was in their prices.
update orders.orders set quote = '{"region": "", "taxIncluded": true, "discount": 0, "discounts": []}' || quote
where not quote ? 'taxIncluded';
