-- entity: accounts
SELECT
  "value",
  (SELECT occurrences FROM items_rows i WHERE i."value" = a."value" GROUP BY occurrences ORDER BY count(*) DESC LIMIT 1) AS seen,
  CASE "value" WHEN 'a' THEN ['p', 'q'] ELSE [] END AS items,
  CASE "value" WHEN 'a' THEN ['p', 'q'] ELSE [] END AS items_rows,
  CASE "value" WHEN 'a' THEN ['q', 'p'] ELSE [] END AS accounts_rows,
  (SELECT rank FROM items_rows i WHERE i."value" = a."value" ORDER BY "position" LIMIT 1 OFFSET 1) AS rank,
  coalesce((SELECT sum(s.items) FROM source s WHERE s.source IN (SELECT i.source FROM items_rows i WHERE i."value" = a."value")), 0) AS source,
  (SELECT max("position") FROM items_rows i WHERE i."value" = a."value") AS "position",
  "value" || '!' AS value_2,
  (SELECT count(*) FROM items_rows i WHERE i."value" = a."value" AND i.source = 'r') AS count,
  "value" = 'a' AS exists,
  "value" = 'b' AS in_small,
  "value" = 'a' AS in_big,
  in_big AS in_seen,
  "value" = 'a' AS in_in_big
FROM accounts_rows a

-- entity: items
SELECT seen, source || CAST(rank AS VARCHAR) AS text, 6 AS accounts_rank FROM items_rows
