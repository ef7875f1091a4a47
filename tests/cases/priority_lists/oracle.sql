WITH facts AS (
  SELECT *, CASE WHEN score > 6 THEN 'high' WHEN country = 'DE' THEN 'german' ELSE 'others' END AS lands
  FROM people WHERE id IS NOT NULL
), germans AS (SELECT id FROM facts WHERE lands = 'german' ORDER BY score DESC NULLS LAST, id LIMIT 1)
SELECT
  id,
  lands = 'others' AS in_others,
  id IN (FROM germans) AS in_german,
  id IN (SELECT id FROM facts WHERE lands = 'high' ORDER BY score DESC, id LIMIT 3) AS in_high,
  id IN (SELECT id FROM facts WHERE country = 'DE' ORDER BY score DESC NULLS LAST, id LIMIT 1) AS in_asks_german,
  id IN (SELECT id FROM facts WHERE country = 'DE' ORDER BY score DESC NULLS LAST, id LIMIT 1) AS in_asks_group,
  true AS in_asks_others,
  id NOT IN (SELECT id FROM facts WHERE score > 6 ORDER BY score DESC, id LIMIT 3) AS in_not_high,
  CASE WHEN id IN (FROM germans) THEN 'all' END AS group_of_german
FROM facts
