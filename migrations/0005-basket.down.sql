drop schema basket cascade;
