drop schema recommendations cascade;
