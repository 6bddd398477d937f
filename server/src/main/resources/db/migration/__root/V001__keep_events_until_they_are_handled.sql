-- The event publication registry of Spring Modulith (structure of its version 2).
create schema event;

create table event.event_publication (
  id                     uuid        primary key,
  listener_id            text        not null,
  event_type             text        not null,
  serialized_event       text        not null,
  publication_date       timestamptz not null,
  completion_date        timestamptz,
  status                 text,
  completion_attempts    integer,
  last_resubmission_date timestamptz
);

create index event_publication_serialized_event on event.event_publication using hash (serialized_event);
create index event_publication_completion_date on event.event_publication (completion_date);
