drop schema invoicing cascade;
