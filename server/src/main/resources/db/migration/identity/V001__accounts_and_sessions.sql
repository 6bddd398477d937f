create schema if not exists identity;

create table identity.account (
  account_id           uuid        primary key,
  login                text        not null unique check (login = lower(login) and length(login) between 3 and 64),
  name                 text        not null check (length(name) between 1 and 100),
  locale               text        not null check (locale in ('zh-CN', 'en')),
  password_hash        text        not null,
  must_change_password boolean     not null default true,
  demo                 boolean     not null default false,
  enabled              boolean     not null default true,
  version              bigint      not null default 1,
  created_at           timestamptz not null
);

-- IT_ADMIN alone is held for the whole installation.
create table identity.account_grant (
  account_id    uuid        not null references identity.account,
  role          text        not null,
  enterprise_id uuid,
  granted_by    uuid        references identity.account,
  granted_at    timestamptz not null,
  unique nulls not distinct (account_id, role, enterprise_id),
  check ((role = 'IT_ADMIN') = (enterprise_id is null))
);

create table identity.session (
  token_hash   bytea       primary key check (length(token_hash) = 32),
  account_id   uuid        not null references identity.account,
  address      text        not null,
  created_at   timestamptz not null,
  last_seen_at timestamptz not null
);
create index session_account on identity.session (account_id);

create table identity.login_guard (
  subject       text        primary key,
  attempts      integer     not null,
  rounds        integer     not null,
  blocked_until timestamptz,
  last_at       timestamptz not null
);

create table identity.setup_token (
  only_row   boolean     primary key default true check (only_row),
  token_hash bytea       not null check (length(token_hash) = 32),
  created_at timestamptz not null
);

create table identity.account_event (
  event_id      uuid        primary key,
  at            timestamptz not null,
  kind          text        not null,
  login         text        not null,
  account_id    uuid,
  by_account_id uuid,
  address       text,
  detail        text
);
create index account_event_account on identity.account_event (account_id, event_id);

create function identity.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'account_event is append-only';
end $$;

create trigger account_event_append_only
  before update or delete or truncate on identity.account_event
  for each statement execute function identity.refuse_change();
