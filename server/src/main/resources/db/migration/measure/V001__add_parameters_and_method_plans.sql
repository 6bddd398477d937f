create schema measure;

create table measure.parameter (
  parameter_id     uuid        not null primary key,
  enterprise_id    uuid        not null,
  sheet            text        not null,
  labels           text[]      not null check (cardinality(labels) > 0),
  match_key        text        not null,
  name             text        not null check (name <> ''),
  unit_id          uuid,
  unit             text        not null,
  unit_as_written  text        not null,
  kind             text        not null check (kind in ('FLOW', 'STOCK', 'QUALITY', 'OUTPUT', 'STATE')),
  sign_rule        text        not null check (sign_rule in ('NONNEGATIVE', 'ANY')),
  obtained_by      text        not null check (obtained_by in ('MEASURED', 'CALCULATED', 'DEFAULT', 'SUPPLIER')),
  responsible      text        not null,
  valid_from       date        not null,
  valid_to         date        check (valid_to >= valid_from),
  position         integer     not null,
  version          integer     not null check (version > 0),
  changed_by       uuid        not null,
  changed_at       timestamptz not null
);

-- One row of the ledger means one parameter still watched.
create unique index parameter_watched on measure.parameter (enterprise_id, match_key)
  where valid_to is null;
create index parameter_in_order on measure.parameter (enterprise_id, position);

create table measure.parameter_past (
  parameter_id     uuid        not null references measure.parameter,
  enterprise_id    uuid        not null,
  version          integer     not null,
  was              jsonb       not null,
  ended_by         uuid        not null,
  ended_at         timestamptz not null,
  reason           text,
  primary key (parameter_id, version)
);

create table measure.plan_item (
  plan_item_id     uuid        not null primary key,
  enterprise_id    uuid        not null,
  use              text        not null check (use in ('SOURCE', 'PRODUCTION')),
  method           text        not null,
  year_from        integer     not null,
  year_to          integer     not null check (year_to >= year_from),
  position         integer     not null,
  source           text        not null,
  item             text        not null,
  definition       jsonb       not null,
  version          integer     not null check (version > 0),
  removed_at       timestamptz,
  changed_by       uuid        not null,
  changed_at       timestamptz not null
);

create index plan_item_in_order on measure.plan_item (enterprise_id, method, position)
  where removed_at is null;

create table measure.plan_item_past (
  plan_item_id     uuid        not null references measure.plan_item,
  enterprise_id    uuid        not null,
  version          integer     not null,
  was              jsonb       not null,
  ended_by         uuid        not null,
  ended_at         timestamptz not null,
  reason           text,
  primary key (plan_item_id, version)
);
