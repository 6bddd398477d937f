create schema factor;

-- Factors an enterprise measured, got from a supplier, or set itself. Changed only until approved;
-- what a row was before a change is kept.
create table factor.own_factor (
  factor_id        uuid        not null primary key,
  enterprise_id    uuid        not null,
  number           integer     not null check (number > 0),
  name_zh          text        not null check (btrim(name_zh) <> ''),
  name_en          text        not null check (btrim(name_en) <> ''),
  kind             text        not null check (kind in ('MEASURED', 'SUPPLIER', 'SET')),
  factor_set       text,
  method           text        not null,
  source           text        not null,
  symbol           text        not null,
  facility_unit_id uuid,
  value            numeric     not null,
  printed          text        not null,
  unit             text        not null,
  valid_from       date        not null,
  valid_to         date        not null check (valid_to >= valid_from),
  laboratory       text        not null,
  report_number    text        not null,
  report_digest    text        check (report_digest ~ '^[0-9a-f]{64}$'),
  remark           text        not null,
  state            text        not null
                   check (state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'RETIRED')),
  version          integer     not null check (version > 0),
  entered_by       uuid        not null,
  entered_at       timestamptz not null,
  changed_by       uuid        not null,
  changed_at       timestamptz not null,
  retired_reason   text,
  unique (enterprise_id, number),
  check ((state = 'RETIRED') = (btrim(coalesce(retired_reason, '')) <> '')),
  check (kind <> 'MEASURED' or state in ('DRAFT', 'RETIRED') or report_digest is not null)
);

create table factor.own_factor_past (
  factor_id        uuid        not null references factor.own_factor,
  enterprise_id    uuid        not null,
  version          integer     not null,
  was              jsonb       not null,
  ended_by         uuid        not null,
  ended_at         timestamptz not null,
  reason           text,
  primary key (factor_id, version)
);

-- Somebody looked a factor of the catalogue up in the printed standard. It holds for the value seen:
-- when the catalogue comes to say another, the mark is not raised any more.
create table factor.confirmation (
  confirmation_id  uuid        not null primary key,
  enterprise_id    uuid        not null,
  factor_table     text        not null,
  factor_row       text        not null,
  factor_column    text        not null,
  printed          text        not null,
  unit             text        not null,
  edition          text        not null check (btrim(edition) <> ''),
  page             text        not null check (btrim(page) <> ''),
  remark           text        not null,
  scan_digest      text        check (scan_digest ~ '^[0-9a-f]{64}$'),
  confirmed_by     uuid        not null,
  confirmed_at     timestamptz not null,
  revoked_by       uuid,
  revoked_at       timestamptz,
  revoked_reason   text,
  check ((revoked_at is null) = (revoked_by is null)),
  check ((revoked_at is null) = (revoked_reason is null))
);

create unique index confirmation_holds_once
  on factor.confirmation (enterprise_id, factor_table, factor_row, factor_column)
  where revoked_at is null;
