WITH tags AS (SELECT order_id, "at", UNNEST(tags) AS tag FROM orders)
SELECT
  id,
  (SELECT COUNT(DISTINCT tag) FROM tags WHERE order_id = last_order) AS last_tags,
  (SELECT COUNT(DISTINCT tag) FROM tags WHERE order_id = first_order AND "at" >= TIMESTAMP '2024-05-02') AS first_tags_lately,
  COALESCE((SELECT LIST(tag ORDER BY tag DESC) FROM tags WHERE order_id = last_order), []) AS last_tags_in_order
FROM customers
