SELECT
  id,
  CASE id WHEN 'ordinary' THEN ['a', 'b'] WHEN 'nulls' THEN [] WHEN 'ties' THEN ['x'] END AS first_tags,
  CASE id WHEN 'ordinary' THEN [] WHEN 'nulls' THEN [] WHEN 'ties' THEN ['y'] END AS second_tags,
  CASE id WHEN 'ordinary' THEN ['c'] WHEN 'nulls' THEN [] WHEN 'ties' THEN ['y'] ELSE ['none'] END AS last_tags,
  CASE id WHEN 'ordinary' THEN 1 WHEN 'nulls' THEN 0 WHEN 'ties' THEN 11 ELSE 1 END AS how_many,
  (SELECT notes FROM orders o WHERE o.customer = c.id AND order_id IN (1, 6)) AS first_notes,
  (SELECT notes FROM orders o WHERE o.customer = c.id AND order_id IN (2, 7)) AS last_notes,
  (SELECT CAST(json_extract(notes, '/n') AS BIGINT) FROM orders o WHERE o.customer = c.id AND order_id IN (2, 7)) AS last_n,
  CASE WHEN id = 'ordinary' THEN ['x'] ELSE [] END AS last_list,
  (SELECT count(*) FROM orders o WHERE o.customer = c.id AND order_id IN (1, 2, 6, 7)) AS with_notes,
  id IN ('ordinary', 'ties') AS has_notes,
  id = 'ordinary' AS in_last_was_x,
  id = 'ties' AS in_latest_high
FROM customers c
