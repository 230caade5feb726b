drop schema shopify cascade;
