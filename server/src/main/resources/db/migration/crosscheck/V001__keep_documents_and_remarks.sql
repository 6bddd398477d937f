create schema crosscheck;

-- An imported file of contracts, invoices or settlements; its content is in the vault.
create table crosscheck.document_file (
  file_id         uuid        not null primary key,
  enterprise_id   uuid        not null,
  kind            text        not null check (kind in ('CONTRACT', 'INVOICE', 'SETTLEMENT')),
  digest          text        not null,
  file_name       text        not null,
  row_count       integer     not null check (row_count > 0),
  imported_by     uuid        not null,
  imported_at     timestamptz not null
);

-- A file that was imported by mistake; its documents no longer count.
create table crosscheck.file_withdrawal (
  file_id         uuid        not null primary key references crosscheck.document_file,
  enterprise_id   uuid        not null,
  reason          text        not null,
  withdrawn_by    uuid        not null,
  withdrawn_at    timestamptz not null
);

-- One row of a file as it was written; amounts of money in yuan.
create table crosscheck.document (
  document_id     uuid        not null primary key,
  enterprise_id   uuid        not null,
  file_id         uuid        not null references crosscheck.document_file,
  row_number      integer     not null check (row_number > 0),
  kind            text        not null check (kind in ('CONTRACT', 'INVOICE', 'SETTLEMENT')),
  number          text        not null,
  direction       text        not null check (direction in ('IN', 'OUT')),
  partner         text        not null,
  item            text        not null,
  quantity        numeric     not null,
  unit            text        not null,
  unit_as_written text        not null,
  price           numeric,
  month           date        check (extract(day from month) = 1),
  valid_from      date,
  valid_to        date,
  contract_number text,
  net_yuan        numeric,
  tax_rate        numeric,
  tax_yuan        numeric,
  gross_yuan      numeric,
  metering_point  text        not null,
  meter_number    text,
  register_start  numeric,
  register_end    numeric,
  multiplier      numeric,
  note            text,
  unique (file_id, row_number),
  check ((kind = 'CONTRACT') = (month is null)),
  check (kind <> 'CONTRACT' or (valid_from is not null and valid_to >= valid_from))
);

create index document_by_month on crosscheck.document (enterprise_id, month);

-- Which parameters of the ledger a document item is compared with; versions are added, never changed.
create table crosscheck.match_version (
  match_id          uuid        not null,
  version           integer     not null check (version > 0),
  enterprise_id     uuid        not null,
  direction         text        not null check (direction in ('IN', 'OUT')),
  item              text        not null,
  metering_point    text        not null,
  parameter_ids     uuid[]      not null,
  not_compared      text,
  tolerance_percent numeric     check (tolerance_percent >= 0),
  confirmed_by      uuid        not null,
  confirmed_at      timestamptz not null,
  primary key (match_id, version),
  check ((cardinality(parameter_ids) = 0) = (not_compared is not null))
);

create unique index match_item on crosscheck.match_version
  (enterprise_id, direction, item, metering_point) where version = 1;

-- The tolerance an enterprise chose instead of the stated default, in per cent.
create table crosscheck.tolerance_version (
  enterprise_id   uuid        not null,
  subject         text        not null,
  version         integer     not null check (version > 0),
  percent         numeric     not null check (percent >= 0 and percent <= 100),
  reason          text        not null,
  changed_by      uuid        not null,
  changed_at      timestamptz not null,
  primary key (enterprise_id, subject, version)
);

-- What people said about a difference or a gap. `figures` is the digest of the figures it was said
-- about: when they change, the remark is history and the difference is open again.
create table crosscheck.remark (
  remark_id       uuid        not null primary key,
  enterprise_id   uuid        not null,
  subject_id      uuid        not null,
  figures         text        not null,
  act             text        not null check (act in ('EXPLAINED', 'ACCEPTED', 'RETURNED', 'NOT_APPLICABLE', 'REOPENED')),
  words           text,
  said_by         uuid        not null,
  said_at         timestamptz not null,
  check (act = 'ACCEPTED' or words is not null)
);

create index remark_by_subject on crosscheck.remark (enterprise_id, subject_id, said_at);

create function crosscheck.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed', tg_table_name;
end
$$;

create trigger document_file_stays before update or delete on crosscheck.document_file
  for each row execute function crosscheck.refuse_change();
create trigger file_withdrawal_stays before update or delete on crosscheck.file_withdrawal
  for each row execute function crosscheck.refuse_change();
create trigger document_stays before update or delete on crosscheck.document
  for each row execute function crosscheck.refuse_change();
create trigger match_version_stays before update or delete on crosscheck.match_version
  for each row execute function crosscheck.refuse_change();
create trigger tolerance_version_stays before update or delete on crosscheck.tolerance_version
  for each row execute function crosscheck.refuse_change();
create trigger remark_stays before update or delete on crosscheck.remark
  for each row execute function crosscheck.refuse_change();
