-- Reports (排放报告 and their kin). A version holds everything it was compiled from and says; it is
-- written once and never changed. What happens to a report is a row of its history.
create schema report;

create table report.report (
  report_id     uuid        primary key,
  enterprise_id uuid        not null,
  number        text        not null,
  kind          text        not null,
  method        text,
  period        text        not null check (period ~ '^[0-9]{4}(-[0-9]{2})?$'),
  state         text        not null,
  version       integer     not null check (version > 0),
  revision      bigint      not null check (revision > 0),
  created_by    uuid        not null,
  created_at    timestamptz not null,
  unique (enterprise_id, number)
);

create index report_by_period on report.report (enterprise_id, period, number);

create table report.version (
  report_id      uuid        not null references report.report (report_id),
  version        integer     not null check (version > 0),
  enterprise_id  uuid        not null,
  inventory_id   uuid,
  template_id    uuid,
  template       bytea       not null,
  template_name  text        not null,
  entered        jsonb       not null,
  content        jsonb       not null,
  content_digest text        not null check (content_digest ~ '^[0-9a-f]{64}$'),
  findings       jsonb       not null,
  reason         text,
  created_by     uuid        not null,
  created_at     timestamptz not null,
  primary key (report_id, version),
  check (version = 1 or length(btrim(reason)) > 0)
);

create table report.event (
  event_id      uuid        primary key,
  report_id     uuid        not null references report.report (report_id),
  enterprise_id uuid        not null,
  version       integer     not null,
  action        text        not null,
  state         text        not null,
  words         text,
  created_by    uuid        not null,
  created_at    timestamptz not null
);

create index event_by_report on report.event (report_id, created_at);

-- A remark of the cross-department review; closed by an answer, never deleted.
create table report.comment (
  comment_id    uuid        primary key,
  report_id     uuid        not null references report.report (report_id),
  enterprise_id uuid        not null,
  version       integer     not null,
  department    text        not null,
  verdict       text        not null check (verdict in ('AGREE', 'REMARK')),
  place         text,
  words         text        not null,
  created_by    uuid        not null,
  created_at    timestamptz not null,
  answer        text,
  answered_by   uuid,
  answered_at   timestamptz,
  check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null))
);

create index comment_by_report on report.comment (report_id, created_at);

-- A nonconformity (不符合项) of the verifier with the enterprise's answer and the conclusion.
create table report.finding (
  finding_id    uuid        primary key,
  report_id     uuid        not null references report.report (report_id),
  enterprise_id uuid        not null,
  version       integer     not null,
  number        integer     not null check (number > 0),
  class         text        not null,
  place         text,
  words         text        not null,
  created_by    uuid        not null,
  created_at    timestamptz not null,
  cause         text,
  correction    text,
  corrected_in  integer,
  corrected_by  uuid,
  corrected_at  timestamptz,
  conclusion    text        check (conclusion in ('CONFORMING', 'NOT_CONFORMING', 'NOT_CORRECTED')),
  concluded_by  uuid,
  concluded_at  timestamptz,
  unique (report_id, number)
);

create table report.template (
  template_id   uuid        primary key,
  enterprise_id uuid        not null,
  name          text        not null,
  version       integer     not null check (version > 0),
  docx          bytea       not null,
  digest        text        not null check (digest ~ '^[0-9a-f]{64}$'),
  problems      jsonb       not null,
  created_by    uuid        not null,
  created_at    timestamptz not null,
  unique (enterprise_id, name, version)
);

-- An encrypted copy of a final report with its files. The key is outside of the database.
create table report.archive (
  archive_id    uuid        primary key,
  report_id     uuid        not null references report.report (report_id),
  enterprise_id uuid        not null,
  version       integer     not null,
  key_id        text        not null,
  sealed        bytea       not null,
  plain_digest  text        not null check (plain_digest ~ '^[0-9a-f]{64}$'),
  sealed_digest text        not null check (sealed_digest ~ '^[0-9a-f]{64}$'),
  contents      jsonb       not null,
  created_by    uuid        not null,
  created_at    timestamptz not null,
  restored_by   uuid,
  restored_at   timestamptz
);

create function report.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'a version and the history of a report are never changed';
end $$;

create trigger version_is_final before update or delete on report.version
  for each row execute function report.refuse_change();
create trigger event_is_final before update or delete on report.event
  for each row execute function report.refuse_change();
