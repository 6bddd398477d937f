create schema intake;

create table intake.import (
  import_id       uuid        not null primary key,
  enterprise_id   uuid        not null,
  year            integer     not null,
  file_name       text        not null,
  file_digest     text,
  size_bytes      bigint      not null check (size_bytes >= 0),
  state           text        not null check (state in ('PREVIEW', 'REJECTED', 'COMMITTED')),
  problems        jsonb       not null,
  lines_written   integer     not null default 0,
  created_by      uuid        not null,
  created_at      timestamptz not null,
  committed_by    uuid,
  committed_at    timestamptz,
  check ((state = 'COMMITTED') = (committed_at is not null and committed_by is not null)),
  check (state = 'REJECTED' or file_digest is not null)
);

create index import_newest_first on intake.import (enterprise_id, created_at desc);

-- What a person decided about a row of one import.
create table intake.decision (
  import_id       uuid        not null references intake.import,
  enterprise_id   uuid        not null,
  row_id          text        not null,
  choice          text        not null check (choice in ('TAKE', 'CREATE', 'IGNORE')),
  parameter_id    uuid,
  new_parameter   jsonb,
  primary key (import_id, row_id),
  check ((choice = 'TAKE') = (parameter_id is not null)),
  check ((choice = 'CREATE') = (new_parameter is not null))
);

-- What rows of this enterprise's ledgers mean, learned from committed imports.
create table intake.remembered (
  enterprise_id   uuid        not null,
  match_key       text        not null,
  parameter_id    uuid,
  remembered_by   uuid        not null,
  remembered_at   timestamptz not null,
  primary key (enterprise_id, match_key)
);

comment on column intake.remembered.parameter_id is 'null: the row is ignored';
