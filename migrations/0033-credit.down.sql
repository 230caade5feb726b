drop schema credit cascade;
