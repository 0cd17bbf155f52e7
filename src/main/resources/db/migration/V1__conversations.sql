create table conversation (
    id varchar(100) primary key,
    title varchar(200) not null,
    created_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null
);

create index conversation_by_update on conversation (updated_at);

create table turn (
    id varchar(100) primary key,
    conversation_id varchar(100) not null references conversation (id) on delete cascade,
    question varchar(2000) not null,
    standalone varchar(4000),
    as_of date,
    publisher varchar(2000),
    published_from date,
    published_to date,
    asked_at timestamp(6) with time zone not null,
    state varchar(10) not null,
    answer text,
    failure_code varchar(40),
    failure_message varchar(1000),
    failure_retryable boolean,
    finished_at timestamp(6) with time zone,
    feedback_verdict varchar(10),
    feedback_note varchar(2000)
);

create index turn_by_conversation on turn (conversation_id, asked_at);
