drop schema reviews cascade;
