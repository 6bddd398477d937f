create schema ledger;

-- One row per parameter, month and slot; its version is what a change must be based on.
create table ledger.line (
  line_id         uuid        not null primary key,
  enterprise_id   uuid        not null,
  parameter_id    uuid        not null,
  month           date        not null check (extract(day from month) = 1),
  slot            text        not null check (slot in ('MONTH', 'OPENING')),
  version         integer     not null check (version > 0),
  unique (enterprise_id, parameter_id, month, slot),
  check (slot = 'MONTH' or extract(month from month) = 1)
);

create index line_by_month on ledger.line (enterprise_id, month);

-- What was ever recorded. Rows are added, never changed.
create table ledger.line_version (
  line_id         uuid        not null references ledger.line,
  version         integer     not null check (version > 0),
  replaces        integer,
  enterprise_id   uuid        not null,
  state           text        not null check (state in ('OPEN', 'CONFIRMED', 'LOCKED')),
  value           numeric,
  unit            text        not null,
  written_value   numeric,
  as_written      text,
  unit_as_written text        not null,
  origin          text        not null check (origin in ('MANUAL', 'IMPORT')),
  import_id       uuid,
  file_name       text,
  file_digest     text,
  sheet           text,
  cell            text,
  warnings        jsonb       not null,
  reason          text,
  recorded_by     uuid        not null,
  recorded_at     timestamptz not null,
  primary key (line_id, version),
  check ((version = 1) = (replaces is null)),
  check ((value is null) = (written_value is null)),
  check ((origin = 'IMPORT')
         = (import_id is not null and file_name is not null and file_digest is not null
            and sheet is not null and cell is not null)),
  check (state = 'OPEN' or value is not null)
);

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed', tg_table_name;
end
$$;

create trigger line_version_stays before update or delete on ledger.line_version
  for each row execute function ledger.refuse_change();

create table ledger.voucher (
  line_id         uuid        not null references ledger.line,
  digest          text        not null,
  enterprise_id   uuid        not null,
  file_name       text        not null,
  media_type      text        not null,
  size_bytes      bigint      not null,
  attached_by     uuid        not null,
  attached_at     timestamptz not null,
  primary key (line_id, digest)
);

create index voucher_by_digest on ledger.voucher (enterprise_id, digest);

create trigger voucher_stays before update or delete on ledger.voucher
  for each row execute function ledger.refuse_change();
