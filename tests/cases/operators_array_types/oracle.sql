-- Every array as the rows of its elements.
WITH elements AS (
  SELECT id, 'whole' AS name, CAST(e AS TEXT) AS element FROM bags, unnest(whole) AS u(e) WHERE e IS NOT NULL
  UNION ALL
  SELECT id, 'amounts' AS name, CAST(e AS TEXT) AS element FROM bags, unnest(amounts) AS u(e) WHERE e IS NOT NULL
  UNION ALL
  SELECT id, 'doubles' AS name, CAST(e AS TEXT) AS element FROM bags, unnest(doubles) AS u(e) WHERE e IS NOT NULL AND NOT isnan(e)
  UNION ALL
  SELECT id, 'days' AS name, CAST(e AS TEXT) AS element FROM bags, unnest(days) AS u(e) WHERE e IS NOT NULL
  UNION ALL
  SELECT id, 'local' AS name, CAST(e AS TEXT) AS element FROM bags, unnest(local) AS u(e) WHERE e IS NOT NULL
  UNION ALL
  SELECT id, 'instants' AS name, CAST(e AS TEXT) AS element FROM bags, unnest(instants) AS u(e) WHERE e IS NOT NULL
  UNION ALL
  SELECT id, 'flags' AS name, CAST(e AS TEXT) AS element FROM bags, unnest(flags) AS u(e) WHERE e IS NOT NULL
)
SELECT
  id,
  EXISTS (SELECT 1 FROM elements e WHERE e.id = b.id AND name = 'whole' AND element IN ('2', '9223372036854775807')) AS in_whole_any,
  2 = (SELECT count(DISTINCT wanted) FROM elements e, (VALUES (1, '1'), (2, '2')) v(wanted, value) WHERE e.id = b.id AND name = 'whole' AND element = value) AS in_whole_all,
  NOT EXISTS (SELECT 1 FROM elements e WHERE e.id = b.id AND name = 'whole' AND element IN ('1', '-1')) AS in_whole_none,
  NOT EXISTS (SELECT 1 FROM elements e WHERE e.id = b.id AND name = 'whole') AS in_whole_empty,
  EXISTS (SELECT 1 FROM elements e WHERE e.id = b.id AND name = 'whole') AS in_whole_not_empty,
  2 = (SELECT count(*) FROM elements e WHERE e.id = b.id AND name = 'whole') AS in_whole_two,
  EXISTS (SELECT 1 FROM elements e WHERE e.id = b.id AND name = 'amounts' AND element IN ('1.500', '0.001')) AS in_amounts_any,
  2 = (SELECT count(DISTINCT wanted) FROM elements e, (VALUES (1, '123456789.125'), (2, '0.001')) v(wanted, value) WHERE e.id = b.id AND name = 'amounts' AND element = value) AS in_amounts_all,
  NOT EXISTS (SELECT 1 FROM elements e WHERE e.id = b.id AND name = 'amounts' AND element IN ('1.500', '1.000')) AS in_amounts_none,
  NOT EXISTS (SELECT 1 FROM elements e WHERE e.id = b.id AND name = 'amounts') AS in_amounts_empty,
  EXISTS (SELECT 1 FROM elements e WHERE e.id = b.id AND name = 'amounts') AS in_amounts_not_empty,
  2 = (SELECT count(*) FROM elements e WHERE e.id = b.id AND name = 'amounts') AS in_amounts_two,
  EXISTS (SELECT 1 FROM elements e WHERE e.id = b.id AND name = 'doubles' AND element IN ('0.1', '0.3')) AS in_doubles_any,
  2 = (SELECT count(DISTINCT wanted) FROM elements e, (VALUES (1, '0.1'), (2, '2.0')) v(wanted, value) WHERE e.id = b.id AND name = 'doubles' AND element = value) AS in_doubles_all,
  NOT EXISTS (SELECT 1 FROM elements e WHERE e.id = b.id AND name = 'doubles' AND element IN ('0.1', '0.3')) AS in_doubles_none,
  NOT EXISTS (SELECT 1 FROM elements e WHERE e.id = b.id AND name = 'doubles') AS in_doubles_empty,
  EXISTS (SELECT 1 FROM elements e WHERE e.id = b.id AND name = 'doubles') AS in_doubles_not_empty,
  2 = (SELECT count(*) FROM elements e WHERE e.id = b.id AND name = 'doubles') AS in_doubles_two,
  EXISTS (SELECT 1 FROM elements e WHERE e.id = b.id AND name = 'days' AND element IN ('2024-03-01', '2024-03-02')) AS in_days_any,
  2 = (SELECT count(DISTINCT wanted) FROM elements e, (VALUES (1, '2024-02-29'), (2, '2024-03-01')) v(wanted, value) WHERE e.id = b.id AND name = 'days' AND element = value) AS in_days_all,
  NOT EXISTS (SELECT 1 FROM elements e WHERE e.id = b.id AND name = 'days' AND element = '2024-02-29') AS in_days_none,
  NOT EXISTS (SELECT 1 FROM elements e WHERE e.id = b.id AND name = 'days') AS in_days_empty,
  EXISTS (SELECT 1 FROM elements e WHERE e.id = b.id AND name = 'days') AS in_days_not_empty,
  2 = (SELECT count(*) FROM elements e WHERE e.id = b.id AND name = 'days') AS in_days_two,
  EXISTS (SELECT 1 FROM elements e WHERE e.id = b.id AND name = 'local' AND element BETWEEN '2024-03-30 23:00:00' AND '2024-03-31 21:59:59.999999') AS in_local_any,
  2 = (SELECT count(DISTINCT wanted) FROM elements e, (VALUES (1, '2024-03-30 23:00:00'), (2, '2024-03-30 23:00:00')) v(wanted, value) WHERE e.id = b.id AND name = 'local' AND element = value) AS in_local_all,
  NOT EXISTS (SELECT 1 FROM elements e WHERE e.id = b.id AND name = 'local' AND element = '2024-03-31 22:00:00') AS in_local_none,
  NOT EXISTS (SELECT 1 FROM elements e WHERE e.id = b.id AND name = 'local') AS in_local_empty,
  EXISTS (SELECT 1 FROM elements e WHERE e.id = b.id AND name = 'local') AS in_local_not_empty,
  2 = (SELECT count(*) FROM elements e WHERE e.id = b.id AND name = 'local') AS in_local_two,
  EXISTS (SELECT 1 FROM elements e WHERE e.id = b.id AND name = 'instants' AND element BETWEEN '2024-03-30 23:00:00+00' AND '2024-03-31 21:59:59.999999+00') AS in_instants_any,
  2 = (SELECT count(DISTINCT wanted) FROM elements e, (VALUES (1, '2024-03-31 12:00:00+00'), (2, '2024-03-31 12:00:00+00')) v(wanted, value) WHERE e.id = b.id AND name = 'instants' AND element = value) AS in_instants_all,
  NOT EXISTS (SELECT 1 FROM elements e WHERE e.id = b.id AND name = 'instants' AND element BETWEEN '2024-03-31 22:00:00+00' AND '2024-04-01 21:59:59.999999+00') AS in_instants_none,
  NOT EXISTS (SELECT 1 FROM elements e WHERE e.id = b.id AND name = 'instants') AS in_instants_empty,
  EXISTS (SELECT 1 FROM elements e WHERE e.id = b.id AND name = 'instants') AS in_instants_not_empty,
  2 = (SELECT count(*) FROM elements e WHERE e.id = b.id AND name = 'instants') AS in_instants_two,
  EXISTS (SELECT 1 FROM elements e WHERE e.id = b.id AND name = 'flags' AND element = 'true') AS in_flags_any,
  2 = (SELECT count(DISTINCT wanted) FROM elements e, (VALUES (1, 'true'), (2, 'false')) v(wanted, value) WHERE e.id = b.id AND name = 'flags' AND element = value) AS in_flags_all,
  NOT EXISTS (SELECT 1 FROM elements e WHERE e.id = b.id AND name = 'flags' AND element = 'false') AS in_flags_none,
  NOT EXISTS (SELECT 1 FROM elements e WHERE e.id = b.id AND name = 'flags') AS in_flags_empty,
  EXISTS (SELECT 1 FROM elements e WHERE e.id = b.id AND name = 'flags') AS in_flags_not_empty,
  2 = (SELECT count(*) FROM elements e WHERE e.id = b.id AND name = 'flags') AS in_flags_two
FROM bags b
