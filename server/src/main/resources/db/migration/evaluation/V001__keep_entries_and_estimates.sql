create schema evaluation;

-- What people enter to evaluate a result: uncertainties, allowances, benchmarks, base years, gaps in
-- data, flue-gas measurements. All have one life: versions are added, the last one holds, an
-- acceptance or a withdrawal is a version too. `subject` tells an entry from others of its kind;
-- `content` is the form of the kind, checked by the program that writes it.
create table evaluation.entry_version (
  entry_id      uuid        not null,
  version       integer     not null check (version > 0),
  enterprise_id uuid        not null,
  kind          text        not null check (kind in ('UNCERTAINTY', 'CORRELATION', 'ALLOWANCE',
                              'BENCHMARK', 'BASE_YEAR', 'DATA_GAP', 'FLUE_GAS', 'FLUE_GAS_LIMIT',
                              'FLUE_GAS_REMARK')),
  subject       text        not null,
  content       jsonb       not null,
  state         text        not null check (state in ('HELD', 'ACCEPTED', 'WITHDRAWN')),
  reason        text,
  written_by    uuid        not null,
  written_at    timestamptz not null,
  primary key (entry_id, version),
  check (state <> 'WITHDRAWN' or length(btrim(reason)) > 0)
);

create unique index entry_subject on evaluation.entry_version (enterprise_id, kind, subject)
 where version = 1;

-- One Monte Carlo estimate of a run: what was asked, with the uncertainties as they were then. The
-- same plan, trials and seed give the same result.
create table evaluation.estimate (
  estimate_id   uuid        not null primary key,
  enterprise_id uuid        not null,
  run_id        uuid        not null,
  trials        integer     not null check (trials between 1000 and 1000000),
  seed          integer     not null check (seed >= 0),
  plan          jsonb       not null,
  requested_by  uuid        not null,
  requested_at  timestamptz not null
);

create index estimate_by_run on evaluation.estimate (enterprise_id, run_id, requested_at);

-- How far it is; the only table here whose rows change.
create table evaluation.estimate_progress (
  estimate_id   uuid        not null primary key references evaluation.estimate,
  enterprise_id uuid        not null,
  done          integer     not null check (done >= 0),
  told_at       timestamptz not null
);

create table evaluation.estimate_result (
  estimate_id   uuid        not null primary key references evaluation.estimate,
  enterprise_id uuid        not null,
  result        jsonb,
  failure       text,
  finished_at   timestamptz not null,
  check ((result is null) <> (failure is null))
);

create function evaluation.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed', tg_table_name;
end
$$;

create trigger entry_version_stays before update or delete on evaluation.entry_version
  for each row execute function evaluation.refuse_change();
create trigger estimate_stays before update or delete on evaluation.estimate
  for each row execute function evaluation.refuse_change();
create trigger estimate_result_stays before update or delete on evaluation.estimate_result
  for each row execute function evaluation.refuse_change();
