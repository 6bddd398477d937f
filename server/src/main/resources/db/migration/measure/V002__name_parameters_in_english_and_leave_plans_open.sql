alter table measure.parameter add column name_en text check (name_en <> '');

-- A plan without an end has none; until now such plans ran to the year 9999.
alter table measure.plan_item alter column year_to drop not null;

update measure.plan_item
   set year_to = null, definition = jsonb_set(definition, '{yearTo}', 'null')
 where year_to > 2100;
