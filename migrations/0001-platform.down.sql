drop function platform.refuse_change();
drop table platform.sessions;
