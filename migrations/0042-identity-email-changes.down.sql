alter table identity.customers drop column password_after;
alter table identity.sign_ins drop column session_id;
drop table identity.email_changes;
