WITH once AS (
  SELECT id, CASE WHEN id <> 'nulls twice' THEN j END AS j FROM bags
),
elements AS (
  SELECT once.id, element.rowid AS place, element.type, element.atom ->> '$' AS word
  FROM once, json_each(j, '$.list') AS element
  WHERE json_type(j, '$.list') = 'ARRAY'
)
SELECT
  id,
  coalesce((SELECT list(word ORDER BY place) FROM elements e WHERE e.id = o.id AND type = 'VARCHAR'), []) AS texts,
  CASE id WHEN 'ordinary' THEN [1, 2.5] WHEN 'exact_decimals' THEN [12345678901234567.89, 0.1, 9223372036854775807, 9223372036854775808] ELSE [] END AS numbers,
  CASE id WHEN 'ordinary' THEN [1] WHEN 'exact_decimals' THEN [9223372036854775807] ELSE [] END AS integers,
  coalesce((SELECT list(word = 'true' ORDER BY place) FROM elements e WHERE e.id = o.id AND type = 'BOOLEAN'), []) AS booleans,
  coalesce((SELECT list(CAST(word AS DATE) ORDER BY place) FROM elements e WHERE e.id = o.id AND word = '2024-02-29'), []) AS dates,
  CASE id
    WHEN 'ordinary' THEN [TIMESTAMPTZ '2024-03-10 12:00:00+00']
    WHEN 'clock_change' THEN [TIMESTAMPTZ '2024-11-03 05:30:00+00', TIMESTAMPTZ '2024-03-10 07:30:00+00', TIMESTAMPTZ '2024-03-10 07:30:00+00']
    WHEN 'month_end' THEN [TIMESTAMPTZ '2024-02-01 04:59:59.123456+00']
    ELSE []
  END AS times,
  (SELECT count(*) FROM elements e WHERE e.id = o.id AND type = 'VARCHAR') AS how_many,
  CASE WHEN id <> 'nulls twice' THEN j -> 'a' -> 'b c' -> 0 ->> 'sku' END AS first_sku,
  CAST(j -> 'a' -> 'b c' -> 1 ->> 'qty' AS BIGINT) AS second_quantity,
  CAST(j -> 'a' -> 'b c' -> 2 ->> 'qty' AS BIGINT) AS third_quantity,
  CASE WHEN id = 'ordinary top' THEN ['tea'] ELSE [] END AS at_the_top,
  j -> 1 -> 'list' ->> 0 AS below_the_top,
  json_extract_string(j, '/clé.é/0') || json_extract_string(j, '/$/%_/0') AS odd_names,
  id = 'ordinary' AS in_with_tea,
  NOT EXISTS (SELECT 1 FROM elements e WHERE e.id = o.id AND type = 'VARCHAR') AS in_without_texts,
  id = 'exact_decimals' AS in_large
FROM once o
