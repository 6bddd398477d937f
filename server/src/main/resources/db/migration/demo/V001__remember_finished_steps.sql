-- Which steps of entering the sample data are finished, so that a second start keeps what was entered
-- since, and a start after a crash goes on where the first one stopped.
create schema demo;

create table demo.finished_step (
  step        text        primary key,
  finished_at timestamptz not null
);
