-- A thread of a chat service such as Slack, and the conversation that goes on in it.
create table chat_thread (
    id varchar(300) primary key,
    conversation_id varchar(100) not null,
    updated_at timestamp(6) with time zone not null
);

-- What a chat service has delivered, for as long as it may deliver it again.
create table chat_delivery (
    id varchar(300) primary key,
    received_at timestamp(6) with time zone not null
);

create index chat_delivery_by_time on chat_delivery (received_at);
