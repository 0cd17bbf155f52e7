-- Empty: belongs to nobody in particular, as where people are not told apart.
alter table conversation add column owner varchar(300) default '' not null;

create index conversation_by_owner on conversation (owner, updated_at);
