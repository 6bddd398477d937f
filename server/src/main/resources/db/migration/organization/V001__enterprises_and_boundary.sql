create schema organization;

create table organization.company_group (
  group_id uuid primary key,
  name     text not null check (length(name) between 1 and 200),
  name_en  text not null
);

create table organization.enterprise (
  enterprise_id uuid        primary key,
  group_id      uuid        references organization.company_group,
  name          text        not null check (length(name) between 1 and 200),
  name_en       text        not null,
  credit_code   text        unique check (length(credit_code) = 18),
  sector        text        not null,
  industry_code text        not null,
  address       text        not null,
  zone          text        not null,
  methods       text[]      not null,
  boundary      text        not null,
  version       bigint      not null,
  changed_by    uuid        not null,
  changed_at    timestamptz not null,
  reason        text
);

create table organization.enterprise_revision (
  enterprise_id uuid        not null references organization.enterprise,
  group_id      uuid,
  name          text        not null,
  name_en       text        not null,
  credit_code   text,
  sector        text        not null,
  industry_code text        not null,
  address       text        not null,
  zone          text        not null,
  methods       text[]      not null,
  boundary      text        not null,
  version       bigint      not null,
  changed_by    uuid        not null,
  changed_at    timestamptz not null,
  reason        text,
  primary key (enterprise_id, version)
);

create table organization.accounting_year (
  enterprise_id uuid    not null references organization.enterprise,
  year          integer not null check (year between 2000 and 2100),
  primary key (enterprise_id, year)
);

-- valid_from and valid_to are days of the boundary, both included.
create table organization.unit (
  unit_id              uuid        primary key,
  enterprise_id        uuid        not null references organization.enterprise,
  kind                 text        not null check (kind in ('SITE', 'PROCESS', 'FACILITY')),
  parent_id            uuid,
  code                 text        not null check (length(code) between 1 and 40),
  name                 text        not null check (length(name) between 1 and 200),
  name_en              text        not null,
  technical_parameters jsonb       not null,
  valid_from           date        not null,
  valid_to             date        check (valid_to >= valid_from),
  version              bigint      not null,
  changed_by           uuid        not null,
  changed_at           timestamptz not null,
  reason               text,
  unique (enterprise_id, code),
  unique (enterprise_id, unit_id),
  foreign key (enterprise_id, parent_id) references organization.unit (enterprise_id, unit_id),
  check ((kind = 'SITE') = (parent_id is null)),
  check (parent_id <> unit_id)
);
create index unit_parent on organization.unit (parent_id);

create table organization.unit_revision (
  unit_id              uuid        not null references organization.unit,
  enterprise_id        uuid        not null,
  kind                 text        not null,
  parent_id            uuid,
  code                 text        not null,
  name                 text        not null,
  name_en              text        not null,
  technical_parameters jsonb       not null,
  valid_from           date        not null,
  valid_to             date,
  version              bigint      not null,
  changed_by           uuid        not null,
  changed_at           timestamptz not null,
  reason               text,
  primary key (unit_id, version)
);

create function organization.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'revisions are append-only';
end $$;

create trigger enterprise_revision_append_only
  before update or delete or truncate on organization.enterprise_revision
  for each statement execute function organization.refuse_change();

create trigger unit_revision_append_only
  before update or delete or truncate on organization.unit_revision
  for each statement execute function organization.refuse_change();
