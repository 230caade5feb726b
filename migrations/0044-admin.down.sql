drop schema admin cascade;
