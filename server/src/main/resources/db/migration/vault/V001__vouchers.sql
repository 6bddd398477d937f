create schema vault;

create table vault.voucher (
  enterprise_id uuid        not null,
  digest        text        not null check (digest ~ '^[0-9a-f]{64}$'),
  name          text        not null check (length(name) between 1 and 200),
  file_type     text        not null,
  size_bytes    bigint      not null check (size_bytes > 0),
  stored_by     uuid        not null,
  stored_at     timestamptz not null,
  primary key (enterprise_id, digest)
);
