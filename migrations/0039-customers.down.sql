drop schema customers cascade;
