alter table intake.import add column encoding text not null default 'UTF_8'
  check (encoding in ('UTF_8', 'GBK'));
