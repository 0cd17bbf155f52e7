-- What is to be answered, as its service has it; null once it was answered. A restart answers what is left.
alter table chat_delivery add column message text;
