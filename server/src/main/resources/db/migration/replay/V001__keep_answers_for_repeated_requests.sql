create schema replay;

-- The answer to a change, under the key its caller chose. Without a status the change still runs.
create table replay.answer (
  account_id       uuid        not null,
  idempotency_key  text        not null,
  enterprise_id    uuid,
  fingerprint      text        not null,
  status           integer,
  content_type     text,
  body             text,
  claimed_at       timestamptz not null,
  primary key (account_id, idempotency_key),
  check ((status is null) = (body is null))
);

create index answer_by_age on replay.answer (claimed_at);
