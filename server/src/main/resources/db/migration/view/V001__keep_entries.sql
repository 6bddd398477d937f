create schema view;

-- What an enterprise enters for a view of a year: amounts its method does not calculate, contracts
-- for electricity, criteria of significance. Versions are added, the last one holds.
create table view.entries (
  enterprise_id uuid        not null,
  year          integer     not null,
  view          text        not null,
  version       integer     not null check (version > 0),
  content       jsonb       not null,
  written_by    uuid        not null,
  written_at    timestamptz not null,
  reason        text,
  primary key (enterprise_id, year, view, version)
);

create function view.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed', tg_table_name;
end
$$;

create trigger entries_stay before update or delete on view.entries
  for each row execute function view.refuse_change();
