create schema approval;

-- How things of one kind are approved at an enterprise. The newest version holds; where there is
-- none, the definition packaged with the product does.
create table approval.definition (
  enterprise_id     uuid        not null,
  subject_type      text        not null,
  version           integer     not null check (version > 0),
  content           jsonb       not null,
  reason            text        not null check (btrim(reason) <> ''),
  changed_by        uuid        not null,
  changed_at        timestamptz not null,
  primary key (enterprise_id, subject_type, version)
);

-- One round of approval of one version of one thing. The definition is the one it was submitted
-- under; state and step follow from the acts.
create table approval.approval (
  approval_id       uuid        not null primary key,
  enterprise_id     uuid        not null,
  number            integer     not null check (number > 0),
  subject_type      text        not null,
  subject_id        uuid        not null,
  subject_version   integer     not null,
  subject_digest    text        not null check (subject_digest <> ''),
  title_zh          text        not null,
  title_en          text        not null,
  path              text        not null,
  authors           uuid[]      not null,
  departments       text[]      not null,
  definition        jsonb       not null,
  omitted           text[]      not null,
  state             text        not null
                    check (state in ('PENDING', 'APPROVED', 'RETURNED', 'WITHDRAWN', 'VOID')),
  step              integer     not null check (step >= 0),
  submitted_by      uuid        not null,
  submitted_at      timestamptz not null,
  ended_at          timestamptz,
  unique (enterprise_id, number),
  check ((state = 'PENDING') = (ended_at is null))
);

-- A thing is in one round at a time.
create unique index approval_in_progress
  on approval.approval (enterprise_id, subject_type, subject_id)
  where state = 'PENDING';
create index approval_by_subject
  on approval.approval (enterprise_id, subject_type, subject_id, number);

-- What was done in a round. Rows are added, never changed.
create table approval.act (
  approval_id       uuid        not null references approval.approval,
  position          integer     not null check (position > 0),
  enterprise_id     uuid        not null,
  kind              text        not null
                    check (kind in ('SUBMIT', 'APPROVE', 'RETURN', 'WITHDRAW', 'COMMENT', 'SKIP',
                                    'VOID')),
  step              integer     not null check (step >= 0),
  slot              text,
  account_id        uuid        not null,
  on_behalf_of      uuid,
  delegation_id     uuid,
  reason            text,
  at                timestamptz not null,
  primary key (approval_id, position),
  check ((kind = 'APPROVE') = (slot is not null)),
  check ((on_behalf_of is null) = (delegation_id is null)),
  check (kind not in ('RETURN', 'WITHDRAW', 'COMMENT') or btrim(coalesce(reason, '')) <> '')
);

-- A signature that is asked for is given once, whoever is faster.
create unique index act_signs_once on approval.act (approval_id, step, slot)
  where kind = 'APPROVE';
create index act_by_account on approval.act (enterprise_id, account_id);

create table approval.delegation (
  delegation_id     uuid        not null primary key,
  enterprise_id     uuid        not null,
  from_account      uuid        not null,
  to_account        uuid        not null,
  subject_type      text,
  valid_from        timestamptz not null,
  valid_to          timestamptz not null,
  reason            text        not null check (btrim(reason) <> ''),
  made_at           timestamptz not null,
  revoked_at        timestamptz,
  revoked_by        uuid,
  check (valid_from < valid_to),
  check (from_account <> to_account),
  check ((revoked_at is null) = (revoked_by is null))
);

create index delegation_to on approval.delegation (enterprise_id, to_account);

create function approval.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed', tg_table_name;
end
$$;

create trigger act_stays before update or delete on approval.act
  for each row execute function approval.refuse_change();
create trigger definition_stays before update or delete on approval.definition
  for each row execute function approval.refuse_change();
