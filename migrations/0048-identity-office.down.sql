drop index identity.customers_people;
