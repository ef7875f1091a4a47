-- entity: customers
WITH happened AS (
  SELECT *, json_valid(notes) AS is_json FROM orders WHERE "at" < '2024-06-01'
),
tags AS (
  SELECT order_id, customer, "at", code, e FROM happened, unnest(tags) AS u(e) WHERE e IS NOT NULL
),
sizes AS (
  SELECT order_id, customer, "at", code, e FROM happened, unnest(sizes) AS u(e) WHERE e IS NOT NULL
),
likes AS (
  SELECT order_id, customer, "at", code, e
  FROM happened, unnest(CASE WHEN is_json THEN CAST(json_extract_string(notes, '$.likes[*]') AS TEXT[]) END) AS u(e) WHERE e IS NOT NULL
)
SELECT
  id,
  (SELECT count(DISTINCT e) FROM tags t WHERE t.customer = c.id) AS different,
  (SELECT e FROM tags t WHERE t.customer = c.id GROUP BY e ORDER BY count(*) DESC, e LIMIT 1) AS favourite,
  (SELECT e FROM tags t WHERE t.customer = c.id GROUP BY e ORDER BY count(*), e LIMIT 1) AS rarest,
  coalesce((SELECT e FROM sizes t WHERE t.customer = c.id GROUP BY e ORDER BY count(*) DESC, e LIMIT 1), 0) AS favourite_size,
  (SELECT count(DISTINCT e) FROM sizes t WHERE t.customer = c.id) AS different_sizes,
  (SELECT e FROM sizes t WHERE t.customer = c.id GROUP BY e ORDER BY count(*), e LIMIT 1) AS rarest_size,
  (SELECT count(DISTINCT e) FROM tags t WHERE t.customer = c.id AND "at" >= '2024-05-02') AS lately,
  (SELECT e FROM tags t WHERE t.customer = c.id AND "at" >= '2024-05-02' GROUP BY e ORDER BY count(*) DESC, e LIMIT 1) AS favourite_lately,
  (SELECT e FROM tags t WHERE t.customer = c.id AND "at" >= '2024-05-02' GROUP BY e ORDER BY count(*), e LIMIT 1) AS rarest_lately,
  (SELECT e FROM tags t WHERE t.customer = c.id AND code = 'c1' GROUP BY e ORDER BY count(*) DESC, e LIMIT 1) AS first_code_only,
  coalesce((SELECT list(e ORDER BY place) FROM (SELECT e, row_number() OVER (ORDER BY e) AS place FROM tags t WHERE t.customer = c.id GROUP BY e) ), []) AS all_tags,
  coalesce((SELECT list(e ORDER BY e DESC) FROM tags t WHERE t.customer = c.id), []) AS every_tag,
  coalesce((SELECT list(e ORDER BY place) FROM (SELECT e, row_number() OVER (ORDER BY count(*) DESC, e) AS place FROM tags t WHERE t.customer = c.id GROUP BY e) WHERE place <= 3), []) AS by_frequency,
  coalesce((SELECT list(e ORDER BY place) FROM (SELECT e, row_number() OVER (ORDER BY min("at"), e) AS place FROM tags t WHERE t.customer = c.id GROUP BY e) ), []) AS by_first_seen,
  coalesce((SELECT list(e ORDER BY place) FROM (SELECT e, row_number() OVER (ORDER BY max("at") DESC, e) AS place FROM tags t WHERE t.customer = c.id AND "at" >= '2024-05-02' GROUP BY e) ), []) AS by_last_seen,
  coalesce(nullif(coalesce((SELECT list(e ORDER BY place) FROM (SELECT e, row_number() OVER (ORDER BY count(*) DESC, e) AS place FROM sizes t WHERE t.customer = c.id GROUP BY e) ), []), []), [0.5]) AS sizes_by_frequency,
  coalesce((SELECT list(e ORDER BY place) FROM (SELECT e, row_number() OVER (ORDER BY count(*) DESC, e) AS place FROM likes t WHERE t.customer = c.id GROUP BY e) ), []) AS interests,
  (SELECT e FROM likes t WHERE t.customer = c.id GROUP BY e ORDER BY count(*) DESC, e LIMIT 1) AS interest,
  (SELECT count(DISTINCT e) FROM tags t WHERE t.customer = c.id) > 2 AS in_several_tags,
  NOT EXISTS (SELECT 1 FROM tags t WHERE t.customer = c.id) AS in_no_tags,
  coalesce((SELECT e FROM tags t WHERE t.customer = c.id AND "at" >= '2024-05-02' GROUP BY e ORDER BY count(*) DESC, e LIMIT 1) IN ('cup', 'it''s'), FALSE) AS in_loves_cups,
  coalesce((SELECT e FROM sizes t WHERE t.customer = c.id GROUP BY e ORDER BY count(*), e LIMIT 1) <= 0.5, FALSE) AS in_rarely_small,
  EXISTS (SELECT 1 FROM tags t WHERE t.customer = c.id AND e = 'tea') AS in_has_tea,
  EXISTS (SELECT 1 FROM likes t WHERE t.customer = c.id AND e = 'art') AS in_has_interest
FROM customers c
-- entity: shops
WITH happened AS (
  SELECT *, json_valid(notes) AS is_json FROM orders WHERE "at" < '2024-06-01'
),
tags AS (
  SELECT order_id, customer, "at", code, e FROM happened, unnest(tags) AS u(e) WHERE e IS NOT NULL
),
sizes AS (
  SELECT order_id, customer, "at", code, e FROM happened, unnest(sizes) AS u(e) WHERE e IS NOT NULL
)
SELECT
  id,
  coalesce((SELECT list(e ORDER BY place) FROM (SELECT e, row_number() OVER (ORDER BY count(*) DESC, e) AS place FROM (SELECT DISTINCT customer, e FROM tags t WHERE EXISTS (SELECT 1 FROM stock k WHERE k.shop = s.id AND k.customer = t.customer)) t GROUP BY e) ), []) AS tags_of_customers,
  (SELECT e FROM tags t WHERE EXISTS (SELECT 1 FROM stock k WHERE k.shop = s.id AND k.customer = t.customer) GROUP BY e ORDER BY count(*) DESC, e LIMIT 1) AS favourite_of_orders,
  (SELECT e FROM sizes t WHERE EXISTS (SELECT 1 FROM stock k WHERE k.shop = s.id AND k.customer = t.customer) GROUP BY e ORDER BY count(*), e LIMIT 1) AS rarest_of_orders,
  (SELECT count(DISTINCT e) FROM tags t WHERE EXISTS (SELECT 1 FROM stock k WHERE k.shop = s.id AND k.customer = t.customer)) AS different_of_orders,
  coalesce((SELECT list(e ORDER BY e) FROM tags t WHERE EXISTS (SELECT 1 FROM stock k WHERE k.shop = s.id AND k.customer = t.customer)), []) AS every_of_orders
FROM shops s
