-- Accounting runs (核算结果). A run and its rows are written once and never changed; a restated
-- inventory is a new run that names the one it supersedes, with a reason.
create schema inventory;

create table inventory.run (
  run_id        uuid        primary key,
  enterprise_id uuid        not null,
  number        integer     not null check (number > 0),
  method        text        not null,
  period_from   date        not null,
  period_to     date        not null,
  total         numeric     not null,
  total_unit    text        not null,
  provisional   boolean     not null,
  open_lines    integer     not null check (open_lines >= 0),
  supersedes    uuid        references inventory.run (run_id),
  reason        text,
  inputs_digest text        not null check (inputs_digest ~ '^[0-9a-f]{64}$'),
  method_digest text        not null check (method_digest ~ '^[0-9a-f]{64}$'),
  digest        text        not null check (digest ~ '^[0-9a-f]{64}$'),
  view          jsonb       not null,
  extras        jsonb       not null,
  created_by    uuid        not null,
  created_at    timestamptz not null,
  unique (enterprise_id, number),
  check (period_from <= period_to),
  check (supersedes is null or length(btrim(reason)) > 0)
);

-- A run is superseded at most once: a chain of restatements, never a fork.
create unique index run_superseded_once on inventory.run (supersedes) where supersedes is not null;
create index run_by_period on inventory.run (enterprise_id, period_from, period_to, method, number);

create table inventory.run_row (
  run_id        uuid    not null references inventory.run (run_id),
  enterprise_id uuid    not null,
  position      integer not null check (position > 0),
  source        text    not null,
  item          text    not null,
  facility      text,
  month         date    not null,
  process_id    uuid,
  exact         text    not null,
  unit          text    not null,
  labels        jsonb   not null,
  inputs        jsonb   not null,
  trace         jsonb   not null,
  flags         jsonb   not null,
  primary key (run_id, position)
);

create function inventory.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'an inventory is never changed; restate it';
end $$;

create trigger run_is_final before update or delete on inventory.run
  for each row execute function inventory.refuse_change();
create trigger run_row_is_final before update or delete on inventory.run_row
  for each row execute function inventory.refuse_change();

-- What an enterprise wants to see per unit of output, and how the result is spread over the processes
-- for display. Definitions in the project's own form; a run keeps what it used in its view.
create table inventory.intensity (
  enterprise_id uuid  not null,
  method        text  not null,
  position      integer not null,
  definition    jsonb not null,
  primary key (enterprise_id, method, position)
);

create table inventory.process_split (
  enterprise_id uuid  not null,
  method        text  not null,
  definition    jsonb not null,
  primary key (enterprise_id, method)
);
